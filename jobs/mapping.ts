/**
 * A mapping says, without code, how a foreign table becomes a standard's: one JSON file per source in `mappings/`.
 * Steps in order: header row, drop rows, wide to long, columns, then sums over what should be one row.
 */
import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {Refusal} from "./examination.ts";

const columnSchema = z
  .object({
    /** Column of the file, or the `name`/`value` made by `unpivot`. */
    from: z.string().optional(),
    /** The same value in every row. */
    constant: z.string().optional(),
    /** Regular expression over the text of `from`; `to` is its replacement with `$1`, `$2`. */
    pattern: z.string().optional(),
    to: z.string().optional(),
    /** Local code → standard code, compared without case. */
    codes: z.record(z.string(), z.string()).optional(),
    /** Whole numbers → code: the first range that holds it. */
    ranges: z.array(z.object({from: z.number(), to: z.number().nullable(), code: z.string()}).strict()).optional(),
    /** Multiplied into the number, e.g. 0.01. */
    scale: z.number().optional()
  })
  .strict()
  .refine((column) => (column.from === undefined) !== (column.constant === undefined), "give either from or constant");

const dropSchema = z
  .object({
    column: z.string(),
    equals: z.array(z.string()).optional(),
    matches: z.string().optional(),
    empty: z.boolean().optional()
  })
  .strict();

export const mappingSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string(),
    /** Publisher and where to find the data; shown to readers. */
    source: z.string(),
    standard: z.string(),
    /** Columns that the file must have for the mapping to fit by itself; absent: only by name (`--mapping`). */
    fits: z.array(z.string()).optional(),
    input: z
      .object({
        encoding: z.string().optional(),
        delimiter: z.string().optional(),
        decimal: z.enum([",", "."]).optional(),
        headerRow: z.int().min(1).max(100).optional()
      })
      .strict()
      .optional(),
    drop: z.array(dropSchema).optional(),
    unpivot: z
      .object({
        /** Regular expression over the headers to turn into rows. */
        columns: z.string(),
        name: z.string(),
        value: z.string(),
        /** Header as delivered → as it should have been. */
        headers: z.record(z.string(), z.string()).optional()
      })
      .strict()
      .optional(),
    columns: z.record(z.string(), columnSchema),
    /** Number columns to add up over rows that are otherwise equal. */
    sum: z.array(z.string()).optional()
  })
  .strict();

export type Mapping = z.infer<typeof mappingSchema>;
export type MappedColumn = z.infer<typeof columnSchema>;

export function parseMapping(text: string, name: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("mapping", `Oversættelsen ${name} er ikke gyldig JSON.`);
  }
  const parsed = mappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({path, message}) => `${path.join(".") || "filen"}: ${message}`);
  throw new Refusal("mapping", `Oversættelsen ${name} kan ikke bruges: ${problems.join("; ")}.`);
}

/** The mapping's own checksum; a changed mapping makes another delivery of the same file. */
export function mappingHash(mapping: Mapping): string {
  return createHash("sha256").update(JSON.stringify(mapping)).digest("hex");
}

/** Every mapping in the folder, by file name; a broken one ends with the sentence that says what is wrong. */
export async function readMappings(folder: string): Promise<readonly Mapping[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".json")).sort();
  return Promise.all(files.map(async (name) => parseMapping(await readFile(join(folder, name), "utf8"), name)));
}

export function mappingFits(mapping: Mapping, header: readonly string[]): boolean {
  return mapping.fits?.every((column) => header.includes(column)) ?? false;
}
