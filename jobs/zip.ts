import {inflateRawSync} from "node:zlib";
import {type ContentLimits, Refusal} from "./examination.ts";

/**
 * Refuses a workbook that unpacks to far more than it is, that has more parts than a workbook has, or that cannot be
 * unpacked. What it says of its own size is not believed: every part is unpacked and measured.
 */
export function checkZip(bytes: Buffer, limits: ContentLimits): void {
  const parts = partsOf(bytes, limits.zipEntries);
  if (!parts.some(({name}) => name === "xl/workbook.xml"))
    throw new Refusal("not-a-table", "Filen er ikke en tabel, men en zip-fil; pak den ud først.");
  let room = Math.min(limits.wholeFile, bytes.length * limits.zipRatio);
  for (const part of parts) {
    if (part.unpacked > room) throw tooLarge();
    room -= sizeOf(bytes, part, room);
  }
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** By the directory at the end, which is what the workbook's reader goes by. */
function partsOf(bytes: Buffer, most: number): readonly Part[] {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > bytes.length) throw broken();
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > most) throw tooLarge();
  const parts: Part[] = [];
  for (let offset = bytes.readUInt32LE(end + 16); parts.length < entries; ) {
    if (offset + 46 > bytes.length || bytes.readUInt32LE(offset) !== 0x02014b50) throw broken();
    const nameLength = bytes.readUInt16LE(offset + 28);
    parts.push({
      name: bytes.toString("latin1", offset + 46, offset + 46 + nameLength),
      method: bytes.readUInt16LE(offset + 10),
      packed: bytes.readUInt32LE(offset + 20),
      unpacked: bytes.readUInt32LE(offset + 24),
      at: bytes.readUInt32LE(offset + 42)
    });
    offset += 46 + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  }
  return parts;
}

function sizeOf(bytes: Buffer, {method, packed, at}: Part, room: number): number {
  if (at + 30 > bytes.length) throw broken();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, method === 0 ? start + packed : bytes.length);
  if (method === 0) return content.length;
  if (method !== 8) throw broken();
  try {
    return inflateRawSync(content, {maxOutputLength: Math.max(1, room)}).length;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : broken();
  }
}

function tooLarge(): Refusal {
  return new Refusal(
    "too-large",
    "Regnearket fylder urimeligt meget, når det pakkes ud. Send det som CSV eller Parquet."
  );
}

function broken(): Refusal {
  return new Refusal("truncated", "Regnearket er ødelagt eller afkortet og kan ikke læses.");
}
