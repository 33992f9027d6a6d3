import {isElement, type PdfFile, type PdfObject} from "./pdf-objects.ts";
import {ownerListsIn, readOwners} from "./pdf-parents.ts";
import {type Element, elementOf, type Kid, withKids} from "./pdf-structure.ts";

/**
 * The structure without the marks that became artifacts (by page), and without elements that held nothing else. What an
 * item of a list holds is put in a body, as PDF/UA wants it.
 */
export function withoutMarks(file: PdfFile, dropped: ReadonlyMap<number, readonly number[]>): PdfFile {
  const desk = openDesk(file);
  for (const [page, marks] of dropped) for (const mark of marks) desk.drop(page, mark);
  for (const one of file.objects)
    if (one.kind === "plain" && one.text.startsWith("<</Type /StructElem\n/S /LI\n")) desk.giveBody(one.number);
  return {...file, objects: desk.objects()};
}

/** Edits of single objects, gathered before they are put in the file. */
function openDesk({objects}: PdfFile) {
  const texts = new Map<number, string>();
  for (const one of objects) if (one.kind === "plain") texts.set(one.number, one.text);
  const edited = new Map<number, string | null>();
  const owners = ownersIn(texts);
  let next = Math.max(...objects.map(({number}) => number)) + 1;
  const read = (number: number): Element | null => {
    const text = edited.has(number) ? edited.get(number) : texts.get(number);
    return text && isElement(text) ? elementOf(number, text) : null;
  };
  const removeKid = (element: Element, is: (kid: Kid) => boolean) => {
    const kids = element.kids.filter((kid) => !is(kid));
    const parent = kids.length === 0 ? read(element.parent) : null;
    edited.set(element.number, parent ? null : withKids(element, kids));
    if (parent) removeKid(parent, (kid) => "element" in kid && kid.element === element.number);
  };
  return {
    drop: (page: number, mark: number) => {
      const owner = owners.take(page, mark, null);
      const element = owner === null ? null : read(owner);
      if (element) removeKid(element, (kid) => "mark" in kid && kid.page === page && kid.mark === mark);
    },
    giveBody: (number: number) => {
      const item = read(number);
      if (!item) return;
      const isLabel = (kid: Kid) => "element" in kid && /^Lbl$|^LBody$/.test(read(kid.element)?.role ?? "");
      const [labels, content] = [item.kids.filter(isLabel), item.kids.filter((kid) => !isLabel(kid))];
      if (content.length === 0) return;
      const body = next++;
      const empty = elementOf(body, `<</Type /StructElem\n/S /LBody\n/P ${number} 0 R\n/K []>>`);
      edited.set(body, withKids(empty, content));
      edited.set(number, withKids(item, [...labels, {element: body}]));
      for (const kid of content) {
        if ("mark" in kid) owners.take(kid.page, kid.mark, body);
        else edited.set(kid.element, (read(kid.element)?.text ?? "").replace(/\n\/P \d+ 0 R/, `\n/P ${body} 0 R`));
      }
    },
    objects: (): readonly PdfObject[] => withTexts(objects, new Map([...edited, ...owners.texts()]))
  };
}

/** Which element owns each mark of each page: the parent tree, whose lists are edited. */
function ownersIn(texts: ReadonlyMap<number, string>) {
  const listOf = ownerListsIn(texts);
  const opened = new Map<number, (number | null)[]>();
  return {
    /** Gives the mark to another owner, or to none; returns the one it had. */
    take: (page: number, mark: number, owner: number | null): number | null => {
      const list = listOf(page);
      const entries = opened.get(list) ?? readOwners(texts.get(list) ?? "");
      opened.set(list, entries);
      const before = entries[mark] ?? null;
      if (mark < entries.length) entries[mark] = owner;
      return before;
    },
    texts: () =>
      [...opened].map(
        ([list, entries]) =>
          [list, `[${entries.map((one) => (one === null ? "null" : `${one} 0 R`)).join(" ")}]`] as const
      )
  };
}

function withTexts(objects: readonly PdfObject[], edited: ReadonlyMap<number, string | null>): readonly PdfObject[] {
  const kept: PdfObject[] = [];
  const known = new Set<number>();
  for (const one of objects) {
    known.add(one.number);
    const text = edited.get(one.number);
    if (text === undefined) kept.push(one);
    else if (text !== null) kept.push({number: one.number, kind: "plain", text});
  }
  for (const [number, text] of edited) if (!known.has(number) && text) kept.push({number, kind: "plain", text});
  return kept;
}
