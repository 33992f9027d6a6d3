/** What the page of the wheel shows of a municipality. Unlike `wheel-facts.ts` it needs neither release nor ledger. */
import {type Arrival, listArrivals} from "../registry/arrivals.ts";
import {listCame} from "../registry/came.ts";
import type {Registry} from "../registry/open.ts";
import {isExempt, readExemptions} from "./exemptions.ts";
import type {Occurrence} from "./wheel.ts";
import {cameKey} from "./wheel-candidates.ts";
import {danishClock} from "./wheel-dates.ts";
import {occurrencesAround, readWheelFile} from "./wheel-facts.ts";
import {type OccurrenceStatus, statusOf} from "./wheel-status.ts";

/** An occurrence and how it goes with it today. */
export interface Told {
  readonly occurrence: Occurrence;
  readonly status: OccurrenceStatus;
}

export interface WheelRound {
  /** `YYYY-MM-DD` on a Danish clock. */
  readonly today: string;
  /** Last year's, this year's and next year's. */
  readonly told: readonly Told[];
  /** What is wrong with the municipality's file, in Danish. */
  readonly problems: readonly string[];
}

/** `registry` null: nothing has come yet. */
export async function readRound(
  {dataDir, registry}: {dataDir: string; registry: Registry | null},
  municipality: string,
  now: Date
): Promise<WheelRound> {
  const [{entries, problems}, exemptions, arrivals, came] = await Promise.all([
    readWheelFile(dataDir, municipality),
    readExemptions(dataDir),
    registry ? listArrivals(registry, municipality) : ([] as readonly Arrival[]),
    registry ? listCame(registry, municipality) : []
  ]);
  const facts = {
    came: new Map(came.map(({standard, period, at}) => [cameKey(standard, period), at])),
    isExempt: (standard: string, period: Occurrence["period"]) => isExempt(exemptions, {standard, municipality, period})
  };
  const today = danishClock(now).date;
  const told = occurrencesAround(entries, arrivals, now).map((occurrence) => ({
    occurrence,
    status: statusOf(occurrence, facts, arrivals, today)
  }));
  return {today, told, problems};
}
