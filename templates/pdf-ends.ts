import type {PdfFile} from "./pdf-objects.ts";
import {referenceIn, referencesIn} from "./pdf-strings.ts";

/** The objects that hold a file together; 0 for one that it does not have. */
export interface Ends {
  /** In their order. */
  readonly pages: readonly number[];
  readonly tree: number;
  /** The element that all others stand below. */
  readonly document: number;
  readonly parents: number;
  readonly ids: number;
  readonly outlines: number;
}

/** Every object's text, by number, but for streams; a page's operators are text too once they are unpacked. */
export function textsOf({objects}: Pick<PdfFile, "objects">): ReadonlyMap<number, string> {
  return new Map(objects.flatMap((one) => (one.kind === "stream" ? [] : [[one.number, one.text] as const])));
}

export function endsOf({root}: PdfFile, texts: ReadonlyMap<number, string>): Ends {
  const catalogue = texts.get(root) ?? "";
  const tree = referenceIn(catalogue, "StructTreeRoot");
  const text = texts.get(tree) ?? "";
  return {
    pages: pagesBelow(texts, referenceIn(catalogue, "Pages")),
    tree,
    document: referenceIn(text, "K"),
    parents: referenceIn(text, "ParentTree"),
    ids: referenceIn(text, "IDTree"),
    outlines: referenceIn(catalogue, "Outlines")
  };
}

function pagesBelow(texts: ReadonlyMap<number, string>, number: number): readonly number[] {
  const text = texts.get(number) ?? "";
  if (!text.startsWith("<</Type /Pages")) return [number];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? "";
  return referencesIn(kids).flatMap((kid) => pagesBelow(texts, kid));
}
