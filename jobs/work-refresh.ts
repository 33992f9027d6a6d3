import type {Work} from "./ledger.ts";
import type {Plant} from "./plant.ts";
import {refresh} from "./refresh.ts";

/** Releases what the lake holds; all that were claimed are the same one release. */
export function refreshWork({dataDir, now, progress}: Plant): Work {
  return async (claimed, tally) => {
    const {id} = await refresh({
      dataDir,
      now: now(),
      progress: {
        ...progress,
        start: (title, total) => {
          tally.phase(title);
          progress.start(title, total);
        }
      }
    });
    for (const {candidate} of claimed) tally.done(candidate.id, id);
  };
}
