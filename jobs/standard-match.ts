/** Tells which standard, or which mapping, a header belongs to. */

import {findStandard, standards} from "../queries/standards/index.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import {Doubt, Refusal, type Said} from "./examination.ts";
import type {Mapping} from "./mapping.ts";
import {nameOfStandard, namesOfStandards} from "./standard-name.ts";

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
  if (missing.length > 0) throw new Refusal("missing-columns", missingText(standard, header, columns, missing));
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
  throw new Refusal("standard", `Standarden ${JSON.stringify(id)} findes ikke. Vælg en af ${namesOfStandards()}.`);
}

function missingColumns(standard: Standard, columns: readonly (Column | null)[]): readonly Column[] {
  const byOption = (id: string) => id === "municipality" || id === "period";
  return standard.columns.filter((column) => column.required && !columns.includes(column) && !byOption(column.id));
}

interface Score {
  readonly standard: Standard;
  readonly columns: readonly (Column | null)[];
  /** Columns of the standard that the file has. */
  readonly known: number;
  readonly missing: readonly Column[];
}

function tellStandard(header: readonly string[]): Standard {
  const scored = standards.map((standard): Score => {
    const columns = header.map((cell) => columnOf(standard, cell));
    const known = new Set(columns.filter((column) => column !== null)).size;
    return {standard, columns, known, missing: missingColumns(standard, columns)};
  });
  const complete = scored.filter(({missing}) => missing.length === 0);
  const best = Math.max(0, ...complete.map(({known}) => known));
  const winners = complete.filter(({known}) => known === best);
  if (winners.length === 1) return winners[0]!.standard;
  throw winners.length > 1 ? severalFit(winners) : noneFits(header, scored);
}

function severalFit(winners: readonly Score[]): Doubt {
  const ids = winners.map(({standard}) => standard.id);
  const text = `Kolonnerne passer på flere standarder: ${namesOfStandards(ids)}. Angiv den rette med --standard.`;
  return new Doubt("--standard", text, ids);
}

/** Fewer known columns than this may be chance, and the first line no header. */
const fewestKnown = 3;

/** The question, and what the file lacks of the standard that it is nearest to, when one is. */
function noneFits(header: readonly string[], scored: readonly Score[]): Doubt {
  const near = scored
    .toSorted((a, b) => b.known - a.known || a.missing.length - b.missing.length)
    .filter(({known}) => known > 1)
    .slice(0, 3);
  const [first, second] = near;
  const ids = near.map(({standard}) => standard.id);
  const like = near.length > 0 ? `; den ligner mest ${namesOfStandards(ids)}` : "";
  const text = `Det kan ikke afgøres, hvilken standard filen følger${like}. Angiv den med --standard, eller læg en oversættelse i mappen mappings.`;
  const isNearest = first && first.known >= fewestKnown && first.known > (second?.known ?? 0);
  if (!isNearest) return new Doubt("--standard", text, ids);
  const message = missingText(first.standard, header, first.columns, first.missing);
  return new Doubt("--standard", text, ids, [
    {rule: "missing-columns", severity: "error", message, count: 0, lines: []}
  ]);
}

/** Names of columns only: what is under them is never told, nor what stands where names are not sure to be. */
function missingText(
  standard: Standard,
  header: readonly string[],
  columns: readonly (Column | null)[],
  missing: readonly Column[]
): string {
  const word = missing.length === 1 ? "kolonnen" : "kolonnerne";
  const names = missing.map(({header: name}) => name).join(", ");
  const isHeader = columns.filter((column) => column !== null).length >= fewestKnown;
  const unknown = isHeader ? header.filter((_, index) => columns[index] === null) : [];
  return `Filen mangler ${word} ${names} i standarden ${nameOfStandard(standard.id)}.${unknown.length === 0 ? "" : ` Den har ${unknownText(unknown)}, som standarden ikke kender.`}`;
}

function unknownText(unknown: readonly string[]): string {
  const names = unknown.slice(0, 20).map((name) => `“${name.slice(0, 60)}”`);
  return `${unknown.length === 1 ? "kolonnen" : "kolonnerne"} ${names.join(", ")}${unknown.length > 20 ? " og flere" : ""}`;
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
