/** Invented packages have nobody who could sign them off, so the demonstration does it, by the same steps as anybody. */
import {seriesOf} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {isOut, listSignedIssues, recordSteps} from "../queries/registry/signoffs.ts";

const by = "Demonstrationen";

/** Releases those of them that nobody has taken a step with, at once; corrections wait for somebody to say why. */
export async function releaseDemonstration(
  registry: Registry,
  {municipality, names}: {readonly municipality: string; readonly names: readonly string[]},
  at = new Date()
): Promise<void> {
  const wanted = new Set(names);
  const all = await listSignedIssues(registry, {municipality}, at);
  const first = [...Map.groupBy(all, seriesOf).values()]
    .filter((series) => !series.some(isOut))
    .map((series) => series[0]!);
  const own = first.filter(({issue, state}) => wanted.has(issue) && state === "built");
  const taken = {by, at, comment: "Opdigtede tal: godkendt af programmet selv.", releaseAt: at};
  for (const step of ["preview", "sign"] as const) await recordSteps(registry, own, {...taken, step});
}
