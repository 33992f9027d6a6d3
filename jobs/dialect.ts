/** Tells delimiter, header and decimal sign from the text itself. What the text does not tell is asked, never guessed. */
import {Doubt, Refusal} from "./examination.ts";

export const delimiters = [";", "\t", ",", "|"] as const;

/** Records of delimited text with quotes; a last record that the sample cut off is left out when `cut`. */
export function parseRecords(
  text: string,
  delimiter: string,
  {limit = 200, cut = false} = {}
): readonly (readonly string[])[] {
  const records: string[][] = [];
  let [cell, record, quoted]: [string, string[], boolean] = ["", [], false];
  const end = () => {
    record.push(cell);
    if (record.length > 1 || record[0] !== "") records.push(record);
    [cell, record] = ["", []];
  };
  for (let index = 0; index < text.length && records.length < limit; index++) {
    const letter = text[index]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') cell += text[++index];
      else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === delimiter) {
      record.push(cell);
      cell = "";
    } else if (letter === "\n") end();
    else if (letter !== "\r") cell += letter;
  }
  if (records.length < limit && !cut && (cell !== "" || record.length > 0)) end();
  return records;
}

interface Candidate {
  readonly delimiter: string;
  readonly width: number;
  /** Share of records as wide as the header. */
  readonly even: number;
  readonly known: number;
}

/** How many of the header's cells are known, by any standard or mapping at hand. */
export type CountKnown = (header: readonly string[]) => number;

/** The delimiter of text that begins with its header, or a question. */
export function detectDelimiter(text: string, cut: boolean, countKnown: CountKnown): string {
  const candidates = delimiters.map((delimiter) => weigh(text, delimiter, cut, countKnown));
  const wide = candidates.filter(({width}) => width > 1);
  const best = Math.max(0, ...wide.map(({known}) => known));
  const knowing = wide.filter(({known}) => known === best);
  if (best > 1 && knowing.length === 1) return knowing[0]!.delimiter;
  const even = (best > 1 ? knowing : wide).filter((candidate) => candidate.even === 1);
  if (even.length === 1) return even[0]!.delimiter;
  if (wide.length === 0) throw noDelimiter(text, cut, countKnown);
  throw new Doubt(
    "--delimiter",
    "Skilletegnet mellem kolonnerne kan ikke afgøres. Angiv det med --delimiter.",
    wide.map(({delimiter}) => nameOf(delimiter))
  );
}

function weigh(text: string, delimiter: string, cut: boolean, countKnown: CountKnown): Candidate {
  const records = parseRecords(text, delimiter, {cut});
  const width = records[0]?.length ?? 0;
  const same = records.filter((record) => record.length === width).length;
  return {
    delimiter,
    width,
    even: records.length === 0 ? 0 : same / records.length,
    known: countKnown(records[0] ?? [])
  };
}

function noDelimiter(text: string, cut: boolean, countKnown: CountKnown): Error {
  const unusual = [":", "#", "^", "~", "/", " "].find((delimiter) => {
    const {width, known} = weigh(text, delimiter, cut, countKnown);
    return width > 1 && known > 1;
  });
  if (unusual === undefined)
    return new Refusal(
      "not-a-table",
      "Filen er ikke en tabel: der er ikke fundet kolonner adskilt af semikolon, komma, tabulator eller lodret streg."
    );
  return new Doubt(
    "--delimiter",
    `Kolonnerne ser ud til at være adskilt af ${JSON.stringify(unusual)}, som ikke er et sædvanligt skilletegn. Bekræft det med --delimiter.`,
    [unusual]
  );
}

export function nameOf(delimiter: string): string {
  return delimiter === "\t" ? "tab" : delimiter;
}

/** What a sender may write after `--delimiter`. */
export function parseDelimiter(text: string): string {
  const named: Record<string, string> = {
    tab: "\t",
    tabulator: "\t",
    "\\t": "\t",
    semikolon: ";",
    semicolon: ";",
    komma: ",",
    comma: ",",
    pipe: "|"
  };
  const delimiter = named[text.toLowerCase()] ?? text;
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter))
    throw new Refusal("delimiter", `Skilletegnet ${JSON.stringify(text)} kan ikke bruges. Skriv ét tegn eller tab.`);
  return delimiter;
}

/** How often numbers of decimal columns are written in ways that tell, or hide, the decimal sign. */
export interface DecimalEvidence {
  /** Only possible with a decimal comma: `1,5`, `1.234,5`, `1.234.567`. */
  readonly comma: number;
  /** Only possible with a decimal point. */
  readonly point: number;
  /** `1,234`: a fraction, or thousands where the point is decimal. */
  readonly commaThree: number;
  /** `1.234`. */
  readonly pointThree: number;
}

const number = "[+-]?\\d";
/** Regular expressions over one written number, for JavaScript and DuckDB alike. */
export const decimalPatterns = {
  comma: `^${number}*(,(\\d{1,2}|\\d{4,})|\\.\\d{3}(\\.\\d{3})*,\\d+|\\.\\d{3}(\\.\\d{3})+)$|^[+-]?0\\d*,\\d+$|^[+-]?\\d{4,},\\d+$`,
  point: `^${number}*(\\.(\\d{1,2}|\\d{4,})|,\\d{3}(,\\d{3})*\\.\\d+|,\\d{3}(,\\d{3})+)$|^[+-]?0\\d*\\.\\d+$|^[+-]?\\d{4,}\\.\\d+$`,
  commaThree: "^[+-]?[1-9]\\d{0,2},\\d{3}$",
  pointThree: "^[+-]?[1-9]\\d{0,2}\\.\\d{3}$"
} as const;

export function evidenceOf(values: Iterable<string>): DecimalEvidence {
  const count = {comma: 0, point: 0, commaThree: 0, pointThree: 0};
  const kinds = Object.entries(decimalPatterns).map(
    ([kind, pattern]) => [kind as keyof typeof count, new RegExp(pattern)] as const
  );
  for (const value of values) for (const [kind, pattern] of kinds) if (pattern.test(value.trim())) count[kind]++;
  return count;
}

/** `null`: nothing tells, and nothing needs to; "unclear": it matters and cannot be told; "both": the file contradicts itself. */
export function decideDecimal({
  comma,
  point,
  commaThree,
  pointThree
}: DecimalEvidence): "," | "." | "both" | "unclear" | null {
  if (comma > 0 && point > 0) return "both";
  if (comma > 0) return ",";
  if (point > 0) return ".";
  return commaThree + pointThree > 0 ? "unclear" : null;
}

export function parseDecimal(text: string): "," | "." {
  const named: Record<string, "," | "."> = {komma: ",", comma: ",", ",": ",", punktum: ".", point: ".", ".": "."};
  const decimal = named[text.toLowerCase()];
  if (!decimal)
    throw new Refusal("decimal", `Decimaltegnet ${JSON.stringify(text)} kan ikke bruges. Skriv komma eller punktum.`);
  return decimal;
}
