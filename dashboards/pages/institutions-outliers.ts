/** Who differs more than size lets chance do: told by the funnel's limits on each indicator, never by rank. */
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {type FunnelRow, funnel} from "../charts/funnel.ts";
import {pictureOf, quantiles} from "../charts/funnel-picture.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {unitHref} from "../link.ts";
import {isComparable, spreadAlt, titleOf} from "../sentences.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {cellOf} from "./indicator-state.ts";
import type {Column, Overview} from "./institutions-figures.ts";
import type {InstitutionsState} from "./institutions-state.ts";

const leastShown = 5;
const sizes = {
  wide: {width: figureWidths.wide, height: 320},
  narrow: {width: figureWidths.narrow, height: 280}
} as const;

interface Outliers {
  readonly outside: readonly Unit[];
  readonly between: readonly Unit[];
}

/** In alphabetical order; null where chance has no limits: sizes, figures without uncertainty, or too few of them. */
function outliersOf({indicator, figures}: Column, units: readonly Unit[], language: Language): Outliers | null {
  const rows = units.flatMap((unit) => rowOf(unit, figures.get(unit.id)) ?? []);
  if (!hasLimits(indicator) || rows.filter(({value}) => value !== null).length < leastShown) return null;
  const picture = pictureOf(rows, {language, indicator, ...sizes.wide});
  if (!picture || picture.deviation === null) return null;
  const {mean, deviation} = picture;
  const reachOf = (unit: Unit) => {
    const fact = figures.get(unit.id);
    if (fact?.value == null || !fact.persons) return 0;
    return (Math.abs(fact.value - mean) / deviation) * Math.sqrt(fact.persons);
  };
  return {
    outside: units.filter((unit) => reachOf(unit) > quantiles.outer),
    between: units.filter((unit) => reachOf(unit) > quantiles.inner && reachOf(unit) <= quantiles.outer)
  };
}

function hasLimits(indicator: Indicator): boolean {
  return indicator.interval !== "none" && isComparable(indicator);
}

function rowOf({id, name}: Unit, fact: DisclosedFact | undefined): FunnelRow | null {
  if (!fact) return null;
  const named = {role: "other", name, id} as const;
  if (fact.blank !== null) return {...named, size: null, value: null, low: null, high: null, blank: fact.blank};
  return {...named, size: fact.persons, value: fact.value, low: fact.low, high: fact.high};
}

/** For each indicator the names outside the limits. */
export function outliersModel({address: {language}, kind}: InstitutionsState, {units, columns}: Overview) {
  const t = webTextOf(language).institutions;
  const linksOf = (some: readonly Unit[]) => some.map(({id, name}) => ({name, href: unitHref(language, id)}));
  const rows = columns.map((column) => {
    const outliers = outliersOf(column, units, language);
    return {
      title: titleOf(column.indicator, language),
      period: column.period ? periodLabel(column.period, language) : "",
      none: outliers ? null : t.noLimits,
      outside: outliers ? linksOf(outliers.outside) : [],
      between: outliers ? linksOf(outliers.between) : []
    };
  });
  const shown = Math.max(
    0,
    ...columns.map(({figures}) => [...figures.values()].filter(({value}) => value !== null).length)
  );
  const expected = formatNumber(shown / 20, shown < 20 ? 1 : 0, language);
  return {
    rows,
    chance: t.chance(expected, `${formatNumber(shown, 0, language)} ${textOf(language).kindsPlural[kind]}`)
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
  const facts = units.flatMap(({id}) => figures.get(id) ?? []);
  const names = listed(
    outliers.outside.map(({name}) => name),
    textOf(language).and
  );
  return figureOf(
    {
      id: "stoerrelse",
      title: `${t.funnel(title)}, ${periodLabel(period, language)}`,
      chart: funnel,
      rows: units.flatMap((unit) => rowOf(unit, figures.get(unit.id)) ?? []),
      indicator,
      sizes,
      alt: spreadAlt(facts, indicator, language, textOf(language).kindsPlural[kind]),
      finding: names ? t.funnelOutside(names) : t.funnelNone,
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
