/** Tells which standard, or which mapping, a header belongs to. */

import {findStandard, standards} from "../queries/standards/index.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import {Doubt, Refusal, type Said} from "./examination.ts";
import type {Mapping} from "./mapping.ts";

/** Headers are compared without case, spaces and punctuation. */
export function plainHeader(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The standard's column that a header names, if any. */
export function columnOf(standard: Standard, header: string): Column | null {
  const plain = plainHeader(header);
  if (plain === "") return null;
  const named = (column: Column) =>
    [column.id, column.header, ...(column.aliases ?? [])].some((name) => plainHeader(name) === plain);
  return standard.columns.find(named) ?? null;
}

const allNames = new Set(
  standards.flatMap(({columns}) =>
    columns.flatMap(({id, header, aliases = []}) => [id, header, ...aliases].map(plainHeader))
  )
);

/** How many cells of a header are known to any standard. */
export function countKnownHeaders(header: readonly string[]): number {
  return new Set(header.map(plainHeader).filter((cell) => allNames.has(cell))).size;
}

export interface Match {
  readonly standard: Standard;
  /** Per column of the file, in its order: the standard's column or null. */
  readonly columns: readonly (Column | null)[];
}

/** The standard of a header; `said` can name it. Throws a question or a refusal that says what is missing. */
export function matchStandard(header: readonly string[], said: Said): Match {
  const standard = said.standard === undefined ? tellStandard(header) : namedStandard(said.standard);
  const columns = header.map((cell) => columnOf(standard, cell));
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice) throw new Refusal("repeated-column", `Kolonnen ${twice.header} står flere gange i filen.`);
  const missing = missingColumns(standard, columns);
  if (missing.length > 0)
    throw new Refusal(
      "missing-columns",
      `Filen mangler ${missing.length === 1 ? "kolonnen" : "kolonnerne"} ${missing.map(({header: name}) => name).join(", ")} i standarden ${standard.title}.`
    );
  for (const id of ["municipality", "period"] as const) {
    if (columns.some((column) => column?.id === id) || said[id] !== undefined) continue;
    const column = standard.columns.find((candidate) => candidate.id === id)!;
    throw new Doubt(`--${id}`, `Filen har ingen kolonne ${column.header}. Angiv den med --${id}.`);
  }
  return {standard, columns};
}

function namedStandard(id: string): Standard {
  const standard = findStandard(id);
  if (standard) return standard;
  throw new Refusal(
    "standard",
    `Standarden ${JSON.stringify(id)} findes ikke. Vælg en af ${standards.map((known) => known.id).join(", ")}.`
  );
}

function missingColumns(standard: Standard, columns: readonly (Column | null)[]): readonly Column[] {
  const byOption = (id: string) => id === "municipality" || id === "period";
  return standard.columns.filter((column) => column.required && !columns.includes(column) && !byOption(column.id));
}

function tellStandard(header: readonly string[]): Standard {
  const scored = standards.map((standard) => {
    const columns = header.map((cell) => columnOf(standard, cell));
    const known = new Set(columns.filter((column) => column !== null)).size;
    return {standard, known, complete: missingColumns(standard, columns).length === 0};
  });
  const complete = scored.filter((score) => score.complete);
  const best = Math.max(0, ...complete.map(({known}) => known));
  const winners = complete.filter(({known}) => known === best);
  if (winners.length === 1) return winners[0]!.standard;
  const near = [...scored]
    .sort((a, b) => b.known - a.known)
    .filter(({known}) => known > 1)
    .slice(0, 3);
  throw new Doubt(
    "--standard",
    winners.length > 1
      ? `Kolonnerne passer på flere standarder: ${winners.map(({standard}) => standard.title).join(", ")}. Angiv den rette med --standard.`
      : `Det kan ikke afgøres, hvilken standard filen følger${near.length > 0 ? `; den ligner mest ${near.map(({standard}) => standard.title).join(", ")}` : ""}. Angiv den med --standard, eller læg en oversættelse i mappen mappings.`,
    (winners.length > 1 ? winners : near).map(({standard}) => standard.id)
  );
}

/** The only mapping that fits, if any; several are a question. */
export function theOnly(fitting: readonly Mapping[]): Mapping | null {
  if (fitting.length > 1)
    throw new Doubt(
      "--mapping",
      `Flere oversættelser passer på filen: ${fitting.map(({title}) => title).join(", ")}. Angiv den rette med --mapping.`,
      fitting.map(({id}) => id)
    );
  return fitting[0] ?? null;
}
