/** The cells of one block as variables and sums of them, for the elimination. */
import type {CellBlock} from "./block.ts";
import {guardsAt} from "./guards.ts";
import {halvesOf} from "./halves.ts";
import {amounts, type Guard} from "./primary.ts";
import type {DisclosureRules, Term} from "./rules.ts";
import {amountsOf, isShare, type Series, SeriesTable} from "./series.ts";
import type {Sum} from "./suppress.ts";

export const sumKinds = ["units", "categories", "linked"] as const;

export interface VariableSum {
  readonly kind: (typeof sumKinds)[number];
  /** The first is the sum of the others. */
  readonly variables: Sum;
}

export interface Variables {
  readonly unit: readonly number[];
  readonly value: readonly number[];
  /** Per cell: what it tells. */
  readonly told: readonly (readonly number[])[];
  /** Per cell: what must be kept of it. */
  readonly guards: readonly (readonly (Guard & {readonly variable: number})[])[];
  readonly sums: readonly VariableSum[];
}

export function variablesOf(block: CellBlock, rules: DisclosureRules): Variables {
  const guards = Array.from(block.unit, (_, cell) => guardsAt(block, cell, rules));
  const series = new SeriesTable(block, rules, amountsOf(block, guards, rules));
  const told = Array.from(block.unit, (_, cell) => series.tellOf(cell));
  return {
    unit: series.unit,
    value: series.value,
    told,
    guards: guards.map((list, cell) =>
      list.map((guard) => ({...guard, variable: series.variableOf(cell, guard.amount)}))
    ),
    sums: [
      ...[...series.all()].flatMap((each) => unitSums(each, block.tops.length)),
      ...cellSums(block, series),
      ...categorySums(block, series),
      ...linkedSums(block, rules, series)
    ]
  };
}

/** A unit is the sum of the units whose nearest variable upwards is its own. */
function unitSums({column: {parents}, at}: Series, units: number): readonly VariableSum[] {
  const sums = new Map<number, number[]>();
  for (let unit = 0; unit < units; unit++) {
    if (at[unit]! < 0) continue;
    let above = parents[unit]!;
    while (above >= 0 && at[above]! < 0) above = parents[above]!;
    if (above < 0) continue;
    const known = sums.get(above);
    if (known) known.push(at[unit]!);
    else sums.set(above, [at[above]!, at[unit]!]);
  }
  return [...sums.values()].map((variables) => ({kind: "units", variables}));
}

/** Both sides of a share make up its whole. */
function cellSums(block: CellBlock, series: SeriesTable): readonly VariableSum[] {
  return block.columns.flatMap((column) => {
    if (!isShare(column.indicator)) return [];
    const terms = (["denominator", "numerator", "complement"] as const).map((amount) =>
      series.seriesOf(column, amount)
    );
    return relate("linked", terms, series.value, block.tops.length);
  });
}

/** Per unit: categories make up their total. */
function categorySums(block: CellBlock, series: SeriesTable): readonly VariableSum[] {
  const byIndicator = Map.groupBy(
    block.columns,
    ({indicator, period}) => `${indicator.id}@${indicator.version} ${period}`
  );
  return [...byIndicator.values()].flatMap((columns) => {
    const total = columns.find(({category}) => category === "");
    const parts = columns.filter(({category}) => category !== "");
    if (!total || parts.length === 0) return [];
    const own = total.indicator.totals === "own";
    const told = own ? (["numerator"] as const) : amounts;
    const used = [...new Set(told.map((amount) => series.seriesOf(total, amount)))].filter(({at}) =>
      at.some((variable) => variable >= 0)
    );
    return used.flatMap(({amount}) =>
      relate(
        "categories",
        [total, ...parts].map((column) => series.seriesOf(column, amount)),
        series.value,
        block.tops.length
      )
    );
  });
}

function linkedSums(block: CellBlock, {families}: DisclosureRules, series: SeriesTable): readonly VariableSum[] {
  const find = ([id, told]: Term, period: string) => {
    const column = block.columns.findLast(
      (each) => each.indicator.id === id && each.period === period && each.category === ""
    );
    return column ? [series.seriesOf(column, told)] : [];
  };
  const periods = [...new Set(block.columns.map(({period}) => period))];
  return families.flatMap(({identities}) =>
    identities.flatMap(({whole, parts, over}) =>
      periods.flatMap((period) => {
        const [total] = find(whole, period);
        const terms = parts.flatMap((part) =>
          (over === "halves" ? halvesOf(period) : [period]).flatMap((each) => find(part, each))
        );
        return total && terms.length > 0 ? relate("linked", [total, ...terms], series.value, block.tops.length) : [];
      })
    )
  );
}

/** The sum in every unit where it holds (of nothing it is 0); where the whole is more, the rest is anybody's guess. */
function relate(
  kind: VariableSum["kind"],
  [total, ...parts]: readonly Series[],
  value: readonly number[],
  units: number
): readonly VariableSum[] {
  const sums: VariableSum[] = [];
  for (let unit = 0; unit < units; unit++) {
    const whole = total!.at[unit]!;
    const terms = parts.map(({at}) => at[unit]!).filter((variable) => variable >= 0 && variable !== whole);
    if (whole < 0) continue;
    const rest = value[whole]! - terms.reduce((sum, variable) => sum + value[variable]!, 0);
    if (Math.abs(rest) < 1e-4) sums.push({kind, variables: [whole, ...terms]});
  }
  return sums;
}
