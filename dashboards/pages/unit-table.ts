/** Every figure of the unit over all periods as plain tables, one for each quality. */
import {type DisclosedFact, type Indicator, type Language, qualities} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatBlank, formatNumber, measureOf} from "../format.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {isWhole} from "./newest.ts";
import type {Told, UnitState} from "./unit-state.ts";

export function tablesModel(
  {address, unit, everyone}: Pick<UnitState, "address" | "unit" | "everyone">,
  told: readonly Told[]
) {
  const {language} = address;
  const text = textOf(language);
  const t = webTextOf(language).unitView;
  const tabled = told.filter(({indicator, last}) => !isWhole(indicator, last));
  return qualities.flatMap((id) => {
    const rows = tabled
      .filter(({indicator}) => indicator.quality === id)
      .flatMap((each) => rowsOf(each, everyone.length, language));
    if (rows.length === 0) return [];
    return [
      {
        id,
        title: t.tableOf(t.columns[id]),
        heads: [text.own[unit.kind], ...everyone.map(({kind}) => text.shortComparators[kind])],
        rows
      }
    ];
  });
}

/** Newest first; the indicator's name stands in the first row and spans the others. */
function rowsOf({indicator, series, others}: Told, columns: number, language: Language) {
  const measure = measureOf(indicator, language);
  const byPeriod = others.map(
    ({series: facts}) => new Map(facts.flatMap((fact) => (fact.category === "" ? [[fact.period, fact]] : [])))
  );
  return series.toReversed().map((own, index) => {
    const cells = [own, ...Array.from({length: columns}, (_, column) => byPeriod[column]?.get(own.period))];
    return {
      name: index === 0 ? {title: titleOf(indicator, language), measure, span: series.length} : null,
      period: periodLabel(own.period, language),
      cells: cells.map((fact) => cellText(fact, indicator, language))
    };
  });
}

function cellText(fact: DisclosedFact | undefined, indicator: Indicator, language: Language) {
  if (!fact) return {value: "–", interval: ""};
  if (fact.blank !== null) return {value: formatBlank(fact.blank, language), interval: ""};
  const {value, low, high} = fact;
  const number = (each: number) => formatNumber(each, indicator.decimals, language);
  return {value: number(value), interval: low === null || high === null ? "" : `${number(low)}–${number(high)}`};
}
