import {describe, expect, it} from "vitest";
import {hrefOf, indicatorHref, issueFileHref} from "../dashboards/link.ts";
import {statusOf} from "../dashboards/pages/deliveries.ts";
import {verdictOf} from "../dashboards/pages/delivery.ts";
import {formatSize} from "../dashboards/pages/issue-row.ts";
import {isWhole, newestOf} from "../dashboards/pages/newest.ts";
import {ancestorsOf, childrenOf} from "../dashboards/pages/places.ts";
import type {Blank, DisclosedFact, Indicator, Unit, UnitId, UnitKind} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const indicator = (changes: Partial<Indicator> = {}): Indicator => ({
  ...fixtureIndicators.find(({id}) => id === "school-absence")!,
  ...changes
});
const unit = (id: string, kind: UnitKind, parent: string | null, name = id): Unit => ({
  id: id as UnitId,
  name,
  kind,
  parent: parent as UnitId | null,
  municipality: ["nation", "region"].includes(kind) ? null : ("751" as never),
  validFrom: "2015-01-01",
  validTo: null
});
const place = {unit: "751014", period: "2025-H2"};
function fact(value: number | Blank, low: number | null = null, high: number | null = null, at = place): DisclosedFact {
  const cell = {
    indicator: "school-absence",
    version: 1,
    unit: at.unit as UnitId,
    period: at.period as PeriodId,
    category: "",
    linked: false,
    members: 1,
    expected: 1
  };
  return typeof value === "number"
    ? {...cell, value, numerator: value, denominator: 100, persons: 100, low, high, blank: null}
    : {...cell, value: null, numerator: null, denominator: null, persons: null, low: null, high: null, blank: value};
}

describe("newestOf(series)", () => {
  const early = fact(6, null, null, {...place, period: "2025-H1"});
  it("passes over what is not yet published", () => expect(newestOf([early, fact("not-yet-published")])).toBe(early));
  it("keeps a blank that says something", () => expect(newestOf([early, fact("hidden")])?.blank).toBe("hidden"));
  it("is the blank where nothing has come", () => {
    expect(newestOf([fact("not-yet-published")])?.blank).toBe("not-yet-published");
    expect(newestOf([])).toBeUndefined();
  });
});

describe("isWhole(indicator, fact)", () => {
  const distribution = indicator({dimension: "wellbeing-intervals", totals: "own"});
  it("knows the 100 per cent of a distribution", () => {
    expect(isWhole(distribution, fact(100))).toBe(true);
    expect(isWhole(distribution, fact(90))).toBe(false);
    expect(isWhole(indicator({dimension: null}), fact(100))).toBe(false);
  });
});

describe("places", () => {
  const all = [
    unit("000", "nation", null),
    unit("751", "municipality", "000"),
    unit("751-O1", "area", "751"),
    unit("751014", "school", "751-O1", "Ørskolen"),
    unit("751015", "school", "751-O1", "Askolen"),
    unit("751014-7A", "class", "751014")
  ];
  const units = new Map(all.map((each) => [each.id, each]));
  it("climbs to the nation, and stops at a circle", () => {
    expect(ancestorsOf(units.get("751014" as UnitId)!, units).map(({id}) => id)).toEqual(["000", "751", "751-O1"]);
    const circle = new Map([unit("a", "area", "b"), unit("b", "area", "a")].map((each) => [each.id, each]));
    expect(ancestorsOf(circle.get("a" as UnitId)!, circle).map(({id}) => id)).toEqual(["b"]);
  });
  it("lists what is below by the Danish alphabet, all of a municipality but its classes", () => {
    const groups = childrenOf(units.get("751" as UnitId)!, units);
    expect(groups.map(({kind, units: below}) => [kind, below.map(({name}) => name)])).toEqual([
      ["area", ["751-O1"]],
      ["school", ["Askolen", "Ørskolen"]]
    ]);
  });
});

describe("addresses", () => {
  it("puts English below /en and encodes what stands in them", () => {
    expect([hrefOf("da", "/"), hrefOf("en", "/"), hrefOf("en", "/om")]).toEqual(["/", "/en", "/en/om"]);
    expect(indicatorHref("da", "a b", {unit: "å&b"})).toBe("/noegletal/a%20b?enhed=%C3%A5%26b");
    expect(issueFileHref("x/y", "data/a b.csv", "0123456789abcdef")).toBe(
      "/pakker/x%2Fy/data/a%20b.csv?v=0123456789ab"
    );
  });
});

describe("formatSize(bytes, language)", () => {
  it.each([
    [null, ""],
    [0, "0\u00a0B"],
    [999, "999\u00a0B"],
    [1500, "2\u00a0kB"],
    [3_040_000, "3,0\u00a0MB"]
  ])("writes %s as »%s«", (bytes, text) => expect(formatSize(bytes, "da")).toBe(text));
});

describe("a delivery that newer ones have replaced", () => {
  const of = (current: number) => ({status: "accepted", current, parts: 3}) as const;
  it("is told apart from one replaced in part", () => {
    const texts = [3, 2, 0].map((current) => statusOf(of(current), "da").text);
    expect(texts).toEqual(["Modtaget", "Delvist erstattet", "Erstattet af nyere"]);
    expect(statusOf(of(1), "en")).toEqual({text: "Partly replaced", badge: "info"});
  });
  it("has a verdict that says so", () => {
    expect(verdictOf(of(3), "da").kind).toBe("success");
    expect(verdictOf(of(2), "da").text).toContain("dele af den");
    expect(verdictOf(of(0), "da").text).toContain("hele den");
  });
});
