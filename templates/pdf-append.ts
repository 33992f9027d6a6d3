import {type Appendix, type Resources, resourcesIn} from "./pdf-appendix.ts";
import {contentNumbersOf} from "./pdf-artifacts.ts";
import {endsOf, textsOf} from "./pdf-ends.ts";
import type {PdfFile, PdfObject} from "./pdf-objects.ts";
import {insertKeys, numberIn, referenceIn, withKey} from "./pdf-strings.ts";
import {elementOf, withKids} from "./pdf-structure.ts";

/**
 * The file with the appendix on its last pages, over what stands there; what the appendix says comes last in structure and
 * outline. Throws where these pages have content already.
 */
export function appendPages(file: PdfFile, appendix: Appendix): PdfFile {
  const desk = openDesk(file, appendix);
  joinPages(desk, appendix);
  joinStructure(desk, appendix);
  joinOutline(desk, appendix);
  return {...file, objects: desk.objects()};
}

type Desk = ReturnType<typeof openDesk>;

/** The objects of both, the appendix's under new numbers: its pages, document and outline are the file's own. */
function openDesk(file: PdfFile, appendix: Appendix) {
  const own = textsOf(file);
  const ends = endsOf(file, own);
  const free = ends.pages.slice(-appendix.pages.length);
  /** The entry of the outline that all others stand below. */
  const title = referenceIn(own.get(ends.outlines) ?? "", "First");
  const joined = new Map([
    ...appendix.ends.pages.map((page, index) => [page, free[index] as number] as const),
    ...[[appendix.ends.document, ends.document] as const, [appendix.ends.outlines, title] as const]
  ]);
  const last = Math.max(...file.objects.map(({number}) => number));
  const numberOf = (number: number): number => joined.get(number) ?? last + number;
  const moved = (text: string): string =>
    text.replace(reference, (whole, number) => (number === undefined ? whole : `${numberOf(Number(number))} 0 R`));
  const added = appendix.objects.map((one) => movedObject(one, numberOf, moved));
  const others = textsOf({objects: added});
  const edited = new Map<number, string>();
  const read = (number: number): string => edited.get(number) ?? own.get(number) ?? others.get(number) ?? "";
  return {
    ...{ends, free, title, numberOf, moved, read},
    edit: (number: number, change: (text: string) => string): void => {
      edited.set(number, change(read(number)));
    },
    objects: (): readonly PdfObject[] =>
      [...file.objects, ...added].map((one) =>
        edited.has(one.number) && one.kind !== "stream" ? {...one, text: read(one.number)} : one
      )
  };
}

/** Strings are read over: their words are no references. */
const reference = /\((?:\\[\s\S]|[^\\)])*\)|\b(\d+) 0 R/g;

function movedObject(one: PdfObject, numberOf: (number: number) => number, moved: (text: string) => string): PdfObject {
  const number = numberOf(one.number);
  if (one.kind === "plain") return {...one, number, text: moved(one.text)};
  if (one.kind === "content") return {...one, number};
  const start = one.bytes.indexOf("stream");
  const head = Buffer.from(moved(one.bytes.toString("latin1", 0, start)), "latin1");
  return {...one, number, bytes: Buffer.concat([head, one.bytes.subarray(start)])};
}

function joinPages({ends, free, read, edit, numberOf, moved}: Desk, {pages}: Appendix): void {
  const key = numberIn(read(ends.tree), "ParentTreeNextKey");
  for (const [index, {content, owners, resources}] of pages.entries()) {
    const page = free[index] as number;
    if (read(page).includes("/StructParents")) throw new Error("no free page for an appendix");
    const [foot = 0] = contentNumbersOf(read(page));
    edit(foot, (text) => `q\n${text}\nQ`);
    edit(page, (text) =>
      insertKeys(withResources(text, resources, moved), `/StructParents ${key + index}`).replace(
        /\/Contents \d+ 0 R/,
        `/Contents [${foot} 0 R ${numberOf(content)} 0 R]`
      )
    );
    edit(ends.parents, (text) => inserted(text, `${key + index} ${numberOf(owners)} 0 R`));
  }
  edit(ends.tree, (text) => withKey(text, "ParentTreeNextKey", `${key + pages.length}`));
}

function withResources(page: string, added: Resources, moved: (text: string) => string): string {
  const own = resourcesIn(page);
  const lists = [...new Set([...own.keys(), ...added.keys()])].map(
    (kind) => `/${kind} <<${own.get(kind) ?? ""}\n${moved(added.get(kind) ?? "")}>>`
  );
  return page.replace(lastResources, (_, head) => `${head}\n${lists.join("\n")}`);
}

const lastResources = /(\/Resources <<\/ProcSet \[[^\]]*\])(?:\s*\/\w+ <<[^>]*>>)*/;

function joinStructure({ends, edit, numberOf, moved}: Desk, appendix: Appendix): void {
  const added = appendix.kids.map((kid) => ({element: numberOf(kid)}));
  edit(ends.document, (text) => {
    const document = elementOf(ends.document, text);
    return withKids(document, [...document.kids, ...added]);
  });
  const ids = moved(appendix.ids);
  if (ids === "") return;
  if (ends.ids === 0) edit(ends.tree, (text) => insertKeys(text, `/IDTree <</Kids [${ids}]>>`));
  else edit(ends.ids, (text) => inserted(text, ids));
}

function joinOutline({ends, title, read, edit, numberOf}: Desk, {outline}: Appendix): void {
  if (outline.count === 0) return;
  const [first, last] = [numberOf(outline.first), numberOf(outline.last)];
  const before = referenceIn(read(title), "Last");
  if (before === 0) edit(title, (text) => insertKeys(text, `/First ${first} 0 R\n/Count 0`));
  else {
    edit(before, (text) => insertKeys(text, `/Next ${first} 0 R`));
    edit(first, (text) => insertKeys(text, `/Prev ${before} 0 R`));
  }
  edit(title, (text) => withKey(text, "Last", `${last} 0 R`));
  for (const above of [title, ends.outlines])
    edit(above, (text) => withKey(text, "Count", `${outline.count + numberIn(text, "Count")}`));
}

/** At the end of the list that the dictionary ends with. */
function inserted(dictionary: string, items: string): string {
  return dictionary.replace(/\]\s*>>$/, () => ` ${items}]>>`);
}
