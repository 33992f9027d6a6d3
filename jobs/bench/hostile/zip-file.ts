/** Zip files as nobody should make them: every field of an entry may lie. */
import {crc32, deflateRawSync, inflateRawSync} from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says; else the truth. */
  readonly claimed?: number;
  /** Unix mode in the directory, e.g. of a link. */
  readonly mode?: number;
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const {name, content, claimed = content.length, mode = 0} of entries) {
    const [packed, title] = [deflateRawSync(content), Buffer.from(name, "latin1")];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed >>> 0, 18);
    fields.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(mode * 65_536, 6);
    tail.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), fields, title, packed);
    directory.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), fields, tail, title);
    offset += 4 + fields.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, {length}) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length & 65_535, 4);
  end.writeUInt16LE(entries.length & 65_535, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** The entries of a well-formed zip. */
export function unzip(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const entries: ZipEntry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < bytes.readUInt16LE(end + 10); ) {
    const name = bytes.toString("latin1", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    entries.push({name, content: bytes.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed)});
    at += 46 + name.length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
