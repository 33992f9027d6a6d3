/** The ledger: what each release was made of, hidden cells included. Stays inside `jobs`, one file per release. */
import {chmod, mkdir, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {DisclosureRules} from "./rules.ts";

/** Patterns of other rules promised less and are not built upon. */
export function ledgerPath(dataDir: string, {id}: DisclosureRules, release: string): string {
  return join(storesOf(dataDir).disclosure, id, `${release}.parquet`);
}

/** The ledgers of these releases, in their order, of those that have one. */
export async function findLedgers(
  dataDir: string,
  rules: DisclosureRules,
  releases: readonly {readonly id: string}[]
): Promise<readonly string[]> {
  const paths = releases.map(({id}) => ledgerPath(dataDir, rules, id));
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return paths.filter((_, place) => found[place] !== null);
}

/** Needs the tables of `protectCells`. */
export async function writeLedger(engine: Engine, path: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  await engine.run(`
    COPY (
      SELECT cell.* EXCLUDE (id, source), cell.source IS NULL AS own, xy, xx, members, expected,
        hidden_cell.id IS NOT NULL AS hidden, handed_cell.id IS NOT NULL AS handed
      FROM cell
      LEFT JOIN total ON total.rowid = cell.source
      LEFT JOIN hidden_cell ON hidden_cell.id = cell.id
      LEFT JOIN handed_cell ON handed_cell.id = cell.id
      ORDER BY cell.id
    ) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  await chmod(path, 0o600);
}
