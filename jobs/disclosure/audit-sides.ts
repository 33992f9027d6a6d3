/** Everything that cancels out in the released table by its units and definitions, whether shown or not: the auditor's own reading. */
import type {CellBlock} from "./block.ts";
import {halvesOf} from "./halves.ts";
import type {Amount} from "./primary.ts";
import type {DisclosureRules, Identity, ProtectedIndicator} from "./rules.ts";

/** Coefficient, cell, amount: over all sides of one equation these cancel, where the table agrees. */
export type Side = readonly [number, number, Amount];

export interface Relation {
  /** The same for all that hold for one reason. */
  readonly reason: () => string;
  readonly sides: readonly Side[];
}

export function* allRelations(table: Table, rules: DisclosureRules): Iterable<Relation> {
  const {block} = table;
  const names = (sides: readonly Side[]) =>
    sides.map(([, cell, amount]) => `${block.columns[block.column[cell]!]!.indicator.id} ${amount}`);
  for (const sides of unitSides(table)) yield {reason: () => `units ${names(sides)[0]}`, sides};
  for (const each of [breakdownSides(table), cellSides(table), versionSides(table), identitySides(table, rules)])
    for (const sides of each) yield {reason: () => [...new Set(names(sides))].join(), sides};
}

/** The released table by column and unit. */
export class Table {
  readonly block: CellBlock;
  readonly cells: readonly Int32Array[];
  readonly amounts: readonly (readonly Amount[])[];

  constructor(block: CellBlock) {
    this.block = block;
    this.cells = block.columns.map(() => new Int32Array(block.tops.length).fill(-1));
    for (const [cell, column] of block.column.entries()) this.cells[column]![block.unit[cell]!] = cell;
    this.amounts = block.columns.map(({indicator}) => tellableOf(indicator));
  }

  find(column: number, unit: number): readonly number[] {
    const cell = this.cells[column]![unit]!;
    return cell < 0 ? [] : [cell];
  }

  /** The newest version's column over all categories in one release, or -1. */
  totalOf(id: string, period: string, edition: number): number {
    return this.block.columns.findLastIndex(
      (each) =>
        each.indicator.id === id && each.period === period && each.category === "" && (each.edition ?? 0) === edition
    );
  }
}

function tellableOf({counts, measure, bounds}: ProtectedIndicator): readonly Amount[] {
  if (measure === "count") return ["numerator", "persons"];
  if (counts === "persons") return ["numerator", "complement", "denominator", "persons"];
  if (counts === "scores") return bounds ? ["persons", "below", "above"] : ["persons", "numerator"];
  return counts === "both" ? ["numerator", "denominator", "persons"] : ["persons", "numerator"];
}

/** Every unit is the sum of those right below it, or of those below them where it skips a level. */
function* unitSides({block, cells, amounts}: Table): Iterable<readonly Side[]> {
  for (const [column, {parents}] of block.columns.entries()) {
    const here = cells[column]!;
    const below = new Map<number, number[]>();
    for (const [unit, cell] of here.entries()) {
      if (cell < 0) continue;
      let above = parents[unit]!;
      while (above >= 0 && here[above]! < 0) above = parents[above]!;
      if (above >= 0) below.get(above)?.push(cell) ?? below.set(above, [cell]);
    }
    for (const [unit, children] of below)
      for (const amount of amounts[column]!)
        yield [[1, here[unit]!, amount], ...children.map((cell): Side => [-1, cell, amount])];
  }
}

/** Categories add up to their total, or each repeats its whole. */
function* breakdownSides(table: Table): Iterable<readonly Side[]> {
  const {columns, tops} = table.block;
  for (const [total, {indicator, period, category}] of columns.entries()) {
    if (category !== "") continue;
    const parts = [...columns.keys()].filter((column) => {
      const each = columns[column]!;
      return each.category !== "" && each.indicator === indicator && each.period === period;
    });
    if (parts.length === 0) continue;
    const repeats: readonly Amount[] = indicator.totals === "own" ? ["denominator", "persons"] : [];
    for (let unit = 0; unit < tops.length; unit++) {
      const [whole] = table.find(total, unit);
      const cells = parts.flatMap((column) => table.find(column, unit));
      if (whole === undefined || cells.length === 0) continue;
      for (const amount of table.amounts[total]!)
        if (repeats.includes(amount))
          for (const cell of cells)
            yield [
              [1, whole, amount],
              [-1, cell, amount]
            ];
        else if (repeats.length === 0 || amount === "numerator")
          yield [[1, whole, amount], ...cells.map((cell): Side => [-1, cell, amount])];
    }
  }
}

/** Inside one cell: both sides of a share make up its whole, which is most often the number of persons. */
function* cellSides({block, amounts}: Table): Iterable<readonly Side[]> {
  for (const [cell, column] of block.column.entries()) {
    const told = amounts[column]!;
    if (told.includes("complement")) {
      yield [
        [1, cell, "denominator"],
        [-1, cell, "numerator"],
        [-1, cell, "complement"]
      ];
      yield [
        [1, cell, "denominator"],
        [-1, cell, "persons"]
      ];
    }
    const {indicator} = block.columns[column]!;
    if (!told.includes("above")) continue;
    const [lowest, highest] = indicator.bounds!;
    yield [
      [lowest - highest, cell, "persons"],
      [1, cell, "below"],
      [1, cell, "above"]
    ];
  }
}

/** Versions of an indicator, and what several releases told of it, where they tell the same. */
function* versionSides(table: Table): Iterable<readonly Side[]> {
  const {columns, tops} = table.block;
  const groups = Map.groupBy(columns.keys(), (column) => {
    const {indicator, period, category} = columns[column]!;
    return `${indicator.id} ${period} ${category}`;
  });
  for (const group of groups.values())
    for (const [place, other] of group.entries())
      for (const first of group.slice(0, place))
        for (let unit = 0; unit < tops.length; unit++) {
          const [a, b] = [...table.find(first, unit), ...table.find(other, unit)];
          if (a !== undefined && b !== undefined)
            for (const amount of table.amounts[other]!)
              yield [
                [1, a, amount],
                [-1, b, amount]
              ];
        }
}

/** What the definitions say of several indicators in one unit. */
function* identitySides(table: Table, {families}: DisclosureRules): Iterable<readonly Side[]> {
  const {columns} = table.block;
  const tellings = new Map(columns.map(({period, edition = 0}) => [`${edition} ${period}`, {period, edition}]));
  for (const telling of tellings.values())
    for (const {same, identities} of families) {
      const peers: readonly Identity[] = same.slice(1).map((id, place) => ({
        whole: [id, "persons"],
        parts: [[same[place]!, "persons"]],
        over: "period"
      }));
      for (const identity of [...peers, ...identities]) yield* sidesOf(table, identity, telling);
    }
}

function* sidesOf(
  table: Table,
  {whole, parts, over}: Identity,
  {period, edition}: {readonly period: string; readonly edition: number}
): Iterable<readonly Side[]> {
  const total = table.totalOf(whole[0], period, edition);
  const terms = (over === "halves" ? halvesOf(period) : [period]).flatMap((each) =>
    parts.map(([id, told]) => [table.totalOf(id, each, edition), told] as const)
  );
  if (total < 0 || terms.every(([column]) => column < 0)) return;
  for (let unit = 0; unit < table.block.tops.length; unit++)
    for (const cell of table.find(total, unit))
      yield [
        [1, cell, whole[1]],
        ...terms.flatMap(([column, told]) =>
          column < 0 ? [] : table.find(column, unit).map((each): Side => [-1, each, told])
        )
      ];
}
