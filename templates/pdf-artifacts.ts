import {inflateSync} from "node:zlib";
import {withoutMarks} from "./pdf-mend.ts";
import {isElement, type PdfFile, type PdfObject} from "./pdf-objects.ts";
import {referencesIn} from "./pdf-strings.ts";

/**
 * Marks as artifacts what a screen reader must pass over: what Chromium paints outside every tag (page numbers,
 * backgrounds), and the rules and borders that it takes for the content of the element they belong to. The picture stays
 * as it is; pages' contents stay unpacked.
 */
export function markArtifacts(file: PdfFile): PdfFile {
  const pages = pagesByContent(file);
  const dropped = new Map<number, readonly number[]>();
  const objects = file.objects.map((one): PdfObject => {
    const page = pages.get(one.number);
    const content = page === undefined ? null : contentOf(one);
    if (page === undefined || content === null) return one;
    const {text, decorations} = markContent(content);
    if (decorations.length > 0) dropped.set(page, decorations);
    return {number: one.number, kind: "content", text};
  });
  return withoutMarks({...file, objects}, dropped);
}

/** Pages by the object of their operators. */
function pagesByContent({objects}: PdfFile): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  for (const one of objects)
    if (one.kind === "plain" && !isElement(one.text))
      for (const content of contentNumbersOf(one.text)) pages.set(content, one.number);
  return pages;
}

/** Numbers of the objects of a page's operators, in their order; none for what is no page. */
export function contentNumbersOf(text: string): readonly number[] {
  if (!/\/Type \/Page\b/.test(text)) return [];
  return referencesIn(/\/Contents (\d+ 0 R|\[[^\]]*\])/.exec(text)?.[1] ?? "");
}

/** The operators of a page, as text; null for a stream that is packed in another way. */
export function contentOf(one: PdfObject): string | null {
  if (one.kind === "content") return one.text;
  if (one.kind !== "stream") return null;
  const start = one.bytes.indexOf("stream");
  const dictionary = one.bytes.toString("latin1", 0, start);
  if (!/^<<\/Filter \/FlateDecode\s+\/Length \d+>>\s*$/.test(dictionary)) return null;
  const from = start + (one.bytes[start + 6] === 13 ? 8 : 7);
  return inflateSync(one.bytes.subarray(from), {chunkSize: 65_536}).toString("latin1");
}

const begin = "/Artifact BMC";
const end = "EMC";

/**
 * The operators with every painting marked, and the marks that were taken from decorations. Skia writes one operator a
 * line and its strings in hexadecimal, so that lines can be told by their ends.
 */
export function markContent(content: string): {readonly text: string; readonly decorations: readonly number[]} {
  const parts: string[] = [];
  const decorations: number[] = [];
  let copied = 0;
  for (let at = 0; at < content.length; ) {
    const [from, to] = nextMarked(content, at);
    const between = content.slice(at, from);
    const mark = decorationIn(content.slice(from, to));
    if (paintsSomething.test(between)) {
      parts.push(content.slice(copied, at), wrapLines(between));
      copied = from;
    }
    if (mark !== null) {
      parts.push(content.slice(copied, from), begin);
      copied = content.indexOf("\n", from);
      decorations.push(mark);
    }
    at = to;
  }
  parts.push(content.slice(copied));
  return {text: parts.join(""), decorations};
}

const paintsSomething = /\b(?:ET|[SsfFBb]|sh|Do)$|\*$/m;

/** The mark of a part that holds neither text nor a picture, and is no figure. */
function decorationIn(marked: string): number | null {
  const [, role, mark] = /^\/(\w+) <<\/MCID (\d+) >>BDC\n/.exec(marked) ?? [];
  if (mark === undefined || role === "Figure" || /[ >]Tj$|\]\s?TJ$|\bDo$/m.test(marked)) return null;
  return Number(mark);
}

/** Where the next marked content begins and ends, with what is marked inside it. */
function nextMarked(content: string, at: number): readonly [from: number, to: number] {
  let depth = 0;
  let from = content.length;
  opening.lastIndex = at;
  for (let match = opening.exec(content); match; match = opening.exec(content)) {
    if (match[0] === end) depth--;
    else if (depth++ === 0) from = content.lastIndexOf("\n", match.index) + 1;
    if (depth <= 0) return [from, opening.lastIndex];
  }
  return [from, content.length];
}

const opening = /\b(?:BDC|BMC|EMC)$/gm;

function wrapLines(segment: string): string {
  const lines: string[] = [];
  let path = -1;
  for (const line of segment.split("\n")) {
    const operator = line.slice(line.lastIndexOf(" ") + 1);
    if (operator === "BT") lines.push(begin, line);
    else if (operator === "ET") lines.push(line, end);
    else if (paints.has(operator)) {
      lines.splice(path < 0 ? lines.length : path, 0, begin);
      lines.push(line, end);
    } else {
      if (constructs.has(operator) && path < 0) path = lines.length;
      lines.push(line);
    }
    if (operator === "n" || paints.has(operator)) path = -1;
  }
  return lines.join("\n");
}

const constructs = new Set(["m", "l", "c", "v", "y", "h", "re"]);
/** Operators that paint, but for those of letters. */
export const paints: ReadonlySet<string> = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"]);
