import {contentNumbersOf} from "./pdf-artifacts.ts";
import {type Ends, endsOf, textsOf} from "./pdf-ends.ts";
import {type PdfFile, type PdfObject, packOperators} from "./pdf-objects.ts";
import {ownerListsIn} from "./pdf-parents.ts";
import {numberIn, referenceIn} from "./pdf-strings.ts";
import {elementOf} from "./pdf-structure.ts";

/** Pages that were printed by themselves, ready to be put on the last pages of other files. */
export interface Appendix {
  readonly ends: Ends;
  /** In the order of `ends.pages`. */
  readonly pages: readonly AppendixPage[];
  /** Elements right below the document. */
  readonly kids: readonly number[];
  /** References to the leaves of the id tree. */
  readonly ids: string;
  readonly outline: {readonly first: number; readonly last: number; readonly count: number};
  /** All that the pages and elements need. */
  readonly objects: readonly PdfObject[];
}

export interface AppendixPage {
  /** The object of its operators. */
  readonly content: number;
  readonly resources: Resources;
  /** The object that lists the owners of the page's marks. */
  readonly owners: number;
}

/** What stands inside each kind's dictionary. */
export type Resources = ReadonlyMap<string, string>;

/**
 * Reads a file whose contents are unpacked. Names and ids become such as no other file has: `/AF4` for `/F4`, `node9…` for
 * `node0…`, and subsets of fonts end with Z. Throws where it holds what the pages of another file cannot take over.
 */
export function readAppendix(file: PdfFile): Appendix {
  const texts = textsOf(file);
  const ends = endsOf(file, texts);
  const ownersOf = ownerListsIn(texts);
  const pages = ends.pages.map((number): AppendixPage => {
    const text = texts.get(number) ?? "";
    const [content = 0] = contentNumbersOf(text);
    if (content === 0 || ownersOf(number) === 0) throw new Error("a page of an appendix without content");
    if (text.includes("/Annots")) throw new Error("an appendix with links");
    return {content, resources: namedApart(resourcesIn(text)), owners: ownersOf(number)};
  });
  const outlines = texts.get(ends.outlines) ?? "";
  const document = elementOf(ends.document, texts.get(ends.document) ?? "");
  return {
    ends,
    pages,
    kids: document.kids.flatMap((kid) => ("element" in kid ? [kid.element] : [])),
    ids: /\/Kids \[([^\]]*)\]/.exec(texts.get(ends.ids) ?? "")?.[1] ?? "",
    outline: {
      first: referenceIn(outlines, "First"),
      last: referenceIn(outlines, "Last"),
      count: numberIn(outlines, "Count")
    },
    objects: file.objects.filter((one) => !isReplaced(one, file, ends)).map(withOwnNames)
  };
}

/** What the other file has already, and the pages, which become its own. */
function isReplaced(one: PdfObject, {root, info}: PdfFile, ends: Ends): boolean {
  if (one.kind === "plain" && one.text.startsWith("<</Type /Pages")) return true;
  return [root, info, ...Object.values(ends).flat()].includes(one.number);
}

/** Throws for resources of other kinds than pages of text and drawings have. */
export function resourcesIn(page: string): Resources {
  const found = /\/Resources <<\/ProcSet \[[^\]]*\]((?:\s*\/\w+ <<[^>]*>>)*)\s*>>/.exec(page);
  const kinds = new Map(
    [...(found?.[1] ?? "").matchAll(/\/(\w+) <<([^>]*)>>/g)].map(([, kind, list]) => [kind!, list!])
  );
  if (!found || ![...kinds.keys()].every((kind) => known.has(kind))) throw new Error("a page of unknown resources");
  return kinds;
}

const known = new Set(["ExtGState", "Font", "XObject"]);

function namedApart(resources: Resources): Resources {
  return new Map([...resources].map(([kind, list]) => [kind, list.replace(/\/(?=\w+ \d+ 0 R)/g, "/A")]));
}

/** The operators that name a resource are those of states, fonts and pictures. */
function withOwnNames(one: PdfObject): PdfObject {
  if (one.kind === "stream") return one;
  if (one.kind === "content") {
    const text = one.text.replace(/^\/(?=\w+ (?:gs|Do|[\d.]+ Tf)$)/gm, "/A");
    return {...one, text, packed: packOperators(text)};
  }
  const text = one.text.replace(/\bnode\d(?=\d{7}\b)/g, "node9").replace(/(?<=\/[A-Z]{5})[A-Z](?=\+)/g, "Z");
  return {...one, text};
}
