/** A block together with what earlier releases were made of: cells that tell the same are the same to whoever has them all. */
import type {Exposure} from "./audit.ts";
import type {CellBlock} from "./block.ts";

export interface Edition {
  readonly block: CellBlock;
  readonly statuses: Uint8Array;
  /** Cells that their own managers were told. */
  readonly handed: ReadonlySet<number>;
}

export interface Earlier {
  /** Newest first; releases that told the same stand here once. */
  readonly editions: readonly Edition[];
  /** Cells of the new block that are shown there as they are now, and those that must be hidden for what was. */
  readonly shown: ReadonlySet<number>;
  readonly hidden: readonly number[];
}

/** The cells of the new block and then those of the earlier ones, in columns of their own. */
export function jointOf(now: CellBlock, earlier: Earlier | undefined): CellBlock {
  if (!earlier) return now;
  const blocks = [now, ...earlier.editions.map(({block}) => block)];
  const firsts = startsOf(blocks.map(({columns}) => columns.length));
  const join = (field: "numerator" | "denominator" | "persons" | "squares") =>
    Float64Array.from(blocks.flatMap((block) => [...block[field]]));
  return {
    columns: blocks.flatMap(columnsOf),
    tops: now.tops,
    unit: Int32Array.from(blocks.flatMap(({unit}) => [...unit])),
    column: Int32Array.from(blocks.flatMap(({column}, index) => [...column].map((each) => each + firsts[index]!))),
    numerator: join("numerator"),
    denominator: join("denominator"),
    persons: join("persons"),
    squares: join("squares"),
    ...(now.byHand ? {byHand: now.byHand} : {})
  };
}

/** Each release's indicators are its own, so that only what is the same in number is taken to be the same. */
function columnsOf({columns}: CellBlock, edition: number): CellBlock["columns"] {
  if (edition === 0) return columns;
  const clones = new Map(columns.map(({indicator}) => [indicator, {...indicator}]));
  return columns.map((column) => ({...column, edition, indicator: clones.get(column.indicator)!}));
}

export function jointStatuses(statuses: Uint8Array, earlier: Earlier | undefined): Uint8Array {
  return earlier
    ? Uint8Array.from([statuses, ...earlier.editions.map((each) => each.statuses)].flatMap((each) => [...each]))
    : statuses;
}

/** Cells of the joint block that their own managers were told in earlier releases. */
export function handedBefore(cells: number, {editions}: Earlier): ReadonlySet<number> {
  const firsts = startsOf([cells, ...editions.map(({block}) => block.unit.length)]).slice(1);
  return new Set(editions.flatMap(({handed}, index) => [...handed].map((cell) => cell + firsts[index]!)));
}

function startsOf(lengths: readonly number[]): readonly number[] {
  return lengths.map((_, place) => lengths.slice(0, place).reduce((sum, length) => sum + length, 0));
}

/** The exposure as one of the new block, where something can still be done. */
export function nowOf(exposure: Exposure, now: CellBlock, joint: CellBlock): Exposure {
  const here = (cell: number): readonly number[] => {
    if (cell < now.unit.length) return [cell];
    const {indicator, period, category} = joint.columns[joint.column[cell]!]!;
    const column = now.columns.findIndex(
      (each) =>
        each.indicator.id === indicator.id &&
        each.indicator.version === indicator.version &&
        each.period === period &&
        each.category === category
    );
    const found = now.unit.findIndex((each, index) => each === joint.unit[cell] && now.column[index] === column);
    return found < 0 ? [] : [found];
  };
  const linked = [...new Set(exposure.linked.flatMap(here))];
  const [cell = linked[0]] = here(exposure.cell);
  if (cell === undefined) throw new Error("what an earlier release hid of something that is gone cannot be kept");
  return {...exposure, cell, linked, attacker: exposure.attacker === "open" ? "A0" : exposure.attacker};
}
