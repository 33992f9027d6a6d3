/**
 * Deletes what is past its time, with a receipt for each file. Receipts are written first, so that a killed run is carried
 * on by the next one, and `verify` can tell a file that was deleted on time from one that is missing. What is counted of the
 * rows is put aside before them all.
 */
import {createHash} from "node:crypto";
import {rm, stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {countOldEntries, expireAudit} from "../../queries/registry/audit.ts";
import {type Deletion, recordDeletions} from "../../queries/registry/deletions.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {readSecret} from "../../queries/secret.ts";
import {sweepDeleted} from "../deletions.ts";
import {sha256OfFile} from "../seal.ts";
import {recover} from "../store.ts";
import {heldFiles, heldParts} from "./holdings.ts";
import {keepFacts} from "./keep-facts.ts";
import {expireOwnRows, type OwnPlan, planOwnRows} from "./own-rows.ts";
import {type HeldFile, logStart, planRetention, type RetentionPlan} from "./plan.ts";
import {expireRows} from "./rows.ts";

export interface Retention {
  readonly plan: RetentionPlan;
  /** What is written here that is past its time. */
  readonly own: readonly OwnPlan[];
  /** Receipts; none in a dry run. */
  readonly deleted: readonly Deletion[];
  /** Entries of the audit log that were too old. */
  readonly entries: number;
}

export async function retain(dataDir: string, now: Date, {dryRun = false} = {}): Promise<Retention> {
  const folder = resolve(dataDir);
  const registry = await openRegistry(storesOf(folder).registry);
  try {
    if (!dryRun) await recover(registry, folder);
    if (!dryRun) await sweepDeleted(registry, folder);
    const plan = planRetention(await heldParts(registry), await heldFiles(registry, folder), now);
    const own = await planOwnRows(registry, now);
    if (dryRun) return {plan, own, deleted: [], entries: await countOldEntries(registry, logStart(now))};
    await keepFacts(registry, folder, plan.extracts, now);
    const deleted = [...(await deleteFiles(registry, folder, plan.files, now))];
    for (const extract of plan.extracts) deleted.push(await expireRows(registry, folder, extract, now));
    deleted.push(...(await expireOwnRows(registry, own, now)));
    return {plan, own, deleted, entries: await forgetLog(registry, folder, now)};
  } finally {
    await registry.destroy();
  }
}

/** The chain begins anew after what is deleted, see `expireAudit`. */
async function forgetLog(registry: Registry, dataDir: string, now: Date): Promise<number> {
  const before = logStart(now);
  if ((await countOldEntries(registry, before)) === 0) return 0;
  return expireAudit(registry, await readSecret(storesOf(dataDir).auditKey), before);
}

async function deleteFiles(
  registry: Registry,
  dataDir: string,
  files: readonly HeldFile[],
  now: Date
): Promise<readonly Deletion[]> {
  const receipts: Deletion[] = [];
  for (const {kind, path} of files) {
    const {bytes, sha256} = await weigh(join(dataDir, path));
    receipts.push({path, sha256, kind, reason: "expired", bytes, rows: 0, deletedAt: now.toISOString()});
  }
  await recordDeletions(registry, receipts);
  for (const {path} of receipts) await rm(join(dataDir, path), {recursive: true, force: true});
  return receipts;
}

/** A folder in staging has no content worth a checksum; its name stands for it. */
async function weigh(path: string): Promise<{readonly bytes: number; readonly sha256: string}> {
  const found = await stat(path);
  if (found.isFile()) return {bytes: found.size, sha256: await sha256OfFile(path)};
  return {bytes: 0, sha256: createHash("sha256").update(path).digest("hex")};
}
