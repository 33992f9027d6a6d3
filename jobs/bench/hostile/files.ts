/** Good deliveries in every format, and from them as many bad ones as are wanted. */
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {utils, write} from "@e965/xlsx";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {Engine, quoteText} from "../../../queries/engine.ts";
import {chanceOf, mutate, pick} from "./mutate.ts";
import {unzip, zipOf} from "./zip-file.ts";

export const formats = ["csv", "parquet", "xlsx", "json", "arrow"] as const;
export type Format = (typeof formats)[number];
export type GoodFiles = Readonly<Record<Format, Buffer>>;

const header = "municipality;period;unit;pupil;class;grade;absence_type;days_absent;school_days".split(";");

/** Absence of forty pupils, the same in all formats. */
export async function goodFiles(): Promise<GoodFiles> {
  const rows = Array.from({length: 40}, (_, pupil) => ({
    municipality: "751",
    period: "2025-H2",
    unit: "751014",
    pupil: `p.${(pupil * 7919).toString(36)}`,
    class: `${1 + (pupil % 9)}A`,
    grade: 1 + (pupil % 9),
    absence_type: pupil % 3 ? "sick" : "permitted",
    days_absent: pupil / 2,
    school_days: 98
  }));
  const lines = rows.map((row) => Object.values(row).join(";"));
  const columns = Object.fromEntries(header.map((name) => [name, rows.map((row) => row[name as keyof typeof row])]));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.json_to_sheet(rows), "Fravær");
  const json = Buffer.from(JSON.stringify(rows));
  return {
    csv: Buffer.from(`${[header.join(";"), ...lines].join("\n")}\n`),
    json,
    xlsx: Buffer.from(write(book, {type: "buffer", bookType: "xlsx", compression: true}) as Uint8Array),
    arrow: Buffer.from(tableToIPC(tableFromArrays(columns), "file")),
    parquet: await parquetOf((path) => `FROM read_json(${quoteText(path)})`, json)
  };
}

/** The number of a file says all about it: format by turns, and what has been done to it by its own seed. */
export function hostileFile(good: GoodFiles, number: number): {readonly format: Format; readonly bytes: Buffer} {
  const format = formats[number % formats.length]!;
  const chance = chanceOf(0x9e3779b9 ^ (number + 1));
  for (let warm = 0; warm < 8; warm++) chance();
  if (format !== "xlsx" || chance() < 0.3) return {format, bytes: mutate(good[format], chance)};
  const entries = unzip(good.xlsx);
  const chosen = pick(entries, chance);
  const inner = entries.map((entry) => (entry === chosen ? {...entry, content: mutate(entry.content, chance)} : entry));
  return {format, bytes: zipOf(inner)};
}

/** Small files that are far larger than they look, or lead astray; made when asked for, by name. */
export function crafted(good: GoodFiles): Readonly<Record<string, () => Buffer | Promise<Buffer>>> {
  const sheet = (content: string) =>
    zipOf(
      unzip(good.xlsx).map((entry) =>
        entry.name === "xl/worksheets/sheet1.xml" ? {...entry, content: Buffer.from(content)} : entry
      )
    );
  const withEntry = (entry: Parameters<typeof zipOf>[0][number]) => zipOf([...unzip(good.xlsx), entry]);
  const zeros = () => Buffer.alloc(80_000_000);
  const laughs = Array.from({length: 9}, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
  const worksheet = (data: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}</worksheet>`;
  const cell = (text: string) => `<sheetData><row r="1"><c t="str" r="A1"><v>${text}</v></c></row></sheetData>`;
  return {
    "parquet-200-million-rows": () => manyRows(200_000_000),
    "parquet-90-million-rows": () => manyRows(90_000_000),
    "parquet-that-claims-rows": () => claimRows(good.parquet, 40, 2_000_000_000),
    "parquet-nested": () => parquetOf(() => "SELECT [[[[[[[[1]]]]]]]] AS unit, {'a': {'b': 1}} AS pupil"),
    "parquet-2000-columns": () =>
      parquetOf(() => `SELECT ${Array.from({length: 2000}, (_, at) => `${at} AS c${at}`).join(", ")}`),
    "xlsx-bomb": () => withEntry({name: "xl/media/a.xml", content: zeros()}),
    "xlsx-bomb-that-lies": () => withEntry({name: "xl/media/a.xml", content: zeros(), claimed: 10}),
    "xlsx-60000-parts": () =>
      zipOf([
        ...unzip(good.xlsx),
        ...Array.from({length: 60_000}, (_, at) => ({name: `x/${at}`, content: Buffer.alloc(0)}))
      ]),
    "xlsx-path-out": () => withEntry({name: "../../../../tmp/aarshjul-escaped.txt", content: Buffer.from("x")}),
    "xlsx-link": () => withEntry({name: "xl/worksheets/link", content: Buffer.from("/etc/passwd"), mode: 0o120777}),
    "xlsx-in-xlsx": () => withEntry({name: "xl/embeddings/inner.xlsx", content: good.xlsx}),
    "xlsx-wide-sheet": () =>
      sheet(
        worksheet(
          '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        )
      ),
    "xlsx-far-row": () =>
      sheet(
        worksheet(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="999999"><c r="I999999"><v>1</v></c></row></sheetData>'
        )
      ),
    "xlsx-laughs": () => sheet(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>${worksheet(cell("&l9;"))}`),
    "xlsx-outside-entity": () =>
      sheet(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${worksheet(cell("&e;"))}`),
    "json-deep": () => Buffer.from("[".repeat(2_000_000)),
    "json-prototype": () => Buffer.from('[{"__proto__":{"unit":"751014"},"constructor":{"prototype":{"x":1}}}]'),
    "json-many-names": () => Buffer.from(`[{${Array.from({length: 200_000}, (_, at) => `"n${at}":1`).join(",")}}]`),
    "csv-wide": () => Buffer.from(`${"a;".repeat(400_000)}\n${"1;".repeat(400_000)}\n`),
    "csv-quotes": () => Buffer.from(`${header.join(";")}\n${'"'.repeat(3_000_001)}`),
    "csv-commands": () => Buffer.from(`${header.join(";")}\n=cmd|'/c calc'!A0;${"x;".repeat(7)}$(reboot)\n`),
    "csv-zero-bytes": () => Buffer.alloc(5_000_000),
    "arrow-cut": () => good.arrow.subarray(0, 64)
  };
}

/** Some ten kilobytes that hold that many rows. */
function manyRows(rows: number): Promise<Buffer> {
  return parquetOf(() => `SELECT 'x' AS unit, 'x' AS pupil FROM range(${rows})`, Buffer.alloc(0), 10_000_000);
}

/** The footer says another number of rows than there are. */
function claimRows(bytes: Buffer, rows: number, claimed: number): Buffer {
  const length = bytes.readUInt32LE(bytes.length - 8);
  const [body, footer] = [bytes.subarray(0, bytes.length - 8 - length), bytes.subarray(bytes.length - 8 - length, -8)];
  const at = footer.indexOf(Buffer.concat([Buffer.from([0x16]), varint(rows)]), footer.indexOf("school_days"));
  const changed = Buffer.concat([
    footer.subarray(0, at + 1),
    varint(claimed),
    footer.subarray(at + 1 + varint(rows).length)
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(changed.length);
  return Buffer.concat([body, changed, size, Buffer.from("PAR1")]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = BigInt(value) * 2n; ; left >>= 7n) {
    if (left < 128n) return Buffer.from([...bytes, Number(left)]);
    bytes.push(Number(left & 127n) | 128);
  }
}

async function parquetOf(
  query: (path: string) => string,
  source: Buffer = Buffer.alloc(0),
  group = 122_880
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "aarshjul-hostile-"));
  const engine = await Engine.open({threads: 2});
  try {
    const [input, output] = [join(folder, "in.json"), join(folder, "out.parquet")];
    await writeFile(input, source);
    await engine.run(
      `COPY (${query(input)}) TO ${quoteText(output)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${group})`
    );
    return await readFile(output);
  } finally {
    engine.close();
    await rm(folder, {recursive: true, force: true});
  }
}
