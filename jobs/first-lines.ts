/** What stands before a file's table, and how its lines end. */
import {type CountKnown, delimiters, parseRecords} from "./dialect.ts";
import {Refusal} from "./examination.ts";

/** As many lines as exports from specialist systems put above their tables, and some more. */
const mostTitleLines = 12;
/** Known cells that make a line a header; fewer may stand in a title. */
const fewestKnown = 3;

/** Many systems write a title, a date and an empty line above the header. It is not skipped silently, but pointed out. */
export function refuseTitleAbove(text: string, firstLine: number, countKnown: CountKnown): void {
  const known = text
    .split("\n", mostTitleLines + 1)
    .map((line) => Math.max(...delimiters.map((delimiter) => knownIn(line, delimiter, countKnown))));
  const header = known.findIndex((count) => count >= fewestKnown);
  if (header < 1 || known[0]! > 1) return;
  const [above, line] = [firstLine + header - 1, firstLine + header];
  const lines = above === firstLine ? `Linje ${above}` : `Linje ${firstLine}–${above}`;
  throw new Refusal(
    "title-above-header",
    `${lines} er ikke en del af tabellen: overskriften ser ud til at stå i linje ${line}. Slet det, der står over den, og send filen igen, eller skriv "headerRow": ${line} i en omsætning i mappen mappings.`,
    [line]
  );
}

function knownIn(line: string, delimiter: string, countKnown: CountKnown): number {
  const cells = parseRecords(line, delimiter, {limit: 1})[0] ?? [];
  return cells.length < 2 ? 0 : countKnown(cells.map((cell) => cell.trim()));
}

/** The engine takes the first line's end for all; with another further on it loses rows. Within quotes any end will do. */
export function refuseMixedLineEnds(text: string): void {
  const outside = text.replaceAll(/"(?:[^"]|"")*"/g, "");
  if (/\r\n/.test(outside) && /(?<!\r)\n/.test(outside))
    throw new Refusal(
      "mixed-line-ends",
      "Filen blander to slags linjeskift, som om to filer er sat sammen. Gem den igen, og send den på ny."
    );
}

/** What a first line such as `sep=;`, which Excel writes and obeys, says about the delimiter. */
export function separatorOf(text: string): string | null {
  return /^\uFEFF?"?sep=([;,\t|])"?\r?\n/i.exec(text)?.[1] ?? null;
}

export function fromLine(text: string, line: number): string {
  let start = 0;
  for (let skipped = 1; skipped < line && start >= 0; skipped++) start = text.indexOf("\n", start) + 1 || text.length;
  return text.slice(start);
}
