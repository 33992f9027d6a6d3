import {BadInput} from "../errors.ts";
import type {Code} from "./classification.ts";
import {municipalities} from "./municipalities.ts";

/** One line of somebody's list: a name, a code, or both. */
export interface ListedMunicipality {
  readonly code?: string;
  readonly name?: string;
}

/**
 * The municipalities of a list, in the classification's order. Refuses a list that is not the 98 of Denmark, and names
 * what is missing, unknown or repeated, and which names are spelled otherwise.
 */
export function loadMunicipalities(rows: readonly ListedMunicipality[]): readonly Code[] {
  const found = rows.map((row) => ({row, code: findMunicipality(row)}));
  const listed = found.flatMap(({code}) => (code ? [code] : []));
  const missing = municipalities.codes.filter((code) => !listed.includes(code));
  const unknown = found.flatMap(({row, code}) => (code ? [] : [row.name ?? row.code ?? ""]));
  const repeated = [...new Set(listed.filter((code, index) => listed.indexOf(code) !== index))];
  if (missing.length + unknown.length + repeated.length === 0) return municipalities.codes;
  const aliases = found.flatMap(({row, code}) =>
    code && row.name && row.name !== code.label ? [`${row.name} (${code.label})`] : []
  );
  const parts = [
    sentence(
      "mangler",
      missing.map(({label}) => label)
    ),
    sentence("er ikke kommuner", unknown),
    sentence(
      "står flere gange",
      repeated.map(({label}) => label)
    ),
    sentence("er skrevet anderledes", aliases)
  ].filter((part) => part !== "");
  const distinct = new Set(listed).size;
  throw new BadInput(
    `not the 98 municipalities but ${distinct}`,
    `Listen er ikke Danmarks 98 kommuner: den har ${distinct}. ${parts.join(" ")}`
  );
}

function findMunicipality({code, name}: ListedMunicipality): Code | undefined {
  const number = code?.replace(/^0(?=\d{3}$)/, "");
  const plain = name?.trim().toLowerCase();
  return municipalities.codes.find((known) =>
    number
      ? known.code === number
      : [known.label, ...(known.aliases ?? [])].some((text) => text.toLowerCase() === plain)
  );
}

function sentence(verb: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.slice(0, 10).join(", ")} ${verb}.`;
}
