import {type PdfFile, plainTexts} from "./pdf-objects.ts";
import {pdfText, referenceIn} from "./pdf-strings.ts";

/** One entry of the outline, with the object that it is written in. */
export interface OutlineEntry {
  readonly number: number;
  readonly depth: number;
  readonly text: string;
}

/** The entries in their order; `plain` holds the objects that are no elements. */
export function outlineOf(catalogue: string, plain: ReadonlyMap<number, string>): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const visit = (first: number, depth: number) => {
    for (
      let number = first, text = plain.get(number);
      text !== undefined && !seen.has(number);
      text = plain.get(number)
    ) {
      seen.add(number);
      entries.push({number, depth, text});
      visit(referenceIn(text, "First"), depth + 1);
      number = referenceIn(text, "Next");
    }
  };
  visit(referenceIn(plain.get(referenceIn(catalogue, "Outlines")) ?? "", "First"), 1);
  return entries;
}

/**
 * Names the entries of the outline by the document's headings: Chromium puts lines together without a space, and names a
 * heading twice that it began on the page before.
 */
export function nameOutline(file: PdfFile, headings: readonly string[]): PdfFile {
  const plain = plainTexts(file);
  const entries = outlineOf(plain.get(file.root) ?? "", plain);
  if (entries.length !== headings.length) return file;
  const named = new Map(
    entries.map(({number, text}, index) => {
      const title = pdfText(headings[index] as string);
      return [number, text.replace(titleKey, () => `/Title ${title}`)];
    })
  );
  const objects = file.objects.map((one) => {
    const text = named.get(one.number);
    return text === undefined ? one : ({number: one.number, kind: "plain", text} as const);
  });
  return {...file, objects};
}

const titleKey = /\/Title (?:<[0-9A-Fa-f]*>|\((?:[^\\()]|\\[\s\S])*\))/;
