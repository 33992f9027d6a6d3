/** P6: what a steward has hidden by hand, with a reason; kept beside the ledgers, where only `jobs` reads. */
import {chmod, mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {z} from "zod";
import {storesOf} from "../../queries/config.ts";
import {type Engine, quoteText} from "../../queries/engine.ts";
import {Damaged} from "../../queries/errors.ts";

const schema = z.strictObject({
  unit: z.string().min(1),
  /** Null: every indicator, every period. */
  indicator: z.string().min(1).nullable(),
  period: z.string().min(1).nullable(),
  reason: z.string().min(1).max(500),
  at: z.string()
});
export type ByHand = z.infer<typeof schema>;

function pathOf(dataDir: string): string {
  return join(storesOf(dataDir).disclosure, "by-hand.json");
}

export async function readByHand(dataDir: string): Promise<readonly ByHand[]> {
  const path = pathOf(dataDir);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  try {
    return z.array(schema).parse(JSON.parse(text));
  } catch {
    throw new Damaged(path, "unreadable list of what is hidden by hand");
  }
}

/** Replaces the list in one rename. */
export async function writeByHand(dataDir: string, list: readonly ByHand[]): Promise<void> {
  const path = pathOf(dataDir);
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(list, null, 1)}\n`, {mode: 0o600, flush: true});
  await chmod(temporary, 0o600);
  await rename(temporary, path);
}

/** Table `by_hand`: every indicator, unit and period of `total` that is on the list. */
export async function createByHand(engine: Engine, list: readonly ByHand[]): Promise<void> {
  const textOf = (text: string | null) => (text === null ? "NULL" : quoteText(text));
  const rows = list.map(({unit, indicator, period}) => `(${[unit, indicator, period].map(textOf).join(", ")})`);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE by_hand AS
    WITH chosen (unit, indicator, period) AS (${rows.length > 0 ? `VALUES ${rows.join(", ")}` : "SELECT NULL::VARCHAR, NULL::VARCHAR, NULL::VARCHAR WHERE false"})
    SELECT DISTINCT total.indicator, total.unit, total.period, true AS by_hand
    FROM total JOIN chosen ON chosen.unit = total.unit
      AND (chosen.indicator IS NULL OR chosen.indicator = total.indicator)
      AND (chosen.period IS NULL OR chosen.period = total.period)`);
}
