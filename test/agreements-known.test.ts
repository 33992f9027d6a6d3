import {describe, expect, it} from "vitest";
import type {DisclosedFact, Unit} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import type {Agreement} from "../queries/registry/agreements.ts";
import {knownOf, type Seen} from "../server/agreements-known.ts";
import {linesOf} from "../server/unit-place.ts";
import {absence, factOf} from "./indicator-fixture.ts";

const unitOf = (id: string, parent: string | null) =>
  ({id, name: id, kind: "school", parent, municipality: "751"}) as unknown as Unit;
const units = new Map([unitOf("751", null), unitOf("751-O1", "751"), unitOf("751014", "751-O1")].map((u) => [u.id, u]));
const facts: readonly DisclosedFact[] = ["2025-H2", "2024-H2", "2025-H1"].map((period) => factOf("751014", period));
const reader = {
  ...{units, breaks: [], indicators: new Map([[absence.id, absence]])},
  manifest: {id: "r", period: "2025-H2"}
} as unknown as Seen["reader"];
const slices = {load: () => ({facts: () => facts})} as unknown as Seen["deps"]["slices"];
const agreement = {unit: "751014", indicator: absence.id} as Agreement;

describe("knownOf(agreement, seen)", () => {
  it("has the figures oldest first, and none newer than what is asked about, however often it is asked", () => {
    const periods = (until?: string) =>
      knownOf(agreement, {
        ...{reader, deps: {slices}, language: "da", templates: new Map()},
        ...(until ? {until: until as PeriodId} : {})
      }).series.map(({period}) => period);
    for (const _ of [1, 2]) {
      expect(periods()).toEqual(["2024-H2", "2025-H1", "2025-H2"]);
      expect(periods("2025-H1")).toEqual(["2024-H2", "2025-H1"]);
    }
  });
});

describe("linesOf(unit, units)", () => {
  it("is found once for each release, and anew where the units are others", () => {
    const school = units.get("751014" as Unit["id"])!;
    const lines = linesOf(school, units);
    expect(lines).toEqual(["751014", "751", "751-O1"]);
    expect(linesOf(school, units)).toBe(lines);
    expect(linesOf(school, new Map([[school.id, school]]))).toEqual(["751014", "751"]);
  });
});
