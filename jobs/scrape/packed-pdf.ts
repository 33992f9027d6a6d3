/** A PDF as it is sent: objects in packs behind a cross-reference stream, unlike what the browser printed. */
import {inflateSync} from "node:zlib";
import type {PdfFile, PdfObject} from "../../templates/pdf-objects.ts";

const width = 7;

/** Throws where the file is no such PDF. */
export function readPackedPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 1024));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  const {dictionary, content} = streamAt(bytes, start);
  const [root, info] = ["Root", "Info"].map((key) => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]));
  if (!dictionary.includes("/Type /XRef") || !root || !info) throw new Error("not a PDF with packed objects");
  const objects: PdfObject[] = [];
  const packs = new Set<number>();
  const offsets = new Map<number, number>();
  for (let at = 0; at < content.length; at += width) {
    const [type, second] = [content.readUInt8(at), content.readUInt32BE(at + 1)];
    if (type === 1) offsets.set(at / width, second);
    if (type === 2) packs.add(second);
  }
  for (const [number, offset] of offsets)
    if (packs.has(number)) objects.push(...unpack(streamAt(bytes, offset)));
    else if (offset !== start) objects.push({number, kind: "stream", bytes: objectAt(bytes, offset)});
  return {objects, root, info};
}

function unpack({dictionary, content}: ReturnType<typeof streamAt>): readonly PdfObject[] {
  const first = Number(/\/First (\d+)/.exec(dictionary)![1]);
  const text = content.toString("latin1");
  const places = text.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = places.filter((_, index) => index % 2 === 1);
  return starts.map((from, index) => ({
    number: places[index * 2]!,
    kind: "plain",
    text: text.slice(first + from, starts[index + 1] === undefined ? undefined : first + starts[index + 1]!).trim()
  }));
}

function streamAt(bytes: Buffer, offset: number) {
  const object = objectAt(bytes, offset);
  const from = object.indexOf("stream\n") + "stream\n".length;
  const dictionary = object.toString("latin1", 0, from);
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  return {dictionary, content: inflateSync(object.subarray(from, from + length))};
}

/** From its dictionary to `endstream`. */
function objectAt(bytes: Buffer, offset: number): Buffer {
  const from = bytes.indexOf("<<", offset);
  const to = bytes.indexOf("endstream", from);
  if (!Number.isInteger(offset) || from < 0 || to < 0) throw new Error(`no stream at ${offset}`);
  const length = Number(/\/Length (\d+)/.exec(bytes.toString("latin1", from, bytes.indexOf("stream", from)))?.[1] ?? 0);
  const body = bytes.indexOf("stream\n", from) + "stream\n".length + length;
  return bytes.subarray(from, bytes.indexOf("endstream", Math.max(body, from)) + "endstream".length);
}
