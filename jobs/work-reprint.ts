import {languages} from "../queries/model.ts";
import {parsePeriod} from "../queries/period.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {reprintOf} from "../queries/reference/wheel-reprint.ts";
import {findIssue} from "../queries/registry/issues.ts";
import type {SlotTally} from "./ledger.ts";
import {buildPackages} from "./packages.ts";
import type {Plant} from "./plant.ts";

/** Prints packages again with what they correct and why, those of one municipality, period and language together. */
export async function reprint(plant: Plant, claimed: readonly Decision[], tally: SlotTally): Promise<void> {
  const groups = Map.groupBy(claimed, ({candidate: {municipality, period, subject}}) =>
    [municipality, period, reprintOf(subject)?.language].join(" ")
  );
  for (const group of groups.values()) {
    try {
      await printGroup(plant, group, tally);
    } catch (error) {
      for (const {candidate} of group) tally.failed(candidate.id, error);
    }
  }
}

async function printGroup(plant: Plant, group: readonly Decision[], tally: SlotTally): Promise<void> {
  const {dataDir, workers, browserPath, now, progress, registry} = plant;
  const {municipality, period, subject} = group[0]!.candidate;
  const language = languages.find((each) => each === reprintOf(subject)?.language);
  if (!language) throw new Error(`not a package in a language that we have: ${subject}`);
  const plans = new Set(group.map(({candidate}) => `${reprintOf(candidate.subject)?.definition} ${candidate.unit}`));
  const request = {...{dataDir, workers, browserPath, now, progress, municipality, language, plans}};
  const {failed} = await buildPackages({...request, period: parsePeriod(period), signal: tally.signal});
  for (const {candidate} of group) {
    const issue = candidate.subject.slice(0, candidate.subject.lastIndexOf("+"));
    const problem = failed.find((each) => each.issue === issue);
    const printed = problem ? undefined : await findIssue(registry, issue);
    if (printed?.reason) tally.done(candidate.id, issue);
    else tally.failed(candidate.id, problem?.reason ?? "the figures have changed meanwhile: there is a newer issue");
  }
}
