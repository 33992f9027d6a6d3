import {type ContentLimits, Refusal} from "./examination.ts";

/** Refuses a workbook whose directory says that it unpacks to far more than it is, or that has no directory. */
export function checkZip(bytes: Buffer, {zipRatio, wholeFile}: ContentLimits): void {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > bytes.length) throw broken();
  const entries = bytes.readUInt16LE(end + 10);
  let offset = bytes.readUInt32LE(end + 16);
  let unpacked = 0;
  const names: string[] = [];
  for (let entry = 0; entry < entries; entry++) {
    if (offset + 46 > bytes.length || bytes.readUInt32LE(offset) !== 0x02014b50) throw broken();
    unpacked += bytes.readUInt32LE(offset + 24);
    const nameLength = bytes.readUInt16LE(offset + 28);
    names.push(bytes.toString("latin1", offset + 46, offset + 46 + nameLength));
    offset += 46 + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32);
  }
  if (!names.includes("xl/workbook.xml"))
    throw new Refusal("not-a-table", "Filen er ikke en tabel, men en zip-fil; pak den ud først.");
  if (unpacked > wholeFile || unpacked > bytes.length * zipRatio)
    throw new Refusal(
      "too-large",
      "Regnearket fylder urimeligt meget, når det pakkes ud. Send det som CSV eller Parquet."
    );
}

function broken(): Refusal {
  return new Refusal("truncated", "Regnearket er ødelagt eller afkortet og kan ikke læses.");
}
