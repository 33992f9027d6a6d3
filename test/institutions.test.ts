import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {institutionsView} from "../dashboards/pages/institutions-view.ts";
import type {World} from "../dashboards/world.ts";
import {NotFound} from "../queries/errors.ts";
import type {DisclosedFact} from "../queries/model.ts";
import {type Ask, hidden, openViewFixture, type Query, type ViewFixture} from "./view-fixture.ts";

let fixture: ViewFixture;
let world: World;
beforeAll(async () => {
  fixture = await openViewFixture();
  ({world} = fixture);
});
afterAll(() => fixture?.close());

describe("the overview of institutions", () => {
  const overview = (query: Query, ask: Ask = {}, id = "751") =>
    fixture.draw(institutionsView, query, {...ask, params: {id}});
  const names = (model: ReturnType<typeof overview>) => model.table.rows.map(({name}) => name);

  it("lists one kind by the alphabet, under the whole, each figure held against the whole", () => {
    const model = overview({});
    expect(model.table.whole.name).toBe("Aarhus Kommune");
    expect(names(model)).toEqual(["Bøgelundskolen", "Fjordbakkeskolen", "Lærkevangsskolen"]);
    const words = model.table.rows.flatMap(({cells}) => cells.map((cell) => cell.words));
    expect(words.every((word) => ["højere", "lavere", ""].includes(word))).toBe(true);
  });
  it("knows an area and its own institutions", () => {
    expect(names(overview({}, {}, "751-O2"))).toEqual(["Lærkevangsskolen"]);
    expect(names(overview({slags: "daycare"}))).toEqual(["Børnehuset Mælkevejen", "Vuggestuen Ællingen"]);
  });
  it("orders by a figure with blanks last by the alphabet, and never writes a rank", () => {
    const change = (fact: DisclosedFact) =>
      ["751014", "751022"].includes(fact.unit) && fact.indicator === "school-absence" ? hidden(fact) : fact;
    for (const sorter of ["school-absence", "-school-absence"]) {
      const model = overview({sorter, tal: "school-absence"}, {change});
      expect(names(model)).toEqual(["Lærkevangsskolen", "Bøgelundskolen", "Fjordbakkeskolen"]);
      expect(model.table.rows[1]!.cells[0]!.value).toBe("skjult");
    }
  });
  it("finds by a part of the name however it is spelt", () => {
    expect(names(overview({q: "BOGELUND".replace("BO", "boe").toLowerCase()}))).toEqual(["Bøgelundskolen"]);
    expect(overview({q: "zzz"}).empty).toContain("zzz");
  });
  it("says that there are none of a kind", () => {
    expect(overview({slags: "leisure"}, {}, "746").empty).toBe(
      "Der er ingen fritidstilbud i Skanderborg Kommune i frigivelsen."
    );
  });
  it("names indicators that do not exist for the kind and goes on with the others", () => {
    const model = overview({tal: "nope,school-absence"});
    expect(model.notices[0]).toContain("»nope«");
    expect(model.table.heads.map(({title}) => title)).toEqual(["Elevfravær"]);
  });
  it("has no limits for fewer than five, and says so", () => {
    expect(overview({}).outliers!.rows.every(({none}) => none !== null)).toBe(true);
    expect(overview({}).outliers!.chance).toBeNull();
    expect(overview({}).funnel).toBeNull();
  });
  it("names who lies outside the limits by the alphabet where there are enough", () => {
    const names = ["Askeskolen", "Birkeskolen", "Cedereskolen", "Duneskolen", "Egeskolen", "Fyrreskolen"];
    const units = new Map(world.units);
    const school = world.units.get("751014" as never)!;
    for (const [index, name] of names.entries())
      units.set(`S${index}` as never, {...school, id: `S${index}` as never, name});
    const state = institutionsView.stateOf(
      {language: "da", path: "/x", params: {id: "751"}, query: {tal: "school-absence"}},
      {...world, units}
    );
    const key = "indicator/school-absence/751";
    const known = fixture.facts(key);
    const like = known.find(({unit, blank}) => unit === "751014" && blank === null)!;
    const made = names.map((_, index) => {
      const value = index === 4 ? 40 : 6;
      return {
        ...like,
        unit: `S${index}`,
        value,
        persons: 400,
        low: value - 0.5,
        high: value + 0.5,
        period: "2025-H2"
      } as unknown as DisclosedFact;
    });
    const model = institutionsView.model(state, {...world, units}, {facts: () => [...known, ...made]});
    expect(model.outliers!.rows[0]!.outside.map(({name}) => name)).toContain("Egeskolen");
    expect(model.funnel!.finding).toContain("Egeskolen");
    expect(model.outliers!.chance).toMatch(/omkring 0,[45] af [89] skoler med tal/);
  });
  it("refuses what is no municipality and no area", () => {
    for (const id of ["751014", "000", "nope"]) expect(() => overview({}, {}, id)).toThrow(NotFound);
  });
});
