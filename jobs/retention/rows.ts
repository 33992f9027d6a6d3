/** Rows past their time go out of the lake: the whole file, or a new file with the rest in its place. */
import {rm, stat} from "node:fs/promises";
import {dirname, join} from "node:path";
import {sql} from "kysely";
import {Engine} from "../../queries/engine.ts";
import {type Deletion, writeDeletions} from "../../queries/registry/deletions.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {quoteText} from "../../queries/sql.ts";
import {sha256OfFile} from "../seal.ts";
import {sealExtract, writeExtract} from "../staged-files.ts";
import {moveIn, openStaging} from "../store.ts";
import type {ExtractPlan} from "./plan.ts";

/** The receipt for the file as it was; the registry keeps that the parts had been delivered. */
export async function expireRows(registry: Registry, dataDir: string, plan: ExtractPlan, now: Date): Promise<Deletion> {
  const {path, rows} = plan;
  const staging = await openStaging(dataDir);
  try {
    const {size: bytes} = await stat(join(dataDir, path));
    const sha256 = await sha256OfFile(join(dataDir, path));
    const why = {kind: "extract", reason: "expired", deletedAt: now.toISOString()} as const;
    const receipt = {...why, path, sha256, bytes, rows};
    const rest = plan.whole ? null : await writeRest(dataDir, staging, plan);
    await recordExpired(registry, plan, receipt, rest);
    await rm(join(dataDir, path), {force: true});
    return receipt;
  } finally {
    await rm(staging, {recursive: true, force: true});
  }
}

interface Rest {
  readonly path: string;
  readonly sha256: string;
}

/** Both files are in the plan of what may be left behind: the registry tells which of them is to stay. */
async function writeRest(dataDir: string, staging: string, {path, periods}: ExtractPlan): Promise<Rest> {
  const to = join(staging, "rest.parquet");
  const engine = await Engine.open({threads: 2, memory: "1200MB", spillDir: staging});
  try {
    const over = periods.map(quoteText).join(", ");
    const from = quoteText(join(dataDir, path));
    await writeExtract(engine, `SELECT * FROM read_parquet(${from}) WHERE period NOT IN (${over})`, to);
  } finally {
    engine.close();
  }
  const sha256 = await sealExtract(to);
  const target = join(dirname(path), `${sha256.slice(0, 12)}.parquet`);
  await moveIn(dataDir, staging, {from: to, path: target, replaces: path});
  return {path: target, sha256};
}

async function recordExpired(
  registry: Registry,
  {path, periods}: ExtractPlan,
  receipt: Deletion,
  rest: Rest | null
): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await writeDeletions(transaction, [receipt]);
    await transaction
      .updateTable("lake_files")
      .set({state: "expired"})
      .where("path", "=", path)
      .where("period", "in", periods)
      .execute();
    if (rest)
      await sql`UPDATE lake_files SET path = ${rest.path}, sha256 = ${rest.sha256}
        WHERE path = ${path} AND state <> 'expired'`.execute(transaction);
  });
}
