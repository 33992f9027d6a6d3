import {beforeAll, describe, expect, it} from "vitest";
import {betterModel} from "../dashboards/pages/peers-better.ts";
import {peersOf, unitOf} from "../dashboards/pages/peers-find.ts";
import {peersStateOf} from "../dashboards/pages/peers-state.ts";
import {peersView} from "../dashboards/pages/peers-view.ts";
import type {Slices} from "../dashboards/slices.ts";
import type {World} from "../dashboards/world.ts";
import {readComparisonGroups} from "../jobs/groups.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {Engine} from "../queries/engine.ts";
import {NotFound} from "../queries/errors.ts";
import type {DisclosedFact, Indicator, Unit, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import {similarityVariables} from "../queries/reference/similarity.ts";

const period = "2025" as PeriodId;
let world: World;
let facts: readonly DisclosedFact[];

beforeAll(async () => {
  const engine = await Engine.open({threads: 1});
  const {indicators} = await readCatalogue();
  facts = similarityVariables.flatMap(({indicator}, row) =>
    municipalityFacts.map(({code}, index) => factOf(indicator, code, 10 + ((index * (7 + row) * 31) % 97)))
  );
  await engine.run(
    "CREATE TABLE disclosed (unit VARCHAR, indicator VARCHAR, period VARCHAR, version INTEGER, category VARCHAR, value DOUBLE, blank VARCHAR)"
  );
  const rows = facts.map(
    ({unit, indicator, value}) => `('${unit}', '${indicator}', '${period}', 1, '', ${value}, NULL)`
  );
  await engine.run(`INSERT INTO disclosed VALUES ${rows.join(", ")}`);
  const groups = await readComparisonGroups(engine);
  engine.close();
  world = {
    release: {id: "r000000000000", period: "2025-H2" as PeriodId, demonstration: true},
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    units: new Map(municipalityFacts.map(({code, name}) => [code as UnitId, unit(code, name)])),
    groups,
    breaks: []
  };
});

function unit(code: string, name: string): Unit {
  const dates = {validFrom: "2007-01-01", validTo: null};
  return {id: code as UnitId, name, kind: "municipality", parent: null, municipality: code as never, ...dates};
}
function factOf(indicator: string, code: string, value: number | null, reach = 0): DisclosedFact {
  const cell = {
    indicator,
    version: 1,
    unit: code as UnitId,
    period,
    category: "",
    linked: false,
    members: 1,
    expected: 1
  };
  const blank = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null};
  if (value === null) return {...cell, ...blank, blank: "hidden"};
  const ends = reach > 0 ? {low: value - reach, high: value + reach} : {low: null, high: null};
  return {...cell, value, numerator: value, denominator: 1, persons: 100, ...ends, blank: null};
}
const slicesOf = (some: readonly DisclosedFact[]): Slices => ({facts: () => some});
const address = (query: Readonly<Record<string, string>>) =>
  ({language: "da", path: "/sammenlign/lignende", params: {}, query}) as const;
function modelOf(query: Readonly<Record<string, string>>, some = facts) {
  return peersView.model(peersStateOf(address(query), world), world, slicesOf(some));
}

describe("peersOf(home, conditions, count, world, slices)", () => {
  it("gives every municipality the similar group of the release, with the usual weights", () => {
    for (const group of world.groups.filter(({kind}) => kind === "similar")) {
      const state = peersStateOf(address({kommune: group.owner!}), world);
      const {nearest} = peersOf(state.home!, state.conditions, state.count, world, slicesOf(facts));
      expect(nearest.map(({member, distance}) => ({member, distance}))).toEqual(group.distances);
    }
  });
  it("follows the weights, and tells what differs most", () => {
    const only = Object.fromEntries(similarityVariables.map(({indicator}) => [`vaegt-${indicator}`, "0"]));
    const model = modelOf({kommune: "751", ...only, "vaegt-disposable-income": "1"});
    const [first] = model.found!.rows;
    expect(first!.reasons).toMatch(/næsten ens|disponibel indkomst/);
    expect(model.found!.remarks[0]).toContain("Vægtene er ændret");
    expect(model.found!.reset).toBe("/sammenlign/lignende?kommune=751");
  });
  it("leaves out municipalities without a figure and says which", () => {
    const some = facts.map((fact) =>
      fact.unit === "101" && fact.indicator === "population" ? factOf("population", "101", null) : fact
    );
    const model = modelOf({kommune: "751"}, some);
    expect(model.found!.remarks.join(" ")).toContain("København");
    expect(model.found!.rows.map(({name}) => name)).not.toContain("København");
  });
  it("says so when the municipality's own figure is missing, or nothing counts", () => {
    const some = facts.filter((fact) => fact.unit !== "751" || fact.indicator !== "population");
    expect(modelOf({kommune: "751"}, some).found).toMatchObject({rows: [], use: null});
    expect(modelOf({kommune: "751"}, some).found!.problem).toContain("Befolkning");
    const none = Object.fromEntries(similarityVariables.map(({indicator}) => [`vaegt-${indicator}`, "0"]));
    expect(modelOf({kommune: "751", ...none}).found!.problem).toContain("Alle vægte er 0");
  });
  it("makes the peers the named group of the comparison in one step", () => {
    const {found} = modelOf({kommune: "751", antal: "5"});
    expect(found!.use).toMatch(/^\/sammenlign\?kommune=751&gruppe=\d{3}(,\d{3}){4}&navn=Ligner%20Aarhus$/);
  });
  it("names what the address asks for in vain, and refuses an unknown municipality", () => {
    expect(modelOf({kommune: "751", "vaegt-nope": "1"}).notice).toContain("»nope«");
    expect(() => peersStateOf(address({kommune: "999"}), world)).toThrow(NotFound);
  });
});

describe("betterModel(state, peers, slices)", () => {
  const peers = ["461", "851", "101", "561", "730"] as const;
  const result: readonly (readonly [string, number | null, number])[] = [
    ["751", 7, 0.1],
    ["461", 8, 0.1],
    ["851", 8, 0.1],
    ["101", 7.05, 0.1],
    ["561", 6, 0.1],
    ["730", null, 0]
  ];
  const used = {"751": 10, "461": 12, "851": 9, "101": 12, "561": 12, "730": 10};
  const some = () => [
    ...result.map(([code, value, reach]) => factOf("exam-average", code, value, reach)),
    ...Object.entries(used).map(([code, value]) => factOf("pupils-per-teacher", code, value))
  ];
  const judged = (query: Readonly<Record<string, string>>) => {
    const state = peersStateOf(address({kommune: "751", ...query}), world);
    return betterModel(
      state,
      peers.map((code) => unitOf(code as never, world)),
      slicesOf(some())
    )!;
  };
  it("tells who can be told apart as better and who uses fewer resources, by the alphabet", () => {
    const {groups} = judged({resultat: "exam-average", ressource: "pupils-per-teacher"});
    expect(groups.map(({items}) => items.map(({name}) => name))).toEqual([
      ["Odense"],
      ["Aalborg"],
      ["København"],
      ["Esbjerg"],
      ["Randers"]
    ]);
    expect(groups[0]!.items[0]).toMatchObject({result: {words: "bedre"}, resource: {words: "færre"}});
    expect(groups[4]!.items[0]!.result).toMatchObject({value: "skjult", words: "intet tal at sammenligne"});
  });
  it("speaks of the result alone where no resource is chosen", () => {
    const {groups} = judged({resultat: "exam-average"});
    expect(groups.map(({items}) => items.length)).toEqual([2, 2, 1]);
  });
  it("takes a lower figure as better where the indicator says so", () => {
    const lower = {...world.indicators.get("exam-average")!, better: "lower"} as Indicator;
    const turned = {...world, indicators: new Map([...world.indicators, [lower.id, lower]])};
    const state = peersStateOf(address({kommune: "751", resultat: "exam-average"}), turned);
    const model = betterModel(
      state,
      peers.map((code) => unitOf(code as never, world)),
      slicesOf(some())
    )!;
    expect(model.groups[0]!.items.map(({name}) => name)).toEqual(["Esbjerg"]);
  });
});
