import {inflateSync} from "node:zlib";
import {contentNumbersOf, contentOf, paints} from "./pdf-artifacts.ts";
import type {PdfFile, PdfObject} from "./pdf-objects.ts";
import {referenceIn, textAtKey} from "./pdf-strings.ts";

/** What a reader makes of one page. */
export interface PageReading {
  /** By mark; letters without a meaning are `unknownLetter`. A mark without letters says nothing. */
  readonly texts: ReadonlyMap<number, string>;
  /** Something is painted that is neither content nor artifact. */
  readonly paintsUnmarked: boolean;
  readonly isBalanced: boolean;
}

const unknownLetter = "\ufffd";

/** By the page's object; `plain` holds the objects that are no elements. */
export function readPages(file: PdfFile, plain: ReadonlyMap<number, string>): ReadonlyMap<number, PageReading> {
  const objects = new Map(file.objects.map((one) => [one.number, one]));
  const letters = new Map<number, Letters>();
  const pages = new Map<number, PageReading>();
  for (const [page, text] of plain) {
    const contents = contentNumbersOf(text);
    if (contents.length === 0) continue;
    const fonts = fontsOf(text);
    for (const font of fonts.values())
      if (!letters.has(font))
        letters.set(font, lettersIn(objects.get(referenceIn(plain.get(font) ?? "", "ToUnicode"))));
    const operators = contents.map((content) => operatorsIn(objects.get(content))).join("\n");
    pages.set(
      page,
      readPage(operators, (name) => letters.get(fonts.get(name) ?? 0) ?? [])
    );
  }
  return pages;
}

function operatorsIn(content: PdfObject | undefined): string {
  return (content && contentOf(content)) ?? "";
}

/** Letters by glyph, of one font. */
type Letters = readonly (string | undefined)[];

function fontsOf(page: string): ReadonlyMap<string, number> {
  const list = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? "";
  return new Map([...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, font]) => [name as string, Number(font)]));
}

function lettersIn(map: PdfObject | undefined): Letters {
  const table = map ? unpacked(map) : "";
  const letters: string[] = [];
  for (const [, kind, body] of table.matchAll(/beginbf(char|range)\n([\s\S]*?)endbf/g))
    for (const line of (body as string).trim().split("\n")) {
      const [first = "", last = first, text = last] = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex]) => hex);
      const until = kind === "range" ? last : first;
      const start = kind === "range" ? text : last;
      for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(until, 16); glyph++)
        letters[glyph] = utf16(start, glyph - Number.parseInt(first, 16));
    }
  return letters;
}

function utf16(hex: string, plus: number): string {
  const units = [...hex.matchAll(/..../g)].map(([unit]) => Number.parseInt(unit, 16));
  const last = units.length - 1;
  return String.fromCharCode(...units.map((unit, index) => (index === last ? unit + plus : unit)));
}

/** Skia writes one operator a line, so that a line is told by its end; it spells out what its glyphs do not say. */
function readPage(operators: string, lettersNamed: (font: string) => Letters): PageReading {
  const texts = new Map<number, string>();
  let [mark, depth, spelledAt, lowest] = [-1, 0, 0, 0];
  let paintsUnmarked = false;
  let letters: Letters = [];
  const write = (text: string) => texts.set(mark, (texts.get(mark) ?? "") + text);
  for (let from = 0, to = 0; from < operators.length; from = to + 1) {
    to = operators.indexOf("\n", from);
    if (to < 0) to = operators.length;
    const kind = kindOf(operators, from, to);
    if (kind === "show") {
      if (depth === 0) paintsUnmarked = true;
      if (mark >= 0 && spelledAt === 0) write(spelled(operators, operators.lastIndexOf("<", to) + 1, letters));
    } else if (kind === "paint") paintsUnmarked ||= depth === 0;
    else if (kind === "font") letters = lettersNamed(operators.slice(from + 1, operators.indexOf(" ", from)));
    else if (kind === "begin") {
      depth++;
      const line = operators.slice(from, to);
      const id = markIn(line);
      const spelling = mark >= 0 ? textAtKey(line, "ActualText") : null;
      if (id !== null) mark = id;
      if (id !== null && !texts.has(id)) texts.set(id, "");
      if (spelling !== null) [spelledAt] = [depth, write(spelling)];
    } else if (kind === "end") {
      if (depth === spelledAt) spelledAt = 0;
      if (--depth === 0) mark = -1;
      lowest = Math.min(lowest, depth);
    }
  }
  return {texts, paintsUnmarked, isBalanced: depth === 0 && lowest === 0};
}

function markIn(line: string): number | null {
  const at = line.indexOf("/MCID ");
  return at < 0 ? null : Number.parseInt(line.slice(at + 6), 10);
}

type Kind = "show" | "paint" | "font" | "begin" | "end" | "other";

/** What the operator does that the line from `from` to `to` ends with. */
function kindOf(operators: string, from: number, to: number): Kind {
  const operator = operators.charCodeAt(to - 1);
  if (operator === letter.l || operator === letter.m || operator === letter.d) return "other";
  if (operator === letter.C) return operators.charCodeAt(to - 3) === letter.E ? "end" : "begin";
  if (operator === letter.j || operator === letter.J) return "show";
  if (operator === letter.f && operators.charCodeAt(to - 2) === letter.T) return "font";
  const word = operators.slice(Math.max(from, operators.lastIndexOf(" ", to) + 1), to);
  return paints.has(word) ? "paint" : "other";
}

const letter = {l: 108, m: 109, d: 100, C: 67, E: 69, j: 106, J: 74, f: 102, T: 84} as const;

/** Glyphs are four hexadecimal digits each. */
function spelled(operators: string, from: number, letters: Letters): string {
  let text = "";
  for (let at = from; operators.charCodeAt(at) !== closing; at += 4) {
    const glyph =
      (digit(operators.charCodeAt(at)) << 12) |
      (digit(operators.charCodeAt(at + 1)) << 8) |
      (digit(operators.charCodeAt(at + 2)) << 4) |
      digit(operators.charCodeAt(at + 3));
    text += letters[glyph] ?? unknownLetter;
  }
  return text;
}

const closing = 62;

function digit(code: number): number {
  return code < 58 ? code - 48 : (code & 7) + 9;
}

function unpacked(one: PdfObject): string {
  if (one.kind !== "stream") return "";
  const from = one.bytes.indexOf("stream\n") + "stream\n".length;
  const isPacked = one.bytes.toString("latin1", 0, from).includes("/FlateDecode");
  return (isPacked ? inflateSync(one.bytes.subarray(from)) : one.bytes.subarray(from)).toString("latin1");
}
