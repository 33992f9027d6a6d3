import {deflateSync, inflateSync} from "node:zlib";
import {isElement, type PdfFile, type PdfObject} from "./pdf-objects.ts";

/**
 * Marks what Chromium paints outside every tag (page numbers, rules, backgrounds) as artifacts, so that a screen reader
 * passes over it. The picture stays as it is.
 */
export function markArtifacts(file: PdfFile): PdfFile {
  const contents = new Set<number>();
  for (const one of file.objects)
    if (one.kind === "plain" && !isElement(one.text) && one.text.includes("/Type /Page"))
      for (const [, number] of one.text.matchAll(/\/Contents \[?(\d+) 0 R/g)) contents.add(Number(number));
  return {...file, objects: file.objects.map((one) => (contents.has(one.number) ? marked(one) : one))};
}

function marked(one: PdfObject): PdfObject {
  const content = contentOf(one);
  if (content === null) return one;
  const packed = deflateSync(Buffer.from(wrapUnmarked(content), "latin1"), {level: 1, memLevel: 9});
  const head = Buffer.from(`<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`);
  return {number: one.number, kind: "stream", bytes: Buffer.concat([head, packed, Buffer.from("\nendstream")])};
}

/** The operators of a page, as text; null for a stream that is packed in another way. */
export function contentOf(one: PdfObject): string | null {
  if (one.kind !== "stream") return null;
  const start = one.bytes.indexOf("stream");
  const dictionary = one.bytes.toString("latin1", 0, start);
  if (!/^<<\/Filter \/FlateDecode\s+\/Length \d+>>\s*$/.test(dictionary)) return null;
  const from = start + (one.bytes[start + 6] === 13 ? 8 : 7);
  return inflateSync(one.bytes.subarray(from), {chunkSize: 131_072}).toString("latin1");
}

const begin = "/Artifact BMC";
const end = "EMC";

/** Skia writes one operator a line and its strings in hexadecimal, so that lines can be told by their ends. */
export function wrapUnmarked(content: string): string {
  const parts: string[] = [];
  let copied = 0;
  let at = 0;
  while (at < content.length) {
    const [from, to] = nextMarked(content, at);
    const segment = content.slice(at, from);
    if (paintsSomething.test(segment)) {
      parts.push(content.slice(copied, at), wrapLines(segment));
      copied = from;
    }
    at = to;
  }
  return parts.length === 0 ? content : `${parts.join("")}${content.slice(copied)}`;
}

const paintsSomething = /\b(?:ET|[SsfFBb]|sh|Do)$|\*$/m;

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
const paints = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"]);
