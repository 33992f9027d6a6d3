import {isElement, type PdfFile} from "./pdf-objects.ts";

/** What stands below an element: another element, or a marked part of a page (`page` is the page's object). */
export type Kid = {readonly element: number} | {readonly page: number; readonly mark: number};

/** One element of the structure, with `text` as it stands in the file. */
export interface Element {
  readonly number: number;
  readonly role: string;
  readonly parent: number;
  readonly kids: readonly Kid[];
  readonly text: string;
}

export function elementsOf({objects}: PdfFile): ReadonlyMap<number, Element> {
  const elements = new Map<number, Element>();
  for (const one of objects)
    if (one.kind === "plain" && isElement(one.text)) elements.set(one.number, elementOf(one.number, one.text));
  return elements;
}

export function elementOf(number: number, text: string): Element {
  const roleEnd = text.indexOf("\n", roleStart);
  const parent = text.indexOf("\n/P ", roleEnd) + "\n/P ".length;
  return {
    number,
    role: text.slice(roleStart, roleEnd),
    parent: Number.parseInt(text.slice(parent, parent + 10), 10),
    kids: kidsOf(text),
    text
  };
}

const roleStart = "<</Type /StructElem\n/S /".length;

function kidsOf(text: string): readonly Kid[] {
  const span = kidsAt(text);
  if (!span) return [];
  const value = text.slice(...span);
  const page = pageOf(text);
  if (!value.startsWith("[")) return [oneKid(value, page)];
  return [...value.matchAll(kid)].flatMap(([whole, otherPage, mark]) =>
    mark !== undefined
      ? {page: Number(otherPage), mark: Number(mark)}
      : whole.startsWith("<")
        ? []
        : oneKid(whole, page)
  );
}

function oneKid(value: string, page: number): Kid {
  const number = Number.parseInt(value, 10);
  return value.endsWith("R") ? {element: number} : {page, mark: number};
}

const kid = /\d+ 0 R|\d+|<<\/Type \/MCR\s+\/Pg (\d+) 0 R\s+\/MCID (\d+)>>|<<\/Type \/OBJR[^>]*>>/g;

/** The page of the marks that name none. */
function pageOf(text: string): number {
  const key = text.indexOf("\n/Pg ");
  return key < 0 ? 0 : Number.parseInt(text.slice(key + 5, key + 15), 10);
}

/** Where the value of `/K` begins and ends. */
function kidsAt(text: string): readonly [from: number, to: number] | null {
  const key = text.indexOf("\n/K ");
  if (key < 0) return null;
  const from = key + "\n/K ".length;
  if (text[from] === "[") return [from, text.indexOf("]", from) + 1];
  let to = from;
  while (to < text.length && text[to] !== "\n" && text[to] !== ">") to++;
  return [from, to];
}

/** The element's text with other kids. Each mark names its page, so that the element needs none of its own. */
export function withKids({text}: Element, kids: readonly Kid[]): string {
  const span = kidsAt(text);
  const written = kids.map((one) =>
    "element" in one ? `${one.element} 0 R` : `<</Type /MCR /Pg ${one.page} 0 R /MCID ${one.mark}>>`
  );
  const list = `[${written.join(" ")}]`;
  return span ? `${text.slice(0, span[0])}${list}${text.slice(span[1])}` : text;
}

/** Elements in reading order, from one of them down. */
export function inReadingOrder(elements: ReadonlyMap<number, Element>, from: number): readonly Element[] {
  const ordered: Element[] = [];
  const seen = new Set<number>();
  const visit = (number: number) => {
    const element = elements.get(number);
    if (!element || seen.has(number)) return;
    seen.add(number);
    ordered.push(element);
    for (const one of element.kids) if ("element" in one) visit(one.element);
  };
  visit(from);
  return ordered;
}

/** The element that all others stand below. */
export function topOf({objects}: PdfFile): number {
  const root = objects.find((one) => one.kind === "plain" && one.text.startsWith("<</Type /StructTreeRoot"));
  return root?.kind === "plain" ? Number(/\/K \[?(\d+) 0 R/.exec(root.text)?.[1] ?? 0) : 0;
}
