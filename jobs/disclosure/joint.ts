/** A block together with what an earlier release was made of: cells that tell the same are the same to whoever has both. */
import type {Exposure} from "./audit.ts";
import type {CellBlock} from "./block.ts";

export interface Earlier {
  readonly block: CellBlock;
  readonly statuses: Uint8Array;
  /** Cells of the new block that are shown there as they are now, and those that must be hidden for what was. */
  readonly shown: ReadonlySet<number>;
  readonly hidden: readonly number[];
}

/** The cells of the new block and then those of the earlier one, in columns of their own. */
export function jointBlock(now: CellBlock, {block: before}: Earlier): CellBlock {
  const clones = new Map(before.columns.map(({indicator}) => [indicator, {...indicator}]));
  const join = (field: "numerator" | "denominator" | "persons" | "squares") =>
    Float64Array.from([...now[field], ...before[field]]);
  return {
    columns: [
      ...now.columns,
      ...before.columns.map((column) => ({...column, indicator: clones.get(column.indicator)!}))
    ],
    tops: now.tops,
    unit: Int32Array.from([...now.unit, ...before.unit]),
    column: Int32Array.from([...now.column, ...before.column.map((column) => column + now.columns.length)]),
    numerator: join("numerator"),
    denominator: join("denominator"),
    persons: join("persons"),
    squares: join("squares")
  };
}

/** The exposure as one of the new block, where something can still be done. */
export function nowOf(exposure: Exposure, now: CellBlock, {block: before}: Earlier): Exposure {
  const here = (cell: number): readonly number[] => {
    if (cell < now.unit.length) return [cell];
    const {indicator, period, category} = before.columns[before.column[cell - now.unit.length]!]!;
    const column = now.columns.findIndex(
      (each) =>
        each.indicator.id === indicator.id &&
        each.indicator.version === indicator.version &&
        each.period === period &&
        each.category === category
    );
    const unit = before.unit[cell - now.unit.length];
    const found = now.unit.findIndex((each, index) => each === unit && now.column[index] === column);
    return found < 0 ? [] : [found];
  };
  const linked = [...new Set(exposure.linked.flatMap(here))];
  const [cell = linked[0]] = here(exposure.cell);
  if (cell === undefined) throw new Error("what an earlier release hid of something that is gone cannot be kept");
  return {...exposure, cell, linked, attacker: exposure.attacker === "open" ? "A0" : exposure.attacker};
}
