/** The amounts of a block as series over its units: which take part, and which indicators share them. */
import {type CellBlock, type CellColumn, countsOf, indicatorOf} from "./block.ts";
import {type Amount, amountOf, type Guard} from "./primary.ts";
import {type DisclosureRules, findFamily} from "./rules.ts";

/** The same thing of many units. */
export interface Series {
  readonly amount: Amount;
  readonly column: CellColumn;
  /** Per unit: its variable, or -1. */
  readonly at: Int32Array;
}

/** Which amounts take part, per indicator: always the persons or both sides of a share, others only where something needs them. */
export function amountsOf(block: CellBlock, guards: readonly (readonly Guard[])[], rules: DisclosureRules) {
  const wanted = new Map<string, Set<Amount>>();
  for (const {indicator} of block.columns) wanted.set(indicator.id, new Set(basicAmounts(indicator)));
  for (const [cell, list] of guards.entries())
    for (const {amount} of list) wanted.get(indicatorOf(block, cell).id)!.add(amount);
  for (const {identities} of rules.families)
    for (const {whole, parts} of identities) for (const [id, told] of [whole, ...parts]) wanted.get(id)?.add(told);
  for (const [cell, column] of block.column.entries()) {
    const {indicator} = block.columns[column]!;
    if (indicator.counts === "persons" && block.denominator[cell] !== block.persons[cell])
      wanted.get(indicator.id)!.add("denominator");
  }
  for (const {indicator} of block.columns) {
    const set = wanted.get(indicator.id)!;
    if (!isShare(indicator) || differs(block, indicator.id)) continue;
    set.delete("denominator"); // it is the number of persons
    set.add("persons");
  }
  return wanted;
}

function differs(block: CellBlock, id: string): boolean {
  return block.column.some(
    (column, cell) => block.columns[column]!.indicator.id === id && block.denominator[cell] !== block.persons[cell]
  );
}

export function isShare({counts, measure}: CellColumn["indicator"]): boolean {
  return counts === "persons" && measure !== "count";
}

function basicAmounts({counts, measure}: CellColumn["indicator"]): readonly Amount[] {
  if (measure === "count") return ["numerator"];
  if (counts === "persons") return ["numerator", "complement", "persons"];
  return counts === "both" ? ["numerator", "denominator", "persons"] : ["persons"];
}

/** All series of a block, made as they are asked for. */
export class SeriesTable {
  readonly unit: number[] = [];
  readonly value: number[] = [];
  readonly #block: CellBlock;
  readonly #rules: DisclosureRules;
  readonly #amounts: ReadonlyMap<string, ReadonlySet<Amount>>;
  readonly #series = new Map<string, Series>();

  constructor(block: CellBlock, rules: DisclosureRules, amounts: ReadonlyMap<string, ReadonlySet<Amount>>) {
    this.#block = block;
    this.#rules = rules;
    this.#amounts = amounts;
    for (let cell = 0; cell < block.unit.length; cell++) this.tellOf(cell);
  }

  all(): Iterable<Series> {
    return this.#series.values();
  }

  tellOf(cell: number): readonly number[] {
    const {id} = indicatorOf(this.#block, cell);
    return [...this.#amounts.get(id)!].map((amount) => this.variableOf(cell, amount));
  }

  variableOf(cell: number, asked: Amount): number {
    const {unit, column} = this.#block;
    const {at} = this.seriesOf(this.#block.columns[column[cell]!]!, asked);
    const known = at[unit[cell]!]!;
    if (known >= 0) return known;
    at[unit[cell]!] = this.value.length;
    this.unit.push(unit[cell]!);
    this.value.push(amountOf(countsOf(this.#block, cell), asked, indicatorOf(this.#block, cell)));
    return this.value.length - 1;
  }

  /** Indicators that count the same persons share them, and so do versions, and categories that repeat a denominator. */
  seriesOf(column: CellColumn, asked: Amount): Series {
    const {indicator, category, period} = column;
    const amount = asked === "denominator" && !this.#amounts.get(indicator.id)!.has(asked) ? "persons" : asked;
    const family = findFamily(indicator.id, this.#rules);
    const repeats = indicator.totals === "own" && (amount === "persons" || amount === "denominator");
    const shared = amount === "persons" && category === "" && family?.same.includes(indicator.id);
    const key = `${shared ? `${family!.id}=` : indicator.id} ${period} ${repeats ? "" : category} ${amount}`;
    let series = this.#series.get(key);
    if (!series) {
      series = {amount, column, at: new Int32Array(this.#block.tops.length).fill(-1)};
      this.#series.set(key, series);
    }
    return series;
  }
}
