import type {Role} from "../../dashboards/charts/chart.ts";
import {type DistributionRow, distribution} from "../../dashboards/charts/distribution.ts";
import {distributionAlt, distributionSentence, type Reading, titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {findClassification} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";
import {nation} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {chartView} from "./chart-view.ts";
import {chartIndicator, drawnOf} from "./drawn.ts";
import type {PackageFacts} from "./facts.ts";
import type {Draw, FigureView} from "./views.ts";

/** CSS pixels on paper: 130 mm. */
const size = {width: 491, height: 116} as const;

/** The shares per category, for the unit, the municipality and the nation; the whole is always 100 per cent. */
export function distributionView(given: PackageFacts, {indicator, series}: Reading, draw: Draw): FigureView | null {
  const last = series.at(-1);
  if (!last) return null;
  const {language, unit, municipality} = given;
  const text = textOf(language);
  const isTop = unit.id === municipality.id;
  const bars: readonly {role: Role; name: string; id: string}[] = [
    {role: "own", name: text.own[unit.kind], id: unit.id},
    ...(isTop ? [] : [{role: "municipality" as const, name: text.shortComparators.municipality, id: municipality.id}]),
    {role: "nation", name: text.shortComparators.nation, id: nation}
  ];
  const own = sharesOf(given, unit.id, indicator, last.period);
  if (own.length === 0) return null;
  const other = sharesOf(given, isTop ? nation : municipality.id, indicator, last.period);
  const rows = bars.flatMap(({role, name, id}) =>
    sharesOf(given, id, indicator, last.period).map(
      ({label, fact}): DistributionRow => ({...drawnOf(fact), role, name, category: label})
    )
  );
  const look = {language, indicator: chartIndicator(indicator), ...size};
  const shares = own.map(({label, fact}) => ({
    label,
    own: fact,
    other: other.find((each) => each.label === label)?.fact
  }));
  return {
    id: indicator.id,
    title: titleOf(indicator, language),
    value: "",
    measure: "",
    isBlank: false,
    interval: "",
    period: periodLabel(last.period, language),
    sentence: distributionSentence(shares, text.whole[isTop ? "nation" : "municipality"], indicator, language),
    notes: [],
    question: indicator.question,
    charts: [chartView(draw, distribution, rows, look, distributionAlt(own, indicator, language))]
  };
}

function sharesOf(
  given: PackageFacts,
  unit: string,
  indicator: Indicator,
  period: PeriodId
): readonly {readonly label: string; readonly fact: DisclosedFact}[] {
  const facts = given.facts.categories(unit, indicator.id, period);
  return (findClassification(indicator.dimension ?? "")?.codes ?? []).flatMap(({code, label, labelEnglish}) => {
    const fact = facts.find(({category}) => category === code);
    return fact ? [{label: given.language === "da" ? label : labelEnglish, fact}] : [];
  });
}
