/** Files that the registry says are gone, and making that true. */
import {existsSync} from "node:fs";
import {rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {listDeletions, recordDeletions} from "../queries/registry/deletions.ts";
import {allFiles} from "../queries/registry/deliveries.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ReceivedFile} from "./receive.ts";

/** Writes the receipt for a file that held civil registration numbers; `sweepDeleted` deletes it. */
export async function recordRawDeleted(registry: Registry, {path, sha256}: ReceivedFile, now: Date): Promise<void> {
  const {size: bytes} = await stat(path);
  const deletion = {path: join("inbox", sha256), sha256, kind: "inbox", reason: "person-numbers"} as const;
  await recordDeletions(registry, [{...deletion, bytes, rows: 0, deletedAt: now.toISOString()}]);
}

/** Paths with a receipt, but for those that have been delivered again since. */
export async function deletedPaths(registry: Registry): Promise<ReadonlySet<string>> {
  const deliveries = await registry.selectFrom("deliveries").select(["sha256", "received_at"]).execute();
  const receivedAt = new Map<string, string>();
  for (const {sha256, received_at: at} of deliveries)
    if (at > (receivedAt.get(join("inbox", sha256)) ?? "")) receivedAt.set(join("inbox", sha256), at);
  const held = new Set((await allFiles(registry)).map(({path}) => path));
  const deletions = await listDeletions(registry);
  return new Set(
    deletions
      .filter(({path, deletedAt}) => !held.has(path) && deletedAt >= (receivedAt.get(path) ?? ""))
      .map(({path}) => path)
  );
}

/** Deletes what has a receipt and is still there: a killed process left it, or the same file came once more. */
export async function sweepDeleted(registry: Registry, dataDir: string): Promise<number> {
  const left = [...(await deletedPaths(registry))]
    .map((path) => join(dataDir, path))
    .filter((path) => existsSync(path));
  for (const path of left) await rm(path, {recursive: true, force: true});
  return left.length;
}
