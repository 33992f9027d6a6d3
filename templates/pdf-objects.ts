import {createHash} from "node:crypto";
import {deflateSync, inflateSync} from "node:zlib";

/**
 * One indirect object of a PDF. `stream` is the object whole, as it stood, where it has a stream; `content` is a page's
 * operators, unpacked, and `packed` what they are written as where that is known.
 */
export type PdfObject =
  | {readonly number: number; readonly kind: "plain"; readonly text: string}
  | {readonly number: number; readonly kind: "content"; readonly text: string; readonly packed?: Buffer}
  | {readonly number: number; readonly kind: "stream"; readonly bytes: Buffer};

/** Elements of the structure are nearly all of a file's objects, and the least of what it is judged by. */
export function isElement(text: string): boolean {
  return text.startsWith("<</Type /StructElem");
}

export interface PdfFile {
  readonly objects: readonly PdfObject[];
  readonly root: number;
  readonly info: number;
}

/** Objects without a stream that are no elements, by number. */
export function plainTexts({objects}: PdfFile): ReadonlyMap<number, string> {
  const plain = new Map<number, string>();
  for (const one of objects) if (one.kind === "plain" && !isElement(one.text)) plain.set(one.number, one.text);
  return plain;
}

/** Reads the classic file that Chromium writes: one cross-reference table, no object streams, no encryption. */
export function readPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 2048));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!Number.isInteger(start) || bytes.toString("latin1", start, start + 4) !== "xref")
    throw new Error("not a PDF with a cross-reference table");
  const text = bytes.toString("latin1");
  const table = text.slice(start);
  const [root, info] = ["Root", "Info"].map((key) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(table)?.[1]));
  if (!root || !info) throw new Error("a PDF without catalogue or information");
  const offsets = offsetsIn(table).sort((a, b) => a - b);
  const objects = offsets.map((offset, index) => objectAt(bytes, text, offset, offsets[index + 1] ?? start));
  return {objects, root, info};
}

/** Writes a PDF 1.7 file with everything but streams packed and deflated; equal objects give equal bytes and the same id. */
export function writePdf({objects, root, info}: PdfFile): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let position = parts[0]?.length ?? 0;
  const entries = new Map<number, readonly [type: number, second: number, third: number]>();
  const add = (number: number, bytes: Buffer) => {
    entries.set(number, [1, position, 0]);
    parts.push(bytes);
    position += bytes.length;
  };
  for (const one of objects) {
    if (one.kind === "stream") add(one.number, Buffer.concat([header(one.number), one.bytes, ending]));
    if (one.kind === "content") add(one.number, streamObject(one.number, "", one.packed ?? packOperators(one.text)));
  }
  let next = Math.max(...objects.map((one) => one.number)) + 1;
  const plain = objects.filter((one) => one.kind === "plain");
  for (let from = 0; from < plain.length; from += perPack) {
    const some = plain.slice(from, from + perPack);
    for (const [index, one] of some.entries()) entries.set(one.number, [2, next, index]);
    add(next, pack(next, some));
    next++;
  }
  const start = position;
  const id = idOf(parts);
  add(next, crossReference(next, entries, `/Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]`, start));
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export function packOperators(text: string): Buffer {
  return deflated(Buffer.from(text, "latin1"), 1);
}

function idOf(parts: readonly Buffer[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("hex").slice(0, 32).toUpperCase();
}

/** Pages of a file that `writePdf` wrote. */
export function pageCount(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = "/Type /ObjStm";
  let pages = 0;
  for (let at = file.indexOf(head); at >= 0; at = file.indexOf(head, at + head.length)) {
    const from = file.indexOf("stream\n", at) + "stream\n".length;
    const length = Number(/\/Length (\d+)/.exec(file.toString("latin1", at, from))?.[1]);
    const text = inflateSync(file.subarray(from, from + length)).toString("latin1");
    pages += text.match(/\/Type \/Page\b/g)?.length ?? 0;
  }
  return pages;
}

const perPack = 500;
const ending = Buffer.from("\nendobj\n");

/** Entries of a cross-reference table are 20 characters each: `0000000016 00000 n`. */
function offsetsIn(table: string): number[] {
  const head = /^xref\s+0 (\d+)\s+/.exec(table);
  if (!head) throw new Error("a cross-reference table in parts");
  const entries = Array.from({length: Number(head[1])}, (_, index) => head[0].length + 20 * index);
  return entries.filter((at) => table[at + 17] === "n").map((at) => Number(table.slice(at, at + 10)));
}

function objectAt(bytes: Buffer, text: string, offset: number, next: number): PdfObject {
  const from = text.indexOf(" 0 obj", offset);
  const number = Number(text.slice(offset, from));
  if (from < 0 || from > offset + 10 || !Number.isInteger(number)) throw new Error(`no object at ${offset}`);
  const body = text.slice(from + " 0 obj".length, text.lastIndexOf("endobj", next)).trim();
  if (!body.endsWith("endstream")) return {number, kind: "plain", text: body};
  const start = text.indexOf("<<", from);
  return {
    number,
    kind: "stream",
    bytes: bytes.subarray(start, text.lastIndexOf("endstream", next) + "endstream".length)
  };
}

function header(number: number): Buffer {
  return Buffer.from(`${number} 0 obj\n`);
}

function pack(number: number, objects: readonly {readonly number: number; readonly text: string}[]): Buffer {
  let offset = 0;
  const places = objects.map((one) => {
    const place = `${one.number} ${offset}`;
    offset += one.text.length + 1;
    return place;
  });
  const first = `${places.join(" ")}\n`;
  const content = Buffer.from(`${first}${objects.map((one) => one.text).join("\n")}`, "latin1");
  return streamObject(number, `/Type /ObjStm /N ${objects.length} /First ${first.length} `, deflated(content, 2));
}

function crossReference(
  own: number,
  entries: ReadonlyMap<number, readonly [number, number, number]>,
  keys: string,
  start: number
): Buffer {
  const rows = Buffer.alloc((own + 1) * 7);
  for (let number = 0; number <= own; number++) {
    const [type, second, third] = number === own ? [1, start, 0] : (entries.get(number) ?? [0, 0, 65_535]);
    rows.writeUInt8(type, number * 7);
    rows.writeUInt32BE(second, number * 7 + 1);
    rows.writeUInt16BE(third, number * 7 + 5);
  }
  return streamObject(own, `/Type /XRef /Size ${own + 1} /W [1 4 2] ${keys} `, deflated(rows, 2));
}

function deflated(content: Buffer, level: number): Buffer {
  return deflateSync(content, {level, memLevel: 9});
}

/** A stream that is deflated; `keys` stand in its dictionary before filter and length. */
function streamObject(number: number, keys: string, packed: Buffer): Buffer {
  const dictionary = `<<${keys}/Filter /FlateDecode /Length ${packed.length}>> stream\n`;
  return Buffer.concat([header(number), Buffer.from(dictionary), packed, Buffer.from("\nendstream"), ending]);
}
