import {type PackageId, packageIds} from "../queries/packages/data-package.ts";
import {parsePeriod} from "../queries/period.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import type {SlotTally, Work} from "./ledger.ts";
import type {PlanWish} from "./package-facts.ts";
import {type BuildRequest, buildPackages} from "./packages.ts";
import type {Plant} from "./plant.ts";

/** What a unit gets when it has no figures that the edition shows. */
export const noFigures = "ingen tal";

/** Builds the claimed packages, those of one municipality and period together with one browser. */
export function packagesWork(plant: Plant, definitionOf: (decision: Decision) => PackageId): Work {
  return async (claimed, tally) => {
    const groups = Map.groupBy(claimed, ({candidate: {municipality, period}}) => `${municipality} ${period}`);
    for (const group of groups.values()) await buildGroup(plant, definitionOf, group, tally);
  };
}

async function buildGroup(
  {dataDir, workers, browserPath, now, progress}: Plant,
  definitionOf: (decision: Decision) => PackageId,
  group: readonly Decision[],
  tally: SlotTally
): Promise<void> {
  const {municipality, period} = group[0]!.candidate;
  const byPlan = Map.groupBy(group, (decision) => `${definitionOf(decision)} ${decision.candidate.unit}`);
  const slotsOf = (issue: string) => (byPlan.get(planOf(issue, period)) ?? []).map(({candidate}) => candidate.id);
  const request: BuildRequest & Pick<PlanWish, "plans"> = {
    ...{dataDir, workers, browserPath, now, progress, municipality},
    period: parsePeriod(period),
    language: "da",
    plans: new Set(byPlan.keys()),
    onBuilt: (issue) => {
      for (const id of slotsOf(issue)) tally.done(id, issue);
    }
  };
  try {
    const {failed} = await buildPackages(request);
    for (const {issue, reason} of failed) for (const id of slotsOf(issue)) tally.failed(id, reason);
    for (const {candidate} of group) tally.done(candidate.id, noFigures);
  } catch (error) {
    for (const {candidate} of group) tally.failed(candidate.id, error);
  }
}

const issueName = new RegExp(`^(.+)-(${packageIds.join("|")})-[a-z]{2}-\\d+$`);

/** `2025-H2-751014-leader-da-1` → `leader 751014`. */
function planOf(issue: string, period: string): string {
  const match = issueName.exec(issue.slice(period.length + 1));
  return match ? `${match[2]} ${match[1]}` : "";
}
