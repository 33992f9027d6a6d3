/** Reads what is known and decides; the deciding itself is pure, see `queries/reference/wheel-due.ts`. */
import {isDemonstration} from "../queries/config.ts";
import {channelsOf, type DeliverySettings, readDeliverySettings} from "../queries/delivery-settings.ts";
import {plannedEvents} from "../queries/reference/wheel-calendar.ts";
import {packageCandidates, refreshCandidates, type WheelFacts} from "../queries/reference/wheel-candidates.ts";
import {type Decision, due, leaseMs} from "../queries/reference/wheel-due.ts";
import {readWheel, type WheelReading} from "../queries/reference/wheel-facts.ts";
import {type OutgoingFacts, outgoingCandidates, parentsOf} from "../queries/reference/wheel-outgoing.ts";
import {reprintCandidates} from "../queries/reference/wheel-reprint.ts";
import {retentionCandidates} from "../queries/reference/wheel-retention.ts";
import {newArrivals} from "../queries/reference/wheel-status.ts";
import {recordArrivals} from "../queries/registry/arrivals.ts";
import {countOldEntries} from "../queries/registry/audit.ts";
import {listStopped} from "../queries/registry/bounces.ts";
import {publishEvents} from "../queries/registry/calendar.ts";
import type {Registry} from "../queries/registry/open.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {listRecipients} from "../queries/registry/recipients.ts";
import {listSignedIssues} from "../queries/registry/signoffs.ts";
import {settleSlots, shortenLease} from "../queries/registry/slots-write.ts";
import type {Plant} from "./plant.ts";
import {heldFiles, heldParts} from "./retention/holdings.ts";
import {planOwnRows} from "./retention/own-rows.ts";
import {logStart, planRetention} from "./retention/plan.ts";

export interface DueReading {
  readonly municipality: string;
  readonly wheel: WheelReading;
  readonly decisions: readonly Decision[];
}

/** One reading per municipality. What is the same for all, the release, is decided in the first. */
export async function readDue({
  dataDir,
  registry,
  municipalities,
  isAlive,
  now,
  released
}: Plant): Promise<readonly DueReading[]> {
  const release = await released();
  const instant = now();
  const {settings, problems} = await readDeliverySettings(dataDir);
  const readings: DueReading[] = [];
  for (const municipality of municipalities) {
    const wheel = await readWheel({dataDir, registry, released: release}, municipality, instant);
    const isFirst = readings.length === 0;
    const outgoing = await readOutgoing(registry, wheel.facts, settings, instant);
    const candidates = [
      ...(isFirst ? refreshCandidates(wheel.facts, instant) : []),
      ...packageCandidates(wheel.facts, instant),
      ...reprintCandidates(municipality, outgoing.issues, instant),
      ...outgoingCandidates(outgoing, instant),
      ...(isFirst ? retentionCandidates(await readOverdue(registry, dataDir, instant), instant) : [])
    ];
    const slots = isFirst ? wheel.slots : ownSlots(wheel.slots);
    readings.push({
      municipality,
      wheel: {...wheel, problems: [...wheel.problems, ...problems]},
      decisions: due(candidates, slots, {now: instant, isAlive})
    });
  }
  return readings;
}

async function readOverdue(registry: Registry, dataDir: string, now: Date) {
  const {files, extracts} = planRetention(await heldParts(registry), await heldFiles(registry, dataDir), now);
  const log = (await countOldEntries(registry, logStart(now))) > 0 ? 1 : 0;
  const own = await planOwnRows(registry, now);
  return {overdue: files.length + extracts.length + own.length + log, demonstration: isDemonstration(dataDir)};
}

async function readOutgoing(
  registry: Registry,
  {municipality, units}: WheelFacts,
  settings: DeliverySettings | null,
  now: Date
): Promise<OutgoingFacts> {
  const [issues, recipients, receipts, stopped] = await Promise.all([
    listSignedIssues(registry, {municipality}, now),
    listRecipients(registry, municipality),
    listReceipts(registry),
    listStopped(registry)
  ]);
  return {
    ...{municipality, issues, recipients, receipts},
    parents: parentsOf(units),
    channels: channelsOf(settings),
    quietHours: settings?.quietHours ?? null,
    stopped: new Map(stopped.map(({address, stoppedAt}) => [address, stoppedAt]))
  };
}

function ownSlots(slots: WheelReading["slots"]): WheelReading["slots"] {
  return new Map([...slots].filter(([, {municipality}]) => municipality !== ""));
}

/** Writes what follows from the decisions without work: calendars, arrivals, slots that will not be done, leases of a wrong clock. */
export async function settle(
  {registry, now}: Plant,
  readings: readonly DueReading[],
  except: (decision: Decision) => boolean = () => false
): Promise<void> {
  for (const {municipality, wheel, decisions: all} of readings) {
    await publishEvents(registry, municipality, plannedEvents(municipality, wheel.facts.occurrences), now());
    const decisions = all.filter((decision) => !except(decision));
    await recordArrivals(registry, newArrivals(wheel.facts, wheel.arrivals, now()));
    await endThose(registry, decisions, "supersede", "superseded", now());
    await endThose(registry, decisions, "cancel", "cancelled", now());
    await endThose(registry, decisions, "give-up", "failed", now());
    for (const decision of decisions)
      if (decision.action === "shorten")
        await shortenLease(registry, seenOf(decision), new Date(now().getTime() + leaseMs));
  }
}

async function endThose(
  registry: Plant["registry"],
  decisions: readonly Decision[],
  action: Decision["action"],
  state: "superseded" | "cancelled" | "failed",
  now: Date
): Promise<void> {
  const meant = decisions
    .filter((decision) => decision.action === action)
    .map((decision) => ({...seenOf(decision), text: "by" in decision.why ? decision.why.by : decision.why.code}));
  if (meant.length > 0) await settleSlots(registry, meant, {state, text: "", now});
}

export function seenOf({candidate, slot}: Decision) {
  return {...candidate, seen: slot?.version ?? 0};
}
