/** What a recipient gets next: what is approved already, and what the wheel expects. Pure. */
import {compareText} from "../compare-text.ts";
import type {Recipient} from "../registry/recipients.ts";
import type {SignedIssue} from "../registry/signoffs.ts";
import type {Occurrence} from "./wheel.ts";
import {unitsOf, type WheelFacts} from "./wheel-candidates.ts";
import {danishClock} from "./wheel-dates.ts";
import type {PackageEntry} from "./wheel-entry.ts";
import {isSubscribed, isWithin, type OutgoingFacts, outgoingCandidates} from "./wheel-outgoing.ts";

export interface OutlookFacts extends Omit<OutgoingFacts, "recipients">, Pick<WheelFacts, "occurrences" | "units"> {}

export interface Coming {
  readonly entry: PackageEntry;
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[];
}

export interface Outlook {
  /** Out, and sent at the next run. */
  readonly ready: readonly SignedIssue[];
  /** Approved for later; earliest first. */
  readonly embargoed: readonly SignedIssue[];
  /** The next of each of the wheel's entries; earliest first. */
  readonly coming: readonly Coming[];
  /** Editions that the wheel has none of for these units. */
  readonly none: readonly string[];
}

export function outlookOf(recipient: Recipient, facts: OutlookFacts, now: Date): Outlook {
  const issues = new Map(facts.issues.map((issue) => [issue.issue, issue]));
  const met = new Set(facts.receipts.filter((each) => each.recipient === recipient.id).map(({issue}) => issue));
  const outgoing = outgoingCandidates({...facts, recipients: [{...recipient, active: true}]}, now)
    .filter(({subject}) => !met.has(subject))
    .map(({subject}) => issues.get(subject)!);
  const isLater = ({releaseAt}: SignedIssue) => Date.parse(releaseAt!) > now.getTime();
  const coming = comingTo(recipient, facts, danishClock(now).date);
  const editions = [...new Set(recipient.subscriptions.map(({definition}) => definition))];
  return {
    ready: newest(outgoing.filter((issue) => !isLater(issue))),
    embargoed: newest(outgoing.filter(isLater)).toSorted((a, b) => compareText(a.releaseAt!, b.releaseAt!)),
    coming,
    none: editions.filter((edition) => !coming.some(({entry}) => entry.definition === edition))
  };
}

/** A correction goes instead of what it corrects. */
function newest(issues: readonly SignedIssue[]): readonly SignedIssue[] {
  const replaced = new Set(issues.map(({replaces}) => replaces));
  return issues.filter(({issue}) => !replaced.has(issue));
}

function comingTo(recipient: Recipient, facts: OutlookFacts, today: string): readonly Coming[] {
  const ahead = facts.occurrences.filter(({to}) => to >= today).toSorted((a, b) => compareText(a.from, b.from));
  const byEntry = new Map<string, Coming>();
  for (const {entry, period, from, to} of ahead) {
    if (entry.kind !== "package" || entry.state !== "active" || byEntry.has(entry.id)) continue;
    const units = wantedOf(recipient, entry, period, facts);
    if (units.length > 0) byEntry.set(entry.id, {entry, from, to, units});
  }
  return [...byEntry.values()].toSorted((a, b) => compareText(a.from, b.from));
}

/** Units whose package of the entry and period the recipient is to have, and that is not approved yet. */
function wantedOf(
  recipient: Recipient,
  entry: PackageEntry,
  period: Occurrence["period"],
  facts: OutlookFacts
): readonly string[] {
  const approved = new Set(
    facts.issues
      .filter(({state}) => state === "signed-off" || state === "released")
      .map((issue) => `${issue.definition} ${issue.unit} ${issue.period}`)
  );
  return unitsOf(facts, entry, period).filter(
    (unit) =>
      isSubscribed(recipient, {definition: entry.definition, unit}) &&
      isWithin(unit, recipient.scope, facts.parents) &&
      !approved.has(`${entry.definition} ${unit} ${period}`)
  );
}
