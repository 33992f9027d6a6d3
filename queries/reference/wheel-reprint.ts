/** Packages that are to be printed again, since somebody has written what they correct and why. Pure. */
import {seriesOf} from "../registry/issues.ts";
import {isOut, type SignedIssue} from "../registry/signoffs.ts";
import {slotId} from "../registry/slots.ts";
import type {Candidate} from "./wheel-due.ts";

/** One for each of which the reason is not what is printed in it, the newest of each package only. */
export function reprintCandidates(
  municipality: string,
  issues: readonly SignedIssue[],
  now: Date
): readonly Candidate[] {
  return [...Map.groupBy(issues, seriesOf).values()]
    .map((series) => series.reduce((a, b) => (b.number > a.number ? b : a)))
    .filter((issue) => !isOut(issue) && issue.correction !== issue.reason)
    .map((issue) => candidateOf(municipality, issue, now));
}

function candidateOf(municipality: string, {issue, unit, period, correction}: SignedIssue, now: Date): Candidate {
  const key = {job: "packages", entry: "", municipality, unit, period, recipient: ""} as const;
  const subject = `${issue}+${shortOf(correction)}`;
  const id = slotId({...key, municipality: "", unit: "", period: "", subject});
  const at = now.toISOString();
  return {...key, subject, id, dueAt: at, series: id, rank: "", ready: true, why: {code: "explained"}};
}

/** Another reason is another task. */
function shortOf(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  return hash.toString(36);
}

/** `2025-H2-751014-leader-da-2+1x` → its edition and language. */
export function reprintOf(subject: string): {readonly definition: string; readonly language: string} | null {
  const match = /-([a-z]+)-([a-z]{2})-\d+\+\w+$/.exec(subject);
  return match ? {definition: match[1]!, language: match[2]!} : null;
}
