import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {compareView} from "../dashboards/pages/compare-view.ts";
import type {World} from "../dashboards/world.ts";
import {NotFound} from "../queries/errors.ts";
import type {Indicator} from "../queries/model.ts";
import {type Ask, hidden, openViewFixture, type Query, type ViewFixture} from "./view-fixture.ts";

let fixture: ViewFixture;
let world: World;
beforeAll(async () => {
  fixture = await openViewFixture();
  ({world} = fixture);
});
afterAll(() => fixture?.close());

const compare = (query: Query, ask: Ask = {}) => fixture.draw(compareView, query, ask);
const rowsOf = (model: ReturnType<typeof compare>) => model.matrix!.sections.flatMap(({rows}) => rows);
const rowOf = (model: ReturnType<typeof compare>, title: string) => rowsOf(model).find((row) => row.title === title)!;

describe("the comparison of a unit with a group", () => {
  it("has own figure, the group's and how they stand, each of the same period", () => {
    const row = rowOf(compare({kommune: "751"}), "Børn pr. voksen, 0-2 år");
    expect(row).toMatchObject({
      own: {blank: false},
      group: {blank: false},
      href: "/noegletal/daycare-ratio-0-2?kommune=751"
    });
    expect(row.own.href).toContain("/tal/daycare-ratio-0-2/751/");
    expect(["højere", "lavere", "kan ikke skelnes"]).toContain(row.words);
  });
  it("compares no sizes, and leaves out what is always a hundred per cent", () => {
    const model = compare({kommune: "751"});
    expect(rowOf(model, "Elevtal").words).toBe("sammenlignes ikke: tallet viser størrelse");
    expect(
      rowsOf(model)
        .map(({title}) => title)
        .join()
    ).not.toMatch(/fordelt på/i);
  });
  it("holds an institution against its municipality first, and only on what it has", () => {
    const model = compare({enhed: "751014"});
    expect(model.matrix).toMatchObject({groupName: "Aarhus Kommune"});
    expect(rowsOf(model).every(({area}) => area === "school" || area === "staff")).toBe(true);
  });
  it("totals a group of one's own, and names it as the address does", () => {
    const model = compare({kommune: "751", gruppe: "740,746", navn: "Østjyder"});
    const frozen = compare({kommune: "751", gruppe: "naboer"});
    expect(model.matrix!.heading).toBe("Aarhus Kommune og »Østjyder«");
    const [mine, theirs] = [model, frozen].map((each) => rowOf(each, "Børn pr. voksen, 0-2 år").group);
    expect(mine!.value).toBe(theirs!.value);
    expect(mine!.href).toBeNull();
    expect(model.group!.editor.regions.flatMap(({boxes}) => boxes.filter(({checked}) => checked)).length).toBe(2);
  });
  it("is a municipality's own figure for a group of one", () => {
    const model = compare({kommune: "751", gruppe: "740"});
    const other = compare({kommune: "740", gruppe: "751"});
    expect(rowOf(model, "Børn pr. voksen, 0-2 år").group.value).toBe(rowOf(other, "Børn pr. voksen, 0-2 år").own.value);
    expect(model.group!.remarks.join()).toContain("én kommune");
  });
  it("shows the members' span where figures may not be summed", () => {
    const means = new Map(
      [...world.indicators].map(([id, each]) => [id, {...each, group: "mean-of-members"} as Indicator])
    );
    const row = rowOf(
      compare({kommune: "751", gruppe: "740,746"}, {world: {...world, indicators: means}}),
      "Børn pr. voksen, 0-2 år"
    );
    expect(row.group.value).toMatch(/ til /);
    expect(row.group.note).toMatch(/spænd.*1\u00a0af\u00a02/);
    expect(["inside", "above", "below"]).toContain(row.standing);
  });
  it("says what is hidden, and compares nothing with it", () => {
    const model = compare({kommune: "751"}, {change: hidden});
    expect(rowsOf(model).filter(({own}) => own.value !== "skjult")).toEqual([]);
    expect(rowsOf(model).filter(({words}) => !words.includes("sammenlignes")).length).toBe(0);
    expect(model.spoken).toMatch(/nabokommunerne: \d+ kan ikke sammenlignes eller viser kun størrelse\.$/);
  });
  it("keeps to the rows that can be told apart when asked, and says how many", () => {
    const model = compare({kommune: "751", kun: "forskelle"});
    expect(rowsOf(model).every(({standing}) => standing === "higher" || standing === "lower")).toBe(true);
    expect(model.matrix!.filtered).toMatch(/^\d+ af \d+ rækker er vist\.$/);
  });
  it("goes on without neighbours, and says why an island has none", () => {
    const groups = world.groups.map((each) =>
      each.kind === "neighbours" ? {...each, members: [], basis: "Ingen landegrænse."} : each
    );
    const island = {...world, groups};
    expect(compare({kommune: "751"}, {world: island}).matrix!.groupName).toBe("Lignende kommuner");
    const asked = compare({kommune: "751", gruppe: "naboer"}, {world: island});
    expect(asked.group).toMatchObject({empty: true, basis: "Ingen landegrænse."});
    expect(rowsOf(asked).every(({standing}) => standing === "unknown" || standing === "size")).toBe(true);
  });
  it("tells what the address names and the release does not know, and what there is", () => {
    const model = compare({kommune: "751", gruppe: "venner", tal: "nope,pupils", y: "gone"});
    expect(model.notice!.unknown).toBe("Adressen nævner noget, som frigivelsen ikke kender: »venner«, »nope«, »gone«.");
    expect(model.notice!.known).toContain("Nabokommunerne, Lignende kommuner");
    expect(rowsOf(model).map(({title}) => title)).toEqual(["Elevtal"]);
    for (const [name, value] of [
      ["enhed", "x"],
      ["kommune", "999"],
      ["kommune", "082"]
    ] as const)
      expect(() => compare({[name]: value})).toThrow(NotFound);
  });
  it("asks for a municipality where there is none, and lists them", () => {
    const model = compare({});
    expect(model.matrix).toBeNull();
    expect(model.begin!.map(({label}) => label)).toEqual(["Silkeborg", "Skanderborg", "Aarhus"]);
  });
  it("speaks English", () => {
    const model = compare({kommune: "751"}, {language: "en"});
    expect(model.spoken).toMatch(/indicators of Aarhus Municipality beside the neighbouring municipalities/);
  });
});

describe("two indicators against each other", () => {
  it("shows municipalities, says how many, and claims no cause", () => {
    const {figure} = compare({kommune: "751", x: "pupils", y: "school-absence"}).scatter!;
    expect(figure!.finding).toMatch(/^2 af 3 kommuner har begge tal og er vist\./);
    expect(figure!.finding).toContain("Uden mindst ét af tallene: Skanderborg.");
    expect(figure!.finding).toContain("ikke hvorfor");
    expect(figure!.table!.rows.map(({name}) => name)).toEqual(["Silkeborg", "Skanderborg", "Aarhus"]);
  });
  it("shows the institutions of its kind for an institution", () => {
    const {figure} = compare({enhed: "751014", x: "pupils", y: "school-absence"}).scatter!;
    expect(figure!.table!.rows.map(({name}) => name)).toEqual([
      "Bøgelundskolen",
      "Fjordbakkeskolen",
      "Lærkevangsskolen"
    ]);
  });
  it("waits for two different ones", () => {
    expect(compare({kommune: "751", x: "pupils", y: "pupils"}).scatter!.figure).toBeNull();
  });
});
