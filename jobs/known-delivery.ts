/** When two deliveries are the same one: the same bytes, read by the same mapping. */
import {createHash} from "node:crypto";
import {rm} from "node:fs/promises";
import {findDelivery} from "../queries/registry/deliveries.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ValidationReport} from "../queries/registry/reports.ts";
import {mappingsFor} from "./intake-context.ts";
import {type Mapping, mappingHash} from "./mapping.ts";
import type {ReceivedFile} from "./receive.ts";

/**
 * The bytes' own checksum; with a mapping, that of both: another mapping reads another delivery out of the same file. What was
 * written on the pages may become what it has been before, and is yet a newer delivery: its stamp tells.
 */
export function deliveryId(
  {sha256}: Pick<ReceivedFile, "sha256">,
  mapping: Mapping | undefined,
  stamp?: string
): string {
  if (stamp !== undefined) return createHash("sha256").update(`${sha256} ${stamp}`).digest("hex");
  return mapping ? `${sha256.slice(0, 40)}${mappingHash(mapping).slice(0, 24)}` : sha256;
}

/** The report of the same file (by the same mapping) when it has been accepted; `file.mapping` is what is asked for now. */
export async function acceptedBefore(
  registry: Registry,
  dataDir: string,
  received: Pick<ReceivedFile, "sha256">,
  file: {readonly mapping?: string | undefined}
): Promise<ValidationReport | null> {
  const rows = await registry
    .selectFrom("deliveries")
    .select(["id", "mapping"])
    .where("sha256", "=", received.sha256)
    .where("status", "=", "accepted")
    .execute();
  if (rows.length === 0) return null;
  const {mapping, mappings} = await mappingsFor(dataDir, file);
  const same = rows.find((row) => {
    const used = [...(mapping ? [mapping] : []), ...mappings].find(({id}) => id === row.mapping);
    const asked = mapping === null || row.mapping === mapping.id;
    return asked && row.id === deliveryId(received, used);
  });
  return same ? ((await findDelivery(registry, same.id))?.report ?? null) : null;
}

/** A file that we had to ask about was not received; it is sent again with the answer. */
export async function forget(registry: Registry, {sha256, path}: ReceivedFile): Promise<void> {
  const known = await registry.selectFrom("deliveries").select("id").where("sha256", "=", sha256).executeTakeFirst();
  if (!known) await rm(path, {force: true});
}
