/** Draws last month's look-ups of somebody, once, when they are here to answer for them. */
import {chooseSample, monthBefore} from "../../queries/access-sample.ts";
import {isDrawn, listUnanswered, lookUpsOf, recordSample, type SampledLookUp} from "../../queries/registry/look-ups.ts";
import type {Deps} from "../page.ts";

export async function unansweredOf(account: string, {identity, now}: Deps): Promise<readonly SampledLookUp[]> {
  const [registry, at, month] = [await identity.registry(), now().toISOString(), monthBefore(now())];
  if (!(await isDrawn(registry, account, month))) {
    const {lookUps, hash} = await lookUpsOf(registry, account, month);
    const seed = await identity.vault.nameOf("sample", account, month, hash);
    await recordSample(registry, {account, month, at}, chooseSample(lookUps, seed));
  }
  return listUnanswered(registry, account);
}
