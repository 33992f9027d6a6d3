/** What the newest deliveries' checks found; summed again only when a delivery has come. */
import type {Registry} from "../queries/registry/open.ts";
import {type QualitySums, qualityStamp, readQuality} from "../queries/registry/quality.ts";

const kept = new WeakMap<Registry, {readonly stamp: string; readonly sums: Promise<QualitySums>}>();

export async function qualityOf(registry: Registry): Promise<QualitySums> {
  const stamp = await qualityStamp(registry);
  const known = kept.get(registry);
  if (known?.stamp === stamp) return known.sums;
  const sums = readQuality(registry);
  kept.set(registry, {stamp, sums});
  sums.catch(() => kept.delete(registry));
  return sums;
}
