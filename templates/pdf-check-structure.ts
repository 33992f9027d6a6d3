/** What a screen reader steps through: headings, figures, tables, and roles that it knows. */
import type {Reading} from "./pdf-reading.ts";
import {textAtKey} from "./pdf-strings.ts";
import type {Element} from "./pdf-structure.ts";

/** 0 for what is no heading. */
export function headingLevel({role}: Element): number {
  return Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
}

export function headingFaults({ordered}: Reading): readonly string[] {
  const levels = ordered.map(headingLevel).filter((level) => level > 0);
  const faults: string[] = [];
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) faults.push("not one first heading");
  if (levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1))
    faults.push("a level of headings is skipped");
  return faults;
}

const standardRoles = new Set(
  (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"
  ).split(" ")
);

export function roleFaults({plain, ordered}: Reading): readonly string[] {
  const root = [...plain.values()].find((text) => text.includes("/Type /StructTreeRoot")) ?? "";
  const map = /\/RoleMap <<([^>]*)>>/.exec(root)?.[1] ?? "";
  const mapped = new Set(
    [...map.matchAll(/\/(\w+) \/(\w+)/g)].filter(([, , to]) => standardRoles.has(to ?? "")).map(([, from]) => from)
  );
  const unknown = new Set(
    ordered.map(({role}) => role).filter((role) => !standardRoles.has(role) && !mapped.has(role))
  );
  return [...unknown].map((role) => `an unknown role: ${role}`);
}

const below: Readonly<Record<string, readonly string[]>> = {
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  L: ["LI", "L", "Caption"],
  LI: ["Lbl", "LBody"]
};
const above: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  LI: ["L"],
  LBody: ["LI"],
  Caption: ["Table", "Figure", "L"]
};

/** Every element is where its parent says, and tables and lists hold what they may. */
export function nestingFaults({elements, ordered}: Reading): readonly string[] {
  const faults = new Set<string>();
  if (ordered.length !== elements.size) faults.add("elements outside the tree");
  for (const {number, role, kids} of ordered) {
    const allowed = below[role];
    for (const kid of kids) {
      if ("mark" in kid) {
        if (allowed) faults.add(`content directly in ${role}`);
        continue;
      }
      const child = elements.get(kid.element);
      if (child?.parent !== number) faults.add(`an element that its parent does not know, in ${role}`);
      else if (allowed && !allowed.includes(child.role)) faults.add(`${child.role} in ${role}`);
      else if (above[child.role] && !above[child.role]?.includes(role)) faults.add(`${child.role} in ${role}`);
    }
  }
  return [...faults];
}

const shortestAlternative = 20;

export function figureFaults({ordered}: Reading): readonly string[] {
  const texts = ordered.filter(({role}) => role === "Figure").map(({text}) => textAtKey(text, "Alt")?.trim() ?? "");
  return texts.some(({length}) => length < shortestAlternative) ? ["a figure without words"] : [];
}

/** Headings say what they head, cells know their headings, and rows are equally wide, spans counted. */
export function tableFaults({ordered, elements}: Reading): readonly string[] {
  const faults = new Set<string>();
  const ids = new Set(
    ordered.flatMap(({role, text}) => (role === "TH" ? (/\/ID \((\w+)\)/.exec(text)?.[1] ?? []) : []))
  );
  for (const {role, text} of ordered) {
    if (role === "TH" && !/\/Scope \/(?:Column|Row|Both)/.test(text)) faults.add("a table heading without scope");
    if (role !== "TD") continue;
    const headers = [...(/\/Headers \[([^\]]*)\]/.exec(text)?.[1] ?? "").matchAll(/\((\w+)\)/g)];
    if (headers.length === 0) faults.add("a cell without headings");
    if (headers.some(([, id]) => !ids.has(id ?? ""))) faults.add("a cell with headings that are not there");
  }
  for (const one of ordered)
    if (one.role === "Table" && !isRegular(rowsOf(one, elements))) faults.add("rows of unequal width");
  return [...faults];
}

function rowsOf(element: Element, elements: Reading["elements"]): readonly (readonly Element[])[] {
  const children = element.kids.flatMap((kid) => ("element" in kid ? (elements.get(kid.element) ?? []) : []));
  if (element.role === "TR") return [children];
  return children.flatMap((child) => (child.role === "Caption" ? [] : rowsOf(child, elements)));
}

function isRegular(rows: readonly (readonly Element[])[]): boolean {
  const widths = rows.map(() => 0);
  for (const [row, cells] of rows.entries())
    for (const {text} of cells)
      for (let down = 0; down < span(text, "Row"); down++) {
        if (row + down >= rows.length) return false;
        widths[row + down] = (widths[row + down] ?? 0) + span(text, "Col");
      }
  return widths.every((width) => width === widths[0] && width > 0);
}

const spans = {Row: /\/RowSpan (\d+)/, Col: /\/ColSpan (\d+)/} as const;

function span(text: string, kind: keyof typeof spans): number {
  return Number(spans[kind].exec(text)?.[1] ?? 1);
}
