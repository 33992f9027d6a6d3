/** Who differs more than size lets chance do: told by the funnel's limits on each indicator, never by rank. */
import type {DisclosedFact, Language, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {funnel} from "../charts/funnel.ts";
import {figureOf, figureTable} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {unitHref} from "../link.ts";
import {spreadAlt, titleOf} from "../sentences.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {funnelRow, funnelSizes, type Member, meanRemark, type Standing, standingsOf} from "./funnel-standing.ts";
import {cellOf} from "./indicator-state.ts";
import type {Column, Overview} from "./institutions-figures.ts";
import type {InstitutionsState} from "./institutions-state.ts";

interface Outliers {
  readonly outside: readonly Unit[];
  readonly between: readonly Unit[];
  /** How many have a figure. */
  readonly shown: number;
}

/** In alphabetical order; null where chance has no limits. */
function outliersOf({indicator, figures}: Column, units: readonly Unit[], language: Language): Outliers | null {
  const members = membersOf(figures, units);
  const standing = standingsOf(members, indicator, language);
  if (!standing) return null;
  const at = (...wanted: readonly Standing[]) => units.filter(({id}) => wanted.includes(standing(figures.get(id))));
  const shown = members.filter(({fact}) => fact.blank === null).length;
  return {outside: at("above", "below"), between: at("between"), shown};
}

function membersOf(figures: Column["figures"], units: readonly Unit[]): readonly Member[] {
  return units.flatMap(({id, name}) => {
    const fact = figures.get(id);
    return fact ? [{fact, name}] : [];
  });
}

/** For each indicator the names outside the limits. */
export function outliersModel({address: {language}, kind}: InstitutionsState, {units, columns}: Overview) {
  const t = webTextOf(language).institutions;
  const linksOf = (some: readonly Unit[]) => some.map(({id, name}) => ({name, href: unitHref(language, id)}));
  const found = columns.map((column) => ({column, outliers: outliersOf(column, units, language)}));
  const rows = found.map(({column, outliers}) => {
    return {
      title: titleOf(column.indicator, language),
      period: column.period ? periodLabel(column.period, language) : "",
      none: outliers ? null : t.noLimits,
      outside: outliers ? linksOf(outliers.outside) : [],
      between: outliers ? linksOf(outliers.between) : []
    };
  });
  const most = Math.max(0, ...found.map(({outliers}) => outliers?.shown ?? 0));
  const expected = formatNumber(most / 20, most < 20 ? 1 : 0, language);
  return {
    rows,
    chance:
      most > 0 ? t.chance(expected, `${formatNumber(most, 0, language)} ${textOf(language).kindsPlural[kind]}`) : null
  };
}

/** The indicator that is looked at more closely, by size. */
export function funnelFigure(state: InstitutionsState, column: Column, units: readonly Unit[]) {
  const {address, kind} = state;
  const {language} = address;
  const {indicator, figures, period} = column;
  const outliers = outliersOf(column, units, language);
  if (!outliers || !period) return null;
  const t = webTextOf(language).institutions;
  const title = titleOf(indicator, language);
  const members = membersOf(figures, units);
  const facts = members.map(({fact}) => fact);
  const names = listed(
    outliers.outside.map(({name}) => name),
    textOf(language).and
  );
  return figureOf(
    {
      id: "stoerrelse",
      title: `${t.funnel(title)}, ${periodLabel(period, language)}`,
      chart: funnel,
      rows: members.map(({fact, name}) => funnelRow(fact, name)),
      indicator,
      sizes: funnelSizes,
      alt: spreadAlt(facts, indicator, language, textOf(language).kindsPlural[kind]),
      finding: [names ? t.funnelOutside(names) : t.funnelNone, meanRemark(members, language)].filter(Boolean).join(" "),
      facts,
      table: figureTable(
        [t.unit, title, t.persons],
        units
          .filter(({id}) => figures.has(id))
          .map(({id, name}) => ({
            key: id,
            name,
            href: unitHref(language, id),
            cells: [cellOf(figures.get(id), indicator, language), personsCell(figures.get(id), language)]
          }))
      )
    },
    address
  );
}

function personsCell(fact: DisclosedFact | undefined, language: Language) {
  const isShown = fact?.persons != null;
  return {value: isShown ? formatNumber(fact.persons, 0, language) : "–", note: "", blank: !isShown};
}
