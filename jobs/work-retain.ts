import type {Work} from "./ledger.ts";
import type {Plant} from "./plant.ts";
import {retain} from "./retention/retain.ts";

/** Deletes what is past its time; the slot names how many receipts there are for it. */
export function retainWork({dataDir, now}: Plant): Work {
  return async (claimed, tally) => {
    const {deleted} = await retain(dataDir, now());
    for (const {candidate} of claimed) tally.done(candidate.id, String(deleted.length));
  };
}
