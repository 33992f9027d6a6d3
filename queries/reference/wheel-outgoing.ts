/** Which released packages are to go to whom. Pure. */
import type {Unit} from "../model.ts";
import {seriesOf} from "../registry/issues.ts";
import type {Receipt} from "../registry/receipts.ts";
import type {Channel, Recipient, Subscription} from "../registry/recipients.ts";
import type {SignedIssue} from "../registry/signoffs.ts";
import {slotId} from "../registry/slots.ts";
import {addDays, danishClock, instantOf, nextTimeOfDay} from "./wheel-dates.ts";
import type {Candidate, Why} from "./wheel-due.ts";

export interface OutgoingFacts {
  readonly municipality: string;
  readonly issues: readonly SignedIssue[];
  readonly recipients: readonly Recipient[];
  readonly receipts: readonly Pick<Receipt, "issue" | "recipient" | "state">[];
  /** A unit's parent, for what lies within a recipient's scope. */
  readonly parents: ReadonlyMap<string, string | null>;
  readonly channels: ReadonlySet<Channel>;
  /** Danish clock times between which no mail is sent; null for none. */
  readonly quietHours: {readonly from: string; readonly to: string} | null;
  /** Addresses, in small letters, that mail came back from, and when. */
  readonly stopped: ReadonlyMap<string, string>;
}

/** What was released longer ago is not sent by itself to somebody who subscribes now. */
const lookBackDays = 60;

/** One for each package that is signed off and each recipient who is to have it, corrections to all who got what they correct. */
export function outgoingCandidates(facts: OutgoingFacts, now: Date): readonly Candidate[] {
  const oldest = addDays(danishClock(now).date, -lookBackDays);
  const signed = facts.issues.filter(
    ({state, releaseAt}) =>
      (state === "signed-off" || state === "released") && releaseAt !== null && releaseAt >= oldest
  );
  const got = new Set(facts.receipts.filter(isTaken).map(({issue, recipient}) => `${issue} ${recipient}`));
  const bySeries = Map.groupBy(facts.issues, seriesOf);
  const hasGot = (recipient: Recipient, issue: SignedIssue) =>
    bySeries
      .get(seriesOf(issue))!
      .some((each) => each.number < issue.number && got.has(`${each.issue} ${recipient.id}`));
  return signed.flatMap((issue) =>
    facts.recipients
      .filter((recipient) => recipient.active && recipient.municipality === issue.municipality)
      .filter((recipient) => subscribes(recipient, issue) || hasGot(recipient, issue))
      .filter((recipient) => isWithin(issue.unit, recipient.scope, facts.parents))
      .map((recipient) => candidateOf(issue, recipient, facts, now))
  );
}

function isTaken({state}: Pick<Receipt, "state">): boolean {
  return state !== "sending" && state !== "refused";
}

function subscribes(recipient: Recipient, issue: SignedIssue): boolean {
  return recipient.language === issue.language && isSubscribed(recipient, issue);
}

export function isSubscribed({subscriptions}: Recipient, wanted: Subscription): boolean {
  return subscriptions.some(
    ({definition, unit}) => definition === wanted.definition && (unit === "*" || unit === wanted.unit)
  );
}

export function parentsOf(units: readonly Pick<Unit, "id" | "parent">[]): ReadonlyMap<string, string | null> {
  return new Map(units.map(({id, parent}) => [id, parent]));
}

/** True when the unit is the scope or lies below it. */
export function isWithin(unit: string, scope: string, parents: ReadonlyMap<string, string | null>): boolean {
  let at: string | null | undefined = unit;
  for (let steps = 0; at && steps < 10; steps++) {
    if (at === scope) return true;
    at = parents.get(at);
  }
  return false;
}

function candidateOf(issue: SignedIssue, recipient: Recipient, facts: OutgoingFacts, now: Date): Candidate {
  const {municipality, unit, period, definition, language, number} = issue;
  const key = {job: "deliver", entry: "", municipality, unit, period, recipient: recipient.id} as const;
  const id = slotId({...key, municipality: "", unit: "", period: "", subject: issue.issue});
  return {
    ...{...key, subject: issue.issue, id, dueAt: issue.releaseAt!},
    series: `deliver ${definition} ${unit} ${language} ${recipient.id}`,
    rank: `${period} ${String(number).padStart(4, "0")}`,
    ...readinessOf(issue, recipient, facts, now)
  };
}

function readinessOf(
  {releaseAt}: SignedIssue,
  {channel, address}: Recipient,
  {channels, quietHours, stopped}: OutgoingFacts,
  now: Date
): {readonly ready: boolean; readonly why: Why} {
  if (Date.parse(releaseAt!) > now.getTime()) return {ready: false, why: {code: "embargo", until: releaseAt!}};
  if (!channels.has(channel)) return {ready: false, why: {code: "no-channel", channel}};
  const since = channel === "mail" ? stopped.get(address.toLowerCase()) : undefined;
  if (since !== undefined) return {ready: false, why: {code: "address-stopped", since}};
  const until = channel === "mail" ? quietUntil(quietHours, now) : null;
  if (until) return {ready: false, why: {code: "quiet-hours", until: until.toISOString()}};
  return {ready: true, why: {code: "released", since: releaseAt!}};
}

/** When the quiet hours end that now lies in; null outside them. They may go over midnight. */
export function quietUntil(quietHours: OutgoingFacts["quietHours"], now: Date): Date | null {
  if (!quietHours) return null;
  const {from, to} = quietHours;
  const {date, time} = danishClock(now);
  const isQuiet = from <= to ? from <= time && time < to : from <= time || time < to;
  if (!isQuiet) return null;
  return time < to ? instantOf(date, to) : nextTimeOfDay(now, to);
}
