import type {Role} from "../../dashboards/charts/chart.ts";
import {type DistributionRow, distribution} from "../../dashboards/charts/distribution.ts";
import {distributionAlt} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import {findClassification} from "../../queries/classifications/index.ts";
import type {DisclosedFact, Indicator} from "../../queries/model.ts";
import {chartView} from "./chart-view.ts";
import {chartIndicator, drawnOf} from "./drawn.ts";
import type {PackageFacts} from "./facts.ts";
import type {ChartView, Draw} from "./views.ts";

/** Shares per category for the unit and, where the release has them, for the municipality. */
export function distributionChart(
  given: PackageFacts,
  indicator: Indicator,
  last: DisclosedFact,
  size: {readonly width: number; readonly height: number},
  draw: Draw
): ChartView | null {
  const {language, unit, municipality} = given;
  const text = textOf(language);
  const bars: {role: Role; name: string; id: string}[] = [{role: "own", name: text.own[unit.kind], id: unit.id}];
  if (unit.id !== municipality.id)
    bars.push({role: "municipality", name: text.shortComparators.municipality, id: municipality.id});
  bars.push({role: "nation", name: text.shortComparators.nation, id: "000"});
  const codes = findClassification(indicator.dimension ?? "")?.codes ?? [];
  const shares = (id: string) => {
    const facts = given.facts.categories(id, indicator.id, last.period);
    return codes.flatMap(({code, label, labelEnglish}) => {
      const fact = facts.find(({category}) => category === code);
      return fact ? [{label: language === "da" ? label : labelEnglish, fact}] : [];
    });
  };
  const own = shares(unit.id);
  if (own.length === 0) return null;
  const rows = bars.flatMap(({role, name, id}) =>
    shares(id).map(({label, fact}): DistributionRow => ({...drawnOf(fact), role, name, category: label}))
  );
  const look = {language, indicator: chartIndicator(indicator), ...size};
  return chartView(draw, distribution, rows, look, distributionAlt(own, indicator, language));
}
