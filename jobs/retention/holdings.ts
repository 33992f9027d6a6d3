/** What the data folder holds that has a time: rows, delivered files, rejected rows, what was left in staging. */
import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {findStandard} from "../../queries/standards/index.ts";
import type {HeldFile, HeldPart} from "./plan.ts";

export async function heldParts(registry: Registry): Promise<readonly HeldPart[]> {
  const rows = await registry
    .selectFrom("lake_files")
    .select(["standard", "path", "period", "rows"])
    .where("state", "<>", "expired")
    .orderBy("path")
    .execute();
  return rows.flatMap(({standard: id, ...part}) => {
    const standard = findStandard(id);
    return standard ? [{...part, keepMonths: standard.keepMonths}] : [];
  });
}

export async function heldFiles(registry: Registry, dataDir: string): Promise<readonly HeldFile[]> {
  const {inbox, quarantine, staging} = storesOf(dataDir);
  const deliveries = await registry.selectFrom("deliveries").select(["id", "sha256", "received_at"]).execute();
  const bySha = newest(deliveries.map(({sha256, received_at: at}) => [sha256, at]));
  const byId = newest(deliveries.map(({id, received_at: at}) => [`${id}.csv`, at]));
  return [
    ...(await filesIn(dataDir, "inbox", inbox, bySha)),
    ...(await filesIn(dataDir, "quarantine", quarantine, byId)),
    ...(await filesIn(dataDir, "staging", staging, new Map()))
  ];
}

function newest(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  for (const [name, at] of pairs) if (at > (times.get(name) ?? "")) times.set(name, at);
  return times;
}

/** A file that no delivery knows has only its own time. */
async function filesIn(
  dataDir: string,
  kind: HeldFile["kind"],
  folder: string,
  known: ReadonlyMap<string, string>
): Promise<readonly HeldFile[]> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const files = names.map(async (name) => {
    const path = join(folder, name);
    const since = known.get(name) ?? (await stat(path)).mtime.toISOString();
    return {kind, path: path.slice(dataDir.length + 1), since};
  });
  return Promise.all(files);
}
