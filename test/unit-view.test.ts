import {describe, expect, it} from "vitest";
import {isNewSince, monthsBetween, nextFigure} from "../dashboards/freshness.ts";
import {unitView} from "../dashboards/pages/unit-view.ts";
import {whomOf} from "../dashboards/pages/unit-whom.ts";
import type {Slices} from "../dashboards/slices.ts";
import type {World} from "../dashboards/world.ts";
import type {Blank, DisclosedFact, Indicator, Unit, UnitId, UnitKind} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const place = (id: string, kind: UnitKind, parent: string | null, name = id): Unit => ({
  id: id as UnitId,
  name,
  kind,
  parent: parent as UnitId | null,
  municipality: ["nation", "region", "municipality"].includes(kind) ? null : ("751" as never),
  validFrom: "2015-01-01",
  validTo: null
});
const places = [
  place("000", "nation", null),
  place("751", "municipality", "082", "Aarhus"),
  place("751014", "school", "751-O1", "Bøgelundskolen"),
  place("751014-7B", "class", "751014", "7.B")
];
const absence: Indicator = {...fixtureIndicators.find(({id}) => id === "school-absence")!, id: "school-absence"};

interface Given {
  readonly unit: string;
  readonly period?: string;
  readonly indicator?: string;
  readonly persons?: number;
  readonly linked?: boolean;
}
function fact(value: number | Blank, given: Given, low: number | null = null, high: number | null = null) {
  const {unit, period = "2025-H2", indicator = "school-absence", persons = 100, linked = false} = given;
  const cell = {indicator, version: 1, unit, period, category: "", linked, members: 1, expected: 1};
  const shown =
    typeof value === "number"
      ? {value, numerator: value, denominator: 100, persons, low, high, blank: null}
      : {value: null, numerator: null, denominator: null, persons: null, low: null, high: null, blank: value};
  return {...cell, ...shown} as unknown as DisclosedFact;
}
const own = (value: number | Blank, low?: number, high?: number, more: Partial<Given> = {}) =>
  fact(value, {unit: "751014", ...more}, low ?? null, high ?? null);

function modelOf(
  facts: readonly DisclosedFact[],
  query: Record<string, string> = {},
  indicators = [absence],
  units = places
) {
  const world: World = {
    release: {id: "r0", period: "2025-H2" as PeriodId, demonstration: true},
    indicators: new Map(indicators.map((each) => [each.id, each])),
    units: new Map(units.map((each) => [each.id, each])),
    groups: [],
    breaks: []
  };
  const state = unitView.stateOf({language: "da", path: "/enheder/751014", params: {id: "751014"}, query}, world);
  const slices: Slices = {facts: (key) => facts.filter(({unit}) => key === `unit/${unit}`)};
  return unitView.model(state, world, slices);
}
const cardsOf = (model: ReturnType<typeof modelOf>) => model.columns.flatMap(({cards, more}) => [...cards, ...more]);

describe("unitView.model(state, world, slices)", () => {
  it("tells a figure from those that it can be told from, and says so of the others", () => {
    const model = modelOf([own(8, 7, 9), fact(5, {unit: "751"}, 4.5, 5.5), fact(8.5, {unit: "000"}, 8.4, 8.6)]);
    const [card] = cardsOf(model);
    expect(card).toMatchObject({value: "8,0", measure: "pct.", note: "usikkerhed 7,0–9,0", age: "helt nyt"});
    expect(card!.sentence).toBe("Tallet er højere end i kommunen (5,0\u00a0pct.) og kan ikke skelnes fra hele landet.");
    expect(card!.behind).toBe("/tal/school-absence/751014/2025-H2");
    expect(model.top!.out.lines.map(({title}) => title)).toEqual([expect.stringContaining("8,0\u00a0pct.")]);
  });

  it("names a blank, why, and the last figure before it, and compares it with nobody", () => {
    const before = own(6.2, 6, 6.4, {period: "2025-H1"});
    const model = modelOf([own("hidden"), before, fact(5, {unit: "751"}, 4, 6)]);
    const [card] = cardsOf(model);
    expect(card).toMatchObject({value: "skjult", blank: true, sentence: "", persons: ""});
    expect(card!.note).toContain("færre end fem personer");
    expect(card!.known).toContain("6,2\u00a0pct. (1. halvår 2025)");
    expect(model.top!.out.lines).toEqual([]);
    expect(model.top!.changed.lines).toEqual([]);
  });

  it("lists as new only what the package before could not have and what can be told from the year before", () => {
    const year = (value: number, period: string) => own(value, value - 0.2, value + 0.2, {period});
    const rising = modelOf([year(4, "2024-H2"), year(5, "2025-H1"), year(8, "2025-H2")]);
    expect(rising.top!.changed.lines).toHaveLength(1);
    expect(rising.top!.changed.count).toContain("1 tal er nyt");
    const old = modelOf([year(4, "2024-H1"), year(8, "2025-H1"), own("not-yet-published")]);
    expect(old.top!.changed.lines).toEqual([]);
    expect(old.top!.changed.count).toBe("Der er ingen nye tal.");
  });

  it("holds the figures against one only, when one is chosen", () => {
    const facts = [own(8, 7, 9), fact(5, {unit: "751"}, 4.5, 5.5), fact(8.5, {unit: "000"}, 8.4, 8.6)];
    expect(cardsOf(modelOf(facts, {sammenlign: "landet"}))[0]!.sentence).toBe(
      "Tallet kan ikke skelnes fra hele landet."
    );
    expect(cardsOf(modelOf(facts, {sammenlign: "landet", kun: "forskel"}))).toEqual([]);
    expect(cardsOf(modelOf(facts, {sammenlign: "kommune", kun: "forskel"}))).toHaveLength(1);
  });

  it("keeps the cards that fit area, quality and words, and counts them", () => {
    const classes: Indicator = {
      ...absence,
      id: "class-size",
      title: "Klassekvotient",
      quality: "structure",
      area: "staff"
    };
    const facts = [own(8), own(21, 20, 22, {indicator: "class-size"})];
    const shown = (query: Record<string, string>) => {
      const model = modelOf(facts, query, [absence, classes]);
      return {ids: cardsOf(model).map(({id}) => id), spoken: model.spoken};
    };
    expect(shown({}).ids).toEqual(["class-size", "school-absence"]);
    expect(shown({omraade: "staff"})).toEqual({ids: ["class-size"], spoken: "1 af 2 tal vises."});
    expect(shown({kvalitet: "result"}).ids).toEqual(["school-absence"]);
    expect(shown({kvalitet: "findings"}).ids).toEqual([]);
    expect(shown({soeg: "KLASSEKVOT"}).ids).toEqual(["class-size"]);
    expect(shown({soeg: "fravaer"}).ids).toEqual(["school-absence"]);
  });

  it("stops at the last figure of a unit that has closed, and says how old it is", () => {
    const closed = places.map((each) => (each.id === "751014" ? {...each, validTo: "2025-07-31"} : each));
    const facts = [own(6.2, 6, 6.4, {period: "2025-H1"}), own("not-applicable")];
    const [card] = cardsOf(modelOf(facts, {}, [absence], closed));
    expect(card).toMatchObject({value: "6,2", period: "1. halvår 2025", age: "6 måneder gammelt"});
    expect(cardsOf(modelOf(facts))[0]).toMatchObject({value: "ikke relevant", blank: true});
  });

  it("flags joined units and few persons", () => {
    const [card] = cardsOf(modelOf([own(8, 2, 14, {persons: 12, linked: true})]));
    expect(card!.flags).toHaveLength(2);
    expect(card!.persons).toBe("12 personer bag tallet");
  });

  it("has no top and no controls where the unit has no figure", () => {
    const model = modelOf([fact(5, {unit: "751"})]);
    expect([model.top, model.controls, cardsOf(model)]).toEqual([null, null, []]);
    expect(model.columns.map(({none}) => none)[0]).toContain("ingen tal");
  });

  it("draws nothing of a figure that is hidden but its blank", () => {
    const [trend] = modelOf([own("hidden"), own(6.2, 6, 6.4, {period: "2025-H1"})]).figures;
    expect(trend!.wide.svg()).toContain("skjult");
    expect(trend!.alt).toContain("skjult");
  });
});

describe("whomOf(unit)", () => {
  it.each([
    ["000", []],
    ["751", ["naboer", "lignende", "region", "landet"]],
    ["751014", ["kommune", "naboer", "lignende", "landet"]],
    ["751014-7B", ["skole", "kommune", "landet"]]
  ])("holds %s against %j", (id, names) => {
    expect(whomOf(places.find((each) => each.id === id)!).map(({name}) => name)).toEqual(names);
  });
});

describe("freshness", () => {
  const period = (text: string) => text as PeriodId;
  it("counts whole months and expects the next figure after its lag", () => {
    expect(monthsBetween("2025-06-30", "2025-12-31")).toBe(6);
    expect(nextFigure(period("2025-H2"), {lagMonths: 2})).toEqual({period: "2026-H1", expected: "2026-08"});
  });
  it.each([
    ["2025-H2", 2, true],
    ["2025-H1", 2, false],
    ["2024/25", 3, true],
    ["2024/25", 0, false],
    ["2024", 10, true],
    ["2024", 3, false]
  ])("%s with a lag of %i months is new since the package of the first half of 2025: %s", (text, lagMonths, isNew) => {
    expect(isNewSince(period("2025-H1"), period(text), {lagMonths})).toBe(isNew);
  });
});
