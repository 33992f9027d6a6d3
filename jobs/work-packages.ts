import type {Language} from "../queries/model.ts";
import {type PackageId, packageIds} from "../queries/packages/data-package.ts";
import {parsePeriod} from "../queries/period.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {isSubscribed, isWithin, parentsOf} from "../queries/reference/wheel-outgoing.ts";
import {listRecipients} from "../queries/registry/recipients.ts";
import type {SlotTally, Work} from "./ledger.ts";
import {type BuildRequest, buildPackages} from "./packages.ts";
import type {Plant} from "./plant.ts";
import {reprint} from "./work-reprint.ts";

/** What a unit gets when it has no figures that the edition shows. */
export const noFigures = "ingen tal";

/** Builds the claimed packages, those of one municipality and period together, in the languages that somebody gets them in. */
export function packagesWork(plant: Plant, definitionOf: (decision: Decision) => PackageId): Work {
  return async (all, tally) => {
    const [reprints, planned] = [all.filter(isReprint), all.filter((decision) => !isReprint(decision))];
    await reprint(plant, reprints, tally);
    const groups = Map.groupBy(planned, ({candidate: {municipality, period}}) => `${municipality} ${period}`);
    for (const group of groups.values()) {
      const byPlan = Map.groupBy(group, (decision) => `${definitionOf(decision)} ${decision.candidate.unit}`);
      await buildGroup(plant, byPlan, tally);
    }
  };
}

/** It follows from what somebody wrote, and from no entry of the wheel. */
function isReprint({candidate}: Decision): boolean {
  return candidate.entry === "";
}

type ByPlan = ReadonlyMap<string, readonly Decision[]>;

/** Danish comes last: its package ends the slot, once it is in the registry. */
async function buildGroup(plant: Plant, byPlan: ByPlan, tally: SlotTally): Promise<void> {
  const all = [...byPlan.values()].flat();
  const {municipality, period} = all[0]!.candidate;
  const slotsOf = (issue: string) => (byPlan.get(planOf(issue, period)) ?? []).map(({candidate}) => candidate.id);
  const tellDone = (issue: string) => {
    for (const id of slotsOf(issue)) tally.done(id, issue);
  };
  const build = async (language: Language, plans: ReadonlySet<string>, onRecorded?: BuildRequest["onRecorded"]) => {
    const {dataDir, workers, browserPath, now, progress} = plant;
    const request: BuildRequest = {
      ...{dataDir, workers, browserPath, now, progress, municipality, language, plans},
      ...{correction: plant.correction, builtBy: plant.builtBy, signal: tally.signal},
      ...(onRecorded && {onRecorded}),
      period: parsePeriod(period)
    };
    const {issues, failed} = await buildPackages(request);
    for (const {issue, reason} of failed) for (const id of slotsOf(issue)) tally.failed(id, reason);
    return issues;
  };
  try {
    const english = await plansInEnglish(plant, municipality, new Set(byPlan.keys()));
    if (english.size > 0) await build("en", english);
    const issues = await build("da", new Set(byPlan.keys()), async (_registry, recorded) => {
      for (const {issue} of recorded) tellDone(issue);
    });
    for (const issue of issues) tellDone(issue);
    if (!tally.signal.aborted) for (const {candidate} of all) tally.done(candidate.id, noFigures);
  } catch (error) {
    for (const {candidate} of all) tally.failed(candidate.id, error);
  }
}

/** The plans that some recipient subscribes to in English. */
async function plansInEnglish(
  {registry, released}: Plant,
  municipality: string,
  plans: ReadonlySet<string>
): Promise<ReadonlySet<string>> {
  const recipients = (await listRecipients(registry, municipality)).filter(
    ({active, language}) => active && language === "en"
  );
  if (recipients.length === 0) return new Set();
  const parents = parentsOf((await released())?.unitVersions ?? []);
  const isWanted = (plan: string) => {
    const [definition, unit] = [plan.slice(0, plan.indexOf(" ")), plan.slice(plan.indexOf(" ") + 1)];
    return recipients.some(
      (recipient) => isSubscribed(recipient, {definition, unit}) && isWithin(unit, recipient.scope, parents)
    );
  };
  return new Set([...plans].filter(isWanted));
}

const issueName = new RegExp(`^(.+)-(${packageIds.join("|")})-[a-z]{2}-\\d+$`);

/** `2025-H2-751014-leader-da-1` → `leader 751014`. */
function planOf(issue: string, period: string): string {
  const match = issueName.exec(issue.slice(period.length + 1));
  return match ? `${match[2]} ${match[1]}` : "";
}
