import {markFaults, paintFaults} from "./pdf-check-content.ts";
import {documentFaults, fontFaults, outlineFaults, titleFaults} from "./pdf-check-document.ts";
import {figureFaults, headingFaults, nestingFaults, roleFaults, tableFaults} from "./pdf-check-structure.ts";
import {textFaults} from "./pdf-check-text.ts";
import type {PdfFile} from "./pdf-objects.ts";
import {openReading} from "./pdf-reading.ts";

/** A PDF that must not be sent; `problems` say why, in developer's English. */
export class UnfitPdf extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`PDF not fit to be sent: ${problems.join("; ")}`);
    this.name = "UnfitPdf";
    this.problems = problems;
  }
}

/** Words that a value becomes by mistake; none is a word of the reports. */
const accidents = /\b(?:NaN|Infinity|undefined|null)\b|\[object \w+\]|\{\{/;

/** Found at once in the whole document, which is then looked at closely. */
const suspicious = /NaN|Infinity|undefined|null|\[object |\{\{/;

/** What would stand in the document by mistake. Judged on the HTML, whose text is the PDF's. */
export function findAccidents(html: string): readonly string[] {
  if (!suspicious.test(html)) return [];
  const body = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "");
  const named = [...body.matchAll(/ (?:alt|aria-label|title)="([^"]*)"/g)].map(([, text]) => text);
  const found = accidents.exec(`${body.replace(/<[^>]*>/g, " ")} ${named.join(" ")}`);
  return found ? [`"${found[0]}" in the text`] : [];
}

const rules = [
  documentFaults,
  fontFaults,
  titleFaults,
  outlineFaults,
  headingFaults,
  roleFaults,
  nestingFaults,
  figureFaults,
  tableFaults,
  markFaults,
  paintFaults
];

/**
 * What the project asks of every PDF, after the Matterhorn protocol for PDF/UA and with the text of the document that it
 * was printed from. Empty when all is well.
 */
export function findFaults(file: PdfFile, html?: string): readonly string[] {
  const reading = openReading(file);
  const faults = rules.flatMap((rule) => rule(reading));
  return html === undefined || faults.length > 0 ? faults : textFaults(reading, html);
}
