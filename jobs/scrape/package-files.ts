/** The data files of packages: CSV, Parquet and Arrow, as a stranger opens them. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {tableFromIPC} from "@uwdata/flechette";
import {type Engine, quoteText, readParquet} from "../../queries/engine.ts";
import type {DisclosedFact} from "../../queries/model.ts";
import {key, Notebook, told} from "./sightings.ts";

const columns = [...key, ...told];

const csvTypes = `{'indicator': 'VARCHAR', 'version': 'INTEGER', 'unit': 'VARCHAR', 'period': 'VARCHAR', 'category': 'VARCHAR',
  'value': 'DOUBLE', 'numerator': 'DOUBLE', 'denominator': 'DOUBLE', 'persons': 'INTEGER', 'low': 'DOUBLE', 'high': 'DOUBLE',
  'blank': 'VARCHAR', 'linked': 'BOOLEAN'}`;

export async function notePackageFiles(engine: Engine, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  const files = (extension: string) => folders.map((folder) => join(folder, "data", `facts.${extension}`));
  const told = columns.map((column) => (column === "category" ? "coalesce(category, '') AS category" : column));
  await engine.run(`
    INSERT INTO seen BY NAME
    SELECT DISTINCT 'csv' AS channel, ${told.join(", ")} FROM read_csv([${files("csv").map(quoteText).join(", ")}],
      delim = ';', decimal_separator = ',', header = true, quote = '"', escape = '"', nullstr = '', types = ${csvTypes});
    INSERT INTO seen BY NAME
    SELECT DISTINCT 'parquet' AS channel, ${told.join(", ")} FROM ${readParquet(files("parquet"))}`);
  const notebook = await Notebook.open(engine);
  for (const file of files("arrow")) notebook.note("arrow", rowsOf(await readFile(file)));
  notebook.close();
}

function* rowsOf(bytes: Uint8Array): Iterable<DisclosedFact> {
  const table = tableFromIPC(bytes);
  const read = columns.map((name) => table.getChild(name)!.toArray() as ArrayLike<unknown>);
  for (let row = 0; row < table.numRows; row++) {
    const fact: Record<string, unknown> = {};
    for (const [place, name] of columns.entries()) fact[name] = read[place]![row] ?? null;
    yield {...fact, category: fact.category ?? "", members: 1, expected: 1} as unknown as DisclosedFact;
  }
}
