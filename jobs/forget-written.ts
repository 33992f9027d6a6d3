/**
 * Earlier states of findings that were written here leave the lake and the inbox: words may have been taken back since, and
 * the registry has their history. Receipts come first, as for all that is deleted.
 */
import {rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {type Deletion, recordDeletions} from "../queries/registry/deletions.ts";
import {expireEarlier, listEarlier} from "../queries/registry/observation-deliveries.ts";
import type {Registry} from "../queries/registry/open.ts";

/** How many files there were. */
export async function forgetEarlier(registry: Registry, dataDir: string, now: Date): Promise<number> {
  const earlier = await listEarlier(registry);
  const receipts: Deletion[] = [];
  for (const {path, sha256, raw, rows} of earlier) {
    const told = {reason: "superseded", rows, deletedAt: now.toISOString()} as const;
    for (const [kind, at, sum] of [
      ["extract", path, sha256],
      ["inbox", raw && join("inbox", raw), raw]
    ] as const) {
      const found = at && sum ? await stat(join(dataDir, at)).catch(() => null) : null;
      if (found && at && sum) receipts.push({...told, kind, path: at, sha256: sum, bytes: found.size});
    }
  }
  if (receipts.length > 0) await recordDeletions(registry, receipts);
  await expireEarlier(registry, earlier);
  for (const {path} of receipts) await rm(join(dataDir, path), {force: true});
  return receipts.length;
}
