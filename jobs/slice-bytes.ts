import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int16,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8
} from "@uwdata/flechette";
import {sliceColumns} from "../dashboards/slices.ts";

/** Facts as columns of equal length, named as the fields of a fact. */
export type StoredFacts = Readonly<Record<string, readonly unknown[]>>;

const text = () => dictionary(utf8(), int16());
const types: Readonly<Record<(typeof sliceColumns)[number], () => DataType>> = {
  indicator: text,
  version: int16,
  unit: text,
  period: text,
  category: text,
  value: float64,
  numerator: float64,
  denominator: float64,
  persons: int32,
  low: float64,
  high: float64,
  blank: text,
  linked: bool,
  members: int16,
  expected: int16
};

/** Those rows as an Arrow IPC stream; texts are dictionaries, so that a slice stays about 10 kB. */
export function sliceBytes(facts: StoredFacts, rows: readonly number[]): Uint8Array {
  const columns = sliceColumns.map((name): [string, Column<unknown>] => {
    const stored = facts[name];
    if (!stored) throw new Error(`no column of facts: ${name}`);
    return [
      name,
      columnFromArray(
        rows.map((row) => stored[row]),
        types[name]()
      ) as Column<unknown>
    ];
  });
  const bytes = tableToIPC(tableFromColumns(columns), {format: "stream"});
  if (!bytes) throw new Error("no bytes of a slice");
  return bytes;
}
