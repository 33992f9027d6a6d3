import type {Deps} from "../page.ts";

/** A build that says nothing for this long has been interrupted. */
const patience = 15 * 60_000;

/** How far the packages have come; null when nothing is being built. */
export async function buildingOf({shelf, now}: Pick<Deps, "shelf" | "now">) {
  const progress = await shelf.progress();
  if (!progress || progress.finishedAt || progress.total <= 0) return null;
  if (now().getTime() - Date.parse(progress.startedAt) > patience) return null;
  return {done: Math.min(progress.done, progress.total), total: progress.total};
}
