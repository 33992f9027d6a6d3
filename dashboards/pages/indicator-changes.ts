/** What differs between two versions of an indicator: its words, and its computation line by line. */
import {type Change, diffLines, diffWordsWithSpace} from "diff";
import type {Indicator, Language} from "../../queries/model.ts";
import {formatValue, measureOf} from "../format.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";

export interface ChangedPart {
  readonly text: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** The fields that differ, each with the parts that went and came, and the lines of the SQL. */
export function changesModel(before: Indicator, after: Indicator, language: Language) {
  const t = webTextOf(language).indicatorView;
  const [was, is] = [fieldsOf(before, language), fieldsOf(after, language)];
  const fields = is.flatMap(({term, value}, index) => {
    const old = was[index]!.value;
    return old === value ? [] : [{term, parts: partsOf(diffWordsWithSpace(old, value))}];
  });
  const isSame = before.sql.trim() === after.sql.trim();
  return {
    id: `forskel-${after.version}`,
    title: t.changes(before.version, after.version),
    fields,
    lines: isSame ? null : linesOf(before.sql, after.sql)
  };
}

function fieldsOf(indicator: Indicator, language: Language) {
  const t = webTextOf(language).indicator;
  const {title, description, numerator, denominator, exclusions, group, better, target, source} = indicator;
  const fields: readonly (readonly [string, string])[] = [
    [t.title, title],
    [t.description, description],
    [t.numerator, numerator],
    [t.denominator, denominator],
    [t.exclusions, exclusions],
    [t.averaging, textOf(language).definitions.groupings[group]],
    [t.unit, measureOf(indicator, language)],
    [t.direction, t.directions[better]],
    [t.target, target === null ? "" : formatValue(target, indicator, language)],
    [t.source, source]
  ];
  return fields.map(([term, value]) => ({term, value}));
}

function partsOf(changes: readonly Change[]): readonly ChangedPart[] {
  return changes.map(({value, added = false, removed = false}) => ({text: value, added, removed}));
}

function linesOf(before: string, after: string): readonly ChangedPart[] {
  return diffLines(`${before.trim()}\n`, `${after.trim()}\n`).flatMap(({value, added = false, removed = false}) =>
    value
      .replace(/\n$/, "")
      .split("\n")
      .map((text) => ({text, added, removed}))
  );
}
