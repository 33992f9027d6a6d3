import type {Language} from "../queries/model.ts";
import {type PackageId, packageIds} from "../queries/packages/data-package.ts";
import {parsePeriod} from "../queries/period.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {isSubscribed, isWithin, parentsOf} from "../queries/reference/wheel-outgoing.ts";
import {listIssues} from "../queries/registry/issues.ts";
import {listRecipients} from "../queries/registry/recipients.ts";
import type {SlotTally, Work} from "./ledger.ts";
import {type BuildRequest, buildPackages} from "./packages.ts";
import type {Plant} from "./plant.ts";
import {reprint} from "./work-reprint.ts";

const confirmEvery = 24;

/** What a unit gets when it has no figures that the edition shows. */
export const noFigures = "ingen tal";

/** Builds the claimed packages, those of one municipality and period together, in the languages that somebody gets them in. */
export function packagesWork(plant: Plant, definitionOf: (decision: Decision) => PackageId): Work {
  return async (all, tally) => {
    const [reprints = [], claimed = []] = [true, false].map((isReprint) =>
      all.filter(({candidate}) => (candidate.entry === "") === isReprint)
    );
    await reprint(plant, reprints, tally);
    const groups = Map.groupBy(claimed, ({candidate: {municipality, period}}) => `${municipality} ${period}`);
    for (const group of groups.values()) {
      const byPlan = Map.groupBy(group, (decision) => `${definitionOf(decision)} ${decision.candidate.unit}`);
      await buildGroup(plant, byPlan, tally);
    }
  };
}

type ByPlan = ReadonlyMap<string, readonly Decision[]>;

/** Danish comes last: its package ends the slot. */
async function buildGroup(plant: Plant, byPlan: ByPlan, tally: SlotTally): Promise<void> {
  const all = [...byPlan.values()].flat();
  const {municipality, period} = all[0]!.candidate;
  const slotsOf = (issue: string) => (byPlan.get(planOf(issue, period)) ?? []).map(({candidate}) => candidate.id);
  const build = async (language: Language, plans: ReadonlySet<string>, onBuilt: (issue: string) => void) => {
    const {dataDir, workers, browserPath, now, progress} = plant;
    const request: BuildRequest = {
      ...{dataDir, workers, browserPath, now, progress, municipality, language, plans, onBuilt},
      ...{correction: plant.correction, builtBy: plant.builtBy, signal: tally.signal},
      period: parsePeriod(period)
    };
    const {failed} = await buildPackages(request);
    for (const {issue, reason} of failed) for (const id of slotsOf(issue)) tally.failed(id, reason);
  };
  try {
    const english = await plansInEnglish(plant, municipality, new Set(byPlan.keys()));
    if (english.size > 0) await build("en", english, () => {});
    const recorded = confirmRecorded(plant, all[0]!, (issue) => {
      for (const id of slotsOf(issue)) tally.done(id, issue);
    });
    await build("da", new Set(byPlan.keys()), recorded.add);
    await recorded.confirm();
    for (const issue of recorded.missing()) for (const id of slotsOf(issue)) tally.failed(id, "not recorded");
    if (!tally.signal.aborted) for (const {candidate} of all) tally.done(candidate.id, noFigures);
  } catch (error) {
    for (const {candidate} of all) tally.failed(candidate.id, error);
  }
}

/** A package is recorded some time after it is built; a slot that ended before might be all that is left of it. */
function confirmRecorded(
  {registry}: Plant,
  {candidate: {municipality, period}}: Decision,
  onRecorded: (issue: string) => void
) {
  const waiting = new Set<string>();
  let confirming = Promise.resolve();
  const confirm = () => {
    confirming = confirming.then(async () => {
      for (const {issue} of await listIssues(registry, {municipality, period}))
        if (waiting.delete(issue)) onRecorded(issue);
    });
    return confirming;
  };
  const add = (issue: string) => {
    waiting.add(issue);
    if (waiting.size % confirmEvery === 0) confirm().catch(() => {}); // the last one tells of it
  };
  return {add, confirm, missing: () => [...waiting]};
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
