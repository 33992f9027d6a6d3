/** Tells a file's kind and text encoding from its bytes, and rewrites other encodings as UTF-8. */
import {isAscii, isUtf8} from "node:buffer";
import {closeSync, createReadStream, createWriteStream, openSync, readSync} from "node:fs";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {Doubt, Refusal} from "./examination.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-1";
export const encodings: readonly Encoding[] = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"];

export function readHead(path: string, length: number, from = 0): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(file, buffer, filled, length - filled, from + filled);
      if (count === 0) break;
      filled += count;
    }
    return buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

export type Format = "csv" | "parquet" | "arrow" | "json" | "xlsx";

/** By the first bytes, never by the name. */
export function detectFormat(head: Buffer): Format {
  const text = head.toString("latin1");
  if (text.startsWith("PAR1")) return "parquet";
  if (text.startsWith("ARROW1") || head.subarray(0, 4).equals(Buffer.from([255, 255, 255, 255]))) return "arrow";
  if (text.startsWith("PK\x03\x04")) return "xlsx";
  for (const [magic, what] of foreignFormats) if (text.startsWith(magic)) throw notATable(what);
  const first = text.replace(/^\xEF\xBB\xBF/, "").trimStart()[0];
  if (first === "{" || first === "[") return "json";
  if (first === "<") throw notATable("en XML- eller HTML-fil");
  return "csv";
}

const foreignFormats: readonly (readonly [string, string])[] = [
  ["\xD0\xCF\x11\xE0", "en gammel Excel-fil (.xls); gem den som .xlsx eller CSV"],
  ["%PDF", "en PDF"],
  ["\x89PNG", "et billede"],
  ["\xFF\xD8\xFF", "et billede"],
  ["GIF8", "et billede"],
  ["\x1F\x8B", "en pakket fil; pak den ud først"],
  ["\x7FELF", "et program"],
  ["MZ", "et program"],
  ["SQLite format 3", "en database"]
];

export function notATable(what: string): Refusal {
  return new Refusal("not-a-table", `Filen er ikke en tabel, men ${what}.`);
}

/** Bytes 0x80–0x9F are letters in Windows-1252 only; these are the ones that Danish text uses. */
const danishHigh = new Set(
  [..."æøåÆØÅäöüéèêëáàâíîóôúûçñßÄÖÜÉÈÁ§°´¨½¼¾·«»£²³±×µðþ©®\u00A0\u00AD"].map((letter) => letter.charCodeAt(0))
);
const windowsOnly = new Set([
  0x80, 0x82, 0x84, 0x85, 0x8a, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9a, 0x9c, 0x9e
]);
const wholeScan = 32_000_000;

/**
 * The encoding, or a question. `thorough` reads the whole file; else the ends of a large one, which is enough where
 * the reader itself refuses what is not UTF-8.
 */
export function detectEncoding(path: string, size: number, thorough: boolean): Encoding {
  const sample = size <= wholeScan || thorough ? readHead(path, Math.min(size, 1_000_000_000)) : sampleOf(path, size);
  const marked = byteOrderMark(sample) ?? unmarkedUtf16(sample);
  if (marked) return marked;
  if (sample.includes(0)) throw notATable("binære data");
  if (isAscii(sample) || isUtf8(sample)) return "utf-8";
  return singleByte(sample);
}

function sampleOf(path: string, size: number): Buffer {
  const head = readHead(path, 1_000_000);
  const tail = readHead(path, 1_000_000, size - 1_000_000);
  return Buffer.concat([head.subarray(0, head.lastIndexOf(10) + 1), tail.subarray(tail.indexOf(10) + 1)]);
}

function byteOrderMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return isUtf8(bytes) ? "utf-8" : null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function unmarkedUtf16(bytes: Buffer): Encoding | null {
  const pairs = Math.min(bytes.length, 4000) >> 1;
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index++) if (bytes[index] === 0) zeros[index % 2]!++;
  if (pairs > 4 && zeros[1]! > pairs * 0.7 && zeros[0] === 0) return "utf-16le";
  if (pairs > 4 && zeros[0]! > pairs * 0.7 && zeros[1] === 0) return "utf-16be";
  return null;
}

function singleByte(bytes: Buffer): Encoding {
  const mixed = mixedLines(bytes);
  if (mixed.length > 0)
    throw new Refusal(
      "mixed-encodings",
      "Filen blander to tegnsæt: nogle linjer er UTF-8, andre er ikke. Gem hele filen i ét tegnsæt.",
      mixed
    );
  let [danish, windows, strange] = [0, 0, 0];
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if (danishHigh.has(byte)) danish++;
    else if (windowsOnly.has(byte)) windows++;
    else strange++;
  }
  if (strange + windows > danish || strange > 0.1 * danish)
    throw new Doubt(
      "--encoding",
      "Tegnsættet kan ikke afgøres: bogstaverne giver ikke dansk tekst i et kendt tegnsæt. Angiv det med --encoding.",
      encodings
    );
  return windows > 0 ? "windows-1252" : "iso-8859-1";
}

/** First lines that are not UTF-8, when other lines hold letters in UTF-8. */
function mixedLines(bytes: Buffer): readonly number[] {
  const bad: number[] = [];
  let [line, start, utf8] = [0, 0, 0];
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const row = bytes.subarray(start, end < 0 ? bytes.length : end);
    line++;
    start = end < 0 ? bytes.length : end + 1;
    if (isAscii(row)) continue;
    if (isUtf8(row)) utf8++;
    else if (bad.length < 10) bad.push(line);
  }
  return utf8 > 0 ? bad : [];
}

/** Rewrites the file as UTF-8 in constant memory. */
export async function transcode(path: string, encoding: Encoding, target: string): Promise<void> {
  const decoder = new TextDecoder(encoding === "iso-8859-1" ? "windows-1252" : encoding);
  const recode = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, {stream: true})),
    flush: (done) => done(null, decoder.decode())
  });
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), recode, createWriteStream(target));
}

export function parseEncoding(text: string): Encoding {
  const name = text.toLowerCase().replace(/[ _]/g, "-");
  const found = encodingNames[name] ?? encodings.find((encoding) => encoding === name);
  if (!found)
    throw new Refusal("encoding", `Tegnsættet ${JSON.stringify(text)} kendes ikke. Brug ${encodings.join(", ")}.`);
  return found;
}

const encodingNames: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  cp1252: "windows-1252",
  ansi: "windows-1252",
  latin1: "iso-8859-1",
  "latin-1": "iso-8859-1",
  "utf-16": "utf-16le",
  utf16: "utf-16le"
};
