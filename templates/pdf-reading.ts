import {type PdfFile, plainTexts} from "./pdf-objects.ts";
import {type Element, elementsOf, inReadingOrder, topOf} from "./pdf-structure.ts";
import {type PageReading, readPages} from "./pdf-text.ts";

/** A file opened for judging: what every rule looks at, read once. */
export interface Reading {
  readonly file: PdfFile;
  readonly catalogue: string;
  readonly info: string;
  /** Objects without a stream that are no elements, by number. */
  readonly plain: ReadonlyMap<number, string>;
  readonly elements: ReadonlyMap<number, Element>;
  /** From the root down. */
  readonly ordered: readonly Element[];
  /** By the page's object. */
  readonly pages: ReadonlyMap<number, PageReading>;
}

export function openReading(file: PdfFile): Reading {
  const plain = plainTexts(file);
  const elements = elementsOf(file);
  return {
    file,
    catalogue: plain.get(file.root) ?? "",
    info: plain.get(file.info) ?? "",
    plain,
    elements,
    ordered: inReadingOrder(elements, topOf(file)),
    pages: readPages(file, plain)
  };
}

/** What an element and those below it say, in reading order. */
export function textOf(reading: Reading, element: Element): string {
  let text = "";
  for (const kid of element.kids) {
    if ("mark" in kid) text += reading.pages.get(kid.page)?.texts.get(kid.mark) ?? "";
    else {
      const below = reading.elements.get(kid.element);
      if (below) text += textOf(reading, below);
    }
  }
  return text;
}
