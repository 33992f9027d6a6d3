import type {BreakdownRow} from "../dashboards/charts/breakdown.ts";
import type {ChartIndicator, Drawn, Look, Role} from "../dashboards/charts/chart.ts";
import type {ComparisonRow} from "../dashboards/charts/comparison.ts";
import type {DistributionRow} from "../dashboards/charts/distribution.ts";
import type {FunnelRow} from "../dashboards/charts/funnel.ts";
import type {ChartId} from "../dashboards/charts/index.ts";
import type {StripRow} from "../dashboards/charts/strip.ts";
import type {TrendRow} from "../dashboards/charts/trend.ts";
import type {Blank} from "../queries/model.ts";
import {parsePeriod, stepPeriod} from "../queries/period.ts";

export const share: ChartIndicator = {
  measureLabel: "pct.",
  measureLabelEnglish: "%",
  decimals: 1,
  bounds: [0, 100],
  target: null,
  targetText: ""
};

export function lookOf(width: number, height: number, indicator: ChartIndicator = share): Look {
  return {language: "da", width, height, indicator};
}

export function drawn(value: number, half: number | null = null): Drawn {
  return {value, low: half === null ? null : value - half, high: half === null ? null : value + half, blank: null};
}

export function blank(reason: Blank = "hidden"): Drawn {
  return {value: null, low: null, high: null, blank: reason};
}

const periods = Array.from({length: 11}, (_, index) => stepPeriod(parsePeriod("2020-H2"), index));

export function trendRows(): readonly TrendRow[] {
  const line = (role: Role, name: string, start: number, hidden: readonly number[], half: number | null) =>
    periods.map((period, index): TrendRow => {
      const value = start + Math.sin(index * 1.3 + start) * 0.6 + index * 0.05;
      const breakText = index === 6 ? "ny definition" : null;
      return {...(hidden.includes(index) ? blank() : drawn(value, half)), period, role, name, breakText};
    });
  return [
    ...line("nation", "Hele landet", 6.4, [], null),
    ...line("municipality", "Aarhus Kommune", 6.1, [], null),
    ...line("own", "Skovvangskolen", 5.6, [3, 4, 9], 0.8)
  ];
}

export function comparisonRows(): readonly ComparisonRow[] {
  const row = (role: Role, name: string, value: Drawn, members = 1, expected = 1): ComparisonRow => ({
    ...value,
    role,
    name,
    members,
    expected
  });
  return [
    row("own", "Skovvangskolen", drawn(6.8, 0.9)),
    row("municipality", "Aarhus Kommune", drawn(5.6, 0.1)),
    row("neighbours", "Nabokommuner", drawn(6, 0.15), 6, 7),
    row("similar", "Lignende kommuner", drawn(6.3, 0.1), 10, 10),
    row("region", "Region Midtjylland", blank("not-yet-published")),
    row("nation", "Hele landet", drawn(6.3, 0.05), 96, 98)
  ];
}

export function distributionRows(): readonly DistributionRow[] {
  const categories = ["Aldrig", "Meget sjældent", "En gang imellem", "Tit", "Meget tit"];
  const bar = (role: Role, name: string, values: readonly (number | null)[]) =>
    categories.map((category, index): DistributionRow => {
      const value = values[index] ?? null;
      return {...(value === null ? blank() : drawn(value)), role, name, category};
    });
  return [
    ...bar("own", "Skovvangskolen", [2.1, 7.4, 25.5, 44, 21]),
    ...bar("municipality", "Aarhus Kommune", [4, 9, 28, 40, 19]),
    ...bar("region", "Region Midtjylland", [null, 12, 30, null, null]),
    ...bar("nation", "Hele landet", [null, null, null, null, null])
  ];
}

export function breakdownRows(): readonly BreakdownRow[] {
  return ["0. klasse", "1. klasse", "2. klasse", "3. klasse", "4. klasse", "5. klasse"].flatMap((category, index) => [
    {...(index === 2 ? blank() : drawn(4 + index * 0.7, 1)), role: "own", name: "Skovvangskolen", category},
    {...drawn(5 + index * 0.3), role: "municipality", name: "Aarhus Kommune", category},
    {...drawn(5.4 + index * 0.2), role: "nation", name: "Hele landet", category}
  ]);
}

export function funnelRows(): readonly FunnelRow[] {
  return Array.from({length: 52}, (_, index): FunnelRow => {
    const size = 60 + ((index * 97) % 840);
    const value = 6.2 + (Math.sin(index * 2.7) * 26) / Math.sqrt(size) + (index === 11 ? 6 : 0);
    const half = (1.96 * 17) / Math.sqrt(size);
    const own = index === 23;
    return {
      role: own ? "own" : "other",
      name: own ? "Skovvangskolen" : `Skole ${index}`,
      size,
      value,
      low: value - half,
      high: value + half
    };
  });
}

export function stripRows(): readonly StripRow[] {
  const rows = Array.from({length: 98}, (_, index): StripRow => {
    const role = index === 40 ? "own" : index % 16 === 3 ? "neighbours" : "other";
    const value = 6.3 + Math.sin(index * 12.9) * Math.cos(index * 4.1) * 1.8;
    return {...(index % 33 === 8 ? blank("not-reported") : drawn(value)), role, name: `Kommune ${index}`};
  });
  return [
    ...rows.map((row) => (row.role === "own" ? {...row, name: "Aarhus Kommune"} : row)),
    {...drawn(6.3), role: "nation", name: "Hele landet"}
  ];
}

export const samples: Record<ChartId, readonly {readonly value: number | null}[]> = {
  trend: trendRows(),
  comparison: comparisonRows(),
  distribution: distributionRows(),
  breakdown: breakdownRows(),
  funnel: funnelRows(),
  strip: stripRows()
};
