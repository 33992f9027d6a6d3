import type {Unit} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {defaultWheel, occurrencesOf} from "../queries/reference/wheel.ts";
import {cameKey, type WheelFacts} from "../queries/reference/wheel-candidates.ts";
import type {WheelEntry} from "../queries/reference/wheel-entry.ts";
import type {Slot} from "../queries/registry/slots.ts";

/** A municipality with one school, one day care, one leisure and one area; nothing has come and nothing is released. */
export function factsOf(given: Partial<WheelFacts> = {}, entries: readonly WheelEntry[] = defaultWheel): WheelFacts {
  const years = [2024, 2025, 2026, 2027, 2028];
  return {
    municipality: "751",
    occurrences: years.flatMap((year) => occurrencesOf(entries, year)),
    came: new Map(),
    isExempt: () => false,
    release: {id: "r1", period: "2026-H1", createdAt: "2026-08-30T00:00:00.000Z"},
    lake: null,
    units: [
      unitOf("751", "municipality"),
      unitOf("751-O1", "area"),
      unitOf("751001", "school"),
      unitOf("F75101", "leisure"),
      unitOf("G75101", "daycare")
    ],
    ...given
  };
}

function unitOf(id: string, kind: Unit["kind"], validTo: string | null = null): Unit {
  const municipality = kind === "municipality" ? null : "751";
  return {id, name: id, kind, parent: null, municipality, validFrom: "2015-01-01", validTo} as Unit;
}

/** As `came`: standards of a half-year, and of the school year that a package of the half-year shows. */
export function cameWith(period: string, at: string, ...standards: readonly string[]): ReadonlyMap<string, string> {
  const year = Number(period.slice(0, 4));
  const schoolYear = `${year - 1}/${year % 100}`;
  return new Map(
    standards.map((standard) => [
      cameKey(standard, ["grades", "wellbeing"].includes(standard) ? schoolYear : period),
      at
    ])
  );
}

export function slotOf(id: string, given: Partial<Slot> = {}): Slot {
  const [job, entry, municipality, unit, period] = id.split("/") as [Slot["job"], string, string, string, string];
  return {
    ...{id, job, entry, municipality, unit, period: period as PeriodId, recipient: "", subject: ""},
    dueAt: "2026-10-20T03:00:00.000Z",
    state: "waiting",
    version: 1,
    starts: 1,
    attempts: 0,
    ...{startedAt: null, endedAt: null, nextTryAt: null, leaseOwner: null, leaseUntil: null},
    ...{phase: "", error: "", result: ""},
    ...given
  };
}
