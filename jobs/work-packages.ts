import type {PackageId} from "../queries/packages/data-package.ts";
import {parsePeriod} from "../queries/period.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import type {SlotTally, Work} from "./ledger.ts";
import type {PlanWish} from "./package-facts.ts";
import {type BuildRequest, buildPackages} from "./packages.ts";
import type {Plant} from "./plant.ts";

/** What a unit gets when it has no figures that the edition shows. */
export const noFigures = "ingen tal";

/** Builds the claimed packages, those of one edition, municipality and period at a time with one browser. */
export function packagesWork(plant: Plant, definitionOf: (decision: Decision) => PackageId): Work {
  return async (claimed, tally) => {
    const groups = Map.groupBy(claimed, (decision) => {
      const {municipality, period} = decision.candidate;
      return `${definitionOf(decision)} ${municipality} ${period}`;
    });
    for (const group of groups.values()) await buildGroup(plant, definitionOf(group[0]!), group, tally);
  };
}

async function buildGroup(
  {dataDir, workers, browserPath, now, progress}: Plant,
  definition: PackageId,
  group: readonly Decision[],
  tally: SlotTally
): Promise<void> {
  const {municipality, period} = group[0]!.candidate;
  const slotOf = new Map(group.map(({candidate}) => [candidate.unit, candidate.id]));
  const unitOf = (issue: string) => issue.slice(period.length + 1, issue.lastIndexOf(`-${definition}-`));
  const request: BuildRequest & Pick<PlanWish, "units"> = {
    ...{dataDir, workers, browserPath, now, progress, municipality, definition},
    period: parsePeriod(period),
    language: "da",
    units: new Set(slotOf.keys()),
    onBuilt: (issue) => tally.done(slotOf.get(unitOf(issue)) ?? "", issue)
  };
  try {
    const {failed} = await buildPackages(request);
    for (const {issue, reason} of failed) tally.failed(slotOf.get(unitOf(issue)) ?? "", reason);
    for (const {candidate} of group) tally.done(candidate.id, noFigures);
  } catch (error) {
    for (const {candidate} of group) tally.failed(candidate.id, error);
  }
}
