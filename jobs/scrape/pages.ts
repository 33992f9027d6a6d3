/** Documents and pages for people: each cell of their tables beside what the release says of the unit in that period. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {formatBlank, formatNumber} from "../../dashboards/format.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {textOf} from "../../dashboards/text.ts";
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {periodLabel, periodShortLabel} from "../../queries/period.ts";

import {openReading, textOf as pdfTextOf} from "../../templates/pdf-reading.ts";
import {readPackedPdf} from "./packed-pdf.ts";
import type {Channel, Difference} from "./sightings.ts";
import {type ReadTable, tablesIn} from "./tables.ts";

/** What may stand for the unit, by the words of row and column. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

/** Of one unit's facts without categories: title and period, long and short → the text that must stand there. */
export function wantedOf(
  facts: readonly DisclosedFact[],
  indicators: ReadonlyMap<string, Indicator>,
  language: Language
): Wanted {
  const wanted = new Map<string, Set<string>>();
  for (const fact of facts) {
    const indicator = indicators.get(fact.indicator);
    if (!indicator || fact.category !== "") continue;
    const text =
      fact.blank === null ? formatNumber(fact.value, indicator.decimals, language) : formatBlank(fact.blank, language);
    for (const period of [periodLabel(fact.period, language), periodShortLabel(fact.period, language)]) {
      const name = `${titleOf(indicator, language)}\n${period}`;
      wanted.set(name, (wanted.get(name) ?? new Set()).add(plain(text)));
    }
  }
  return wanted;
}

export class PageReader {
  readonly #counts = new Map<string, {cells: number; hidden: number; differences: Difference[]}>();

  /** Tables with a row per indicator and a column per period, or a row for both and the unit's own figure first. */
  read(
    channel: string,
    unit: string,
    tables: readonly ReadTable[],
    wanted: Wanted,
    language: Language
  ): readonly string[] {
    const {breakSign, linkedMark, noCell} = textOf(language).development;
    const bare = (text: string) => plain(text).replace(`${breakSign} `, "").replace(linkedMark.trim(), "").trim();
    const rows: string[] = [];
    for (const {heads, rows: all} of tables)
      for (const row of all) {
        const [title = "", period] = row.heads;
        const told = period
          ? [[period, row.cells[0] ?? ""] as const]
          : row.cells.map((cell, place) => [heads[place + 1] ?? "", cell] as const);
        const known = told.flatMap(([when, cell]) => {
          const texts = wanted.get(`${title}\n${when}`) ?? wanted.get(`${title.replace(/, [^,]*$/, "")}\n${when}`);
          if (texts && cell !== noCell) this.#note(channel, `${unit} ${title} ${when}`, bare(cell), texts, language);
          return texts ? [cell] : [];
        });
        if (known.length > 0) rows.push([...row.heads, ...row.cells].join(""));
      }
    return rows;
  }

  /** The rows of a document's tables must stand in the PDF too, letter by letter. */
  readDocument(unit: string, pdf: Buffer, rows: readonly string[]): void {
    const reading = openReading(readPackedPdf(pdf));
    const [top] = reading.ordered;
    const printed = letters(top ? pdfTextOf(reading, top) : "");
    const count = this.#countOf("pdf");
    for (const row of rows) {
      count.cells++;
      if (/skjult|hidden/.test(row)) count.hidden++;
      if (!printed.includes(letters(row)))
        count.differences.push({channel: "pdf", cell: unit, seen: "missing", released: row});
    }
  }

  channels(): readonly Channel[] {
    return [...this.#counts].map(([name, counts]) => ({name, ...counts}));
  }

  #note(channel: string, cell: string, seen: string, wanted: ReadonlySet<string>, language: Language): void {
    const count = this.#countOf(channel);
    count.cells++;
    if (seen === formatBlank("hidden", language)) count.hidden++;
    if (!wanted.has(seen)) count.differences.push({channel, cell, seen, released: [...wanted].join(" / ")});
  }

  #countOf(channel: string) {
    const count = this.#counts.get(channel) ?? {cells: 0, hidden: 0, differences: []};
    this.#counts.set(channel, count);
    return count;
  }
}

export async function readPackage(
  reader: PageReader,
  folder: string,
  unit: string,
  wanted: Wanted,
  language: Language
): Promise<void> {
  const html = await readFile(join(folder, "package.html"), "utf8");
  const rows = reader.read("html", unit, tablesIn(html), wanted, language);
  reader.readDocument(unit, await readFile(join(folder, "package.pdf")), rows);
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function letters(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, "").normalize("NFC");
}
