import type {BreakdownRow} from "../dashboards/charts/breakdown.ts";
import type {ChartIndicator, Drawn, Look, PlaceRow, Role} from "../dashboards/charts/chart.ts";
import type {ComparisonRow} from "../dashboards/charts/comparison.ts";
import type {DistributionRow} from "../dashboards/charts/distribution.ts";
import type {FunnelRow} from "../dashboards/charts/funnel.ts";
import type {ChartId} from "../dashboards/charts/index.ts";
import type {ScatterRow} from "../dashboards/charts/scatter.ts";
import type {StripRow} from "../dashboards/charts/strip.ts";
import type {TileRow} from "../dashboards/charts/tiles.ts";
import type {TrendRow} from "../dashboards/charts/trend.ts";
import {municipalities} from "../queries/classifications/municipalities.ts";
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
  const titles = {across: "Elever, der trives (pct.)", up: "Elevfravær (pct.)"};
  return {language: "da", width, height, indicator, pair: {across: share, titles}};
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

export function barRows(count = 12): readonly PlaceRow[] {
  const rows = placeRows().filter(({role}) => role !== "whole");
  return [...rows.slice(30, 30 + count), ...placeRows().filter(({role}) => role === "whole")];
}

/** All municipalities with their own names, in the order of their codes, and two totals. */
export function placeRows(): readonly TileRow[] {
  const rows = municipalities.codes.map(({code, label}, index): TileRow => {
    const role = code === "370" ? "own" : ["320", "329", "340", "376", "390"].includes(code) ? "group" : "other";
    const value = 6.3 + Math.sin(index * 12.9) * Math.cos(index * 4.1) * 1.8;
    const reason = index % 40 === 9 ? "not-reported" : "hidden";
    return {...(index % 20 === 9 || code === "340" ? blank(reason) : drawn(value, 0.3)), role, id: code, name: label};
  });
  return [
    ...rows,
    {...drawn(6.1), role: "whole", id: "085", name: "Region Sjælland"},
    {...drawn(6.3), role: "whole", id: "000", name: "Hele landet"}
  ];
}

export function scatterRows(): readonly ScatterRow[] {
  return placeRows().flatMap(({role, id, name, ...up}, index): ScatterRow[] => {
    if (role === "whole") return [];
    const across =
      index % 33 === 4 ? blank("exempt") : drawn(68 + Math.sin(index * 7.7) * 9 + (up.value ?? 6) * -2, 2.5);
    return [{role, id, name, across, up}];
  });
}

export function multiplesRows(): readonly TrendRow[] {
  const names = ["Skovvangskolen", "Bøgelundskolen", "Den Internationale Skole i Aarhus", "Åskolen", "Skolen ved Søen"];
  const [nation, ...rest] = Map.groupBy(trendRows(), ({role}) => role).values();
  const own = rest.at(-1) ?? [];
  return [
    ...names.flatMap((name, index) =>
      own.map((row): TrendRow => {
        if (row.value === null || index === 3) return {...row, ...blank(), name, breakText: row.breakText};
        return {...row, ...drawn(row.value + Math.sin(index * 2.1), 0.5), name};
      })
    ),
    ...(nation ?? [])
  ];
}

export const samples = {
  bars: barRows(),
  trend: trendRows(),
  comparison: comparisonRows(),
  distribution: distributionRows(),
  breakdown: breakdownRows(),
  funnel: funnelRows(),
  multiples: multiplesRows(),
  position: placeRows(),
  scatter: scatterRows(),
  sparkline: trendRows().filter(({role}) => role !== "nation"),
  strip: stripRows(),
  tiles: placeRows()
} as const satisfies Record<ChartId, readonly object[]>;
