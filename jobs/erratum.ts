/** What a correction changes, figure by figure, beside the issue that it corrects. */
import {join} from "node:path";
import {type Engine, quoteText} from "../queries/engine.ts";
import type {SignedIssue} from "../queries/registry/signoffs.ts";
import type {Erratum, FactChange} from "../templates/context/erratum.ts";
import type {ExportTable, ExportValue} from "../templates/export/export-tables.ts";

/** A row of `data/facts`, as far as a change can be told from it. */
export interface FactRow {
  readonly unit: string;
  readonly unit_name: string;
  readonly indicator: string;
  readonly title: string;
  readonly period: string;
  readonly category: string;
  readonly category_label: string;
  readonly value: number | null;
  readonly blank: string | null;
  readonly shown: string;
}

const columns = [
  ...["unit", "unit_name", "indicator", "title", "period", "category", "category_label"],
  ...["value", "blank", "shown"]
] as const;

/** Reads the corrected issue's own figures, so that what is compared is what people have. */
export async function erratumOf(
  {engine, packages}: {readonly engine: Engine; readonly packages: string},
  corrected: Pick<SignedIssue, "issue" | "releaseAt">,
  facts: ExportTable,
  {reason, reasonAt}: {readonly reason: string; readonly reasonAt: string}
): Promise<Erratum> {
  const path = join(packages, corrected.issue, "data", "facts.parquet");
  const before = await engine.rows<FactRow>(`SELECT ${columns.join(", ")} FROM read_parquet(${quoteText(path)})`);
  return {
    replaces: corrected.issue,
    releasedAt: corrected.releaseAt,
    reason,
    reasonAt,
    changes: changesBetween(before, rowsOf(facts))
  };
}

export function rowsOf({columns: known, rows}: ExportTable): readonly FactRow[] {
  const places = columns.map((name) => known.findIndex((column) => column.name === name));
  return rows.map(
    (row) => Object.fromEntries(columns.map((name, index) => [name, row[places[index]!]])) as unknown as FactRow
  );
}

/** In the order of the new figures, those that are gone last. A figure that is not shown any more is not told of again. */
export function changesBetween(before: readonly FactRow[], now: readonly FactRow[]): readonly FactChange[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const left = new Set(known.keys());
  const changed = now.flatMap((row) => {
    left.delete(keyOf(row));
    const old = known.get(keyOf(row));
    return old && isSame(old, row) ? [] : [changeOf(row, old ?? null, row)];
  });
  return [...changed, ...[...left].map((key) => changeOf(known.get(key)!, known.get(key)!, null))];
}

function keyOf({unit, indicator, period, category}: FactRow): string {
  return JSON.stringify([unit, indicator, period, category]);
}

function isSame(a: FactRow, b: FactRow): boolean {
  return a.value === null || b.value === null ? a.blank === b.blank : a.value === b.value;
}

function changeOf(row: FactRow, before: FactRow | null, now: FactRow | null): FactChange {
  const {unit, unit_name: unitName, indicator, title, period, category, category_label: categoryLabel} = row;
  return {
    ...{unit, unitName, indicator, title, period, category, categoryLabel},
    before: before === null ? "absent" : before.value === null ? "blank" : now?.value == null ? "withheld" : "shown",
    shownBefore: before !== null && (before.value === null || now?.value != null) ? before.shown : "",
    now: now === null ? "absent" : now.value === null ? "blank" : "shown",
    shownNow: now?.shown ?? ""
  };
}

/** Table `changes`: the whole erratum for machines. */
export function changesTable(changes: readonly FactChange[]): ExportTable {
  const of: readonly (readonly [string, string, (change: FactChange) => ExportValue])[] = [
    ["unit", "Enhedens eller sammenligningsgruppens id.", ({unit}) => unit],
    ["unit_name", "Enhedens eller gruppens navn.", ({unitName}) => unitName],
    ["indicator", "Nøgletallets id, se tabellen definitions.", ({indicator}) => indicator],
    ["title", "Nøgletallets titel.", ({title}) => title],
    ["period", "Periode: 2025-H2, 2024/25 eller 2025.", ({period}) => period],
    ["category", "Kode for fordelingen; tom for alle under ét.", ({category}) => category],
    ["before", "shown, blank, absent eller withheld: stod i den gamle og vises ikke mere.", ({before}) => before],
    ["shown_before", "Tallet, som det stod; tomt, hvor det ikke vises mere.", ({shownBefore}) => shownBefore],
    ["now", "shown, blank eller absent.", ({now}) => now],
    ["shown_now", "Tallet, som det står nu.", ({shownNow}) => shownNow]
  ];
  return {
    name: "changes",
    title: "Rettelser",
    columns: of.map(([name, description]) => ({name, type: "text", description})),
    rows: changes.map((change) => of.map(([, , value]) => value(change)))
  };
}
