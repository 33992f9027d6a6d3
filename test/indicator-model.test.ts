import {describe, expect, it} from "vitest";
import {amountSentence, whoOf} from "../dashboards/pages/indicator-amount.ts";
import {changesModel} from "../dashboards/pages/indicator-changes.ts";
import {definitionModel} from "../dashboards/pages/indicator-definition.ts";
import {indicatorView} from "../dashboards/pages/indicator-view.ts";
import {foundBy} from "../dashboards/pages/indicators.ts";
import {NotFound} from "../queries/errors.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";
import {absence, addressOf, factOf, slicesOf, world} from "./indicator-fixture.ts";

const draw = (query: Readonly<Record<string, string>>, changes = {}, language: "da" | "en" = "da") =>
  indicatorView.model(indicatorView.stateOf(addressOf(query, language), world), world, slicesOf(changes));
const stateOf = (query: Readonly<Record<string, string>>) => indicatorView.stateOf(addressOf(query), world);

describe("indicatorView.stateOf(address, world)", () => {
  it("is about the nation when nothing is asked for", () => {
    expect(stateOf({})).toMatchObject({place: {id: "000"}, home: null, circle: {choice: "alle"}, unknown: []});
  });
  it("compares a municipality with its neighbours, and one without any with its region", () => {
    expect(stateOf({kommune: "751"}).circle).toMatchObject({choice: "naboer", members: ["730"]});
    expect(stateOf({kommune: "147"}).circle.choice).toBe("region");
  });
  it("leaves a unit out that lies in another municipality than the one just chosen", () => {
    expect(stateOf({kommune: "101", enhed: "751-A"})).toMatchObject({place: {id: "101"}, unknown: []});
    expect(stateOf({kommune: "751", enhed: "751-A"}).place.name).toBe("Skole A");
  });
  it("takes a group of one's own from the address, each municipality once and in order", () => {
    const {circle} = stateOf({kommune: "751", gruppe: "461,101,461", navn: "Os to"});
    expect(circle).toMatchObject({choice: "101,461", name: "Os to", isOwn: true, members: ["101", "461"]});
  });
  it("names what the release does not know and shows something else", () => {
    const {place, unknown, circle} = stateOf({kommune: "999", enhed: "nope", gruppe: "101,999"});
    expect(place.id).toBe("000");
    expect(circle.choice).toBe("alle");
    expect(unknown.map(({noun, id}) => `${noun} ${id}`)).toEqual(["municipality 999", "unit nope", "group 101,999"]);
  });
  it("knows no other indicators", () => {
    const address = {...addressOf({}), params: {id: "nope"}};
    expect(() => indicatorView.stateOf(address, world)).toThrow(NotFound);
  });
});

describe("indicatorView.model(state, world, slices)", () => {
  it("is about the newest period that at least half of the municipalities have", () => {
    const late = Object.fromEntries(
      ["101", "147", "461", "730"].map((code) => [`${code} 2025-H2`, {blank: "not-yet-published"}])
    );
    expect(draw({kommune: "751"}, late).now).toMatchObject({
      period: "1. halvår 2025",
      newer: {label: "Der er et nyere tal: 2. halvår 2025"}
    });
    expect(draw({kommune: "751", periode: "2024-H1"}).now?.period).toBe("1. halvår 2024");
  });
  it("links to the periods that are known when one is not", () => {
    const {unknown, now} = draw({periode: "2031"});
    expect(unknown[0]?.text).toContain("»2031«");
    expect(unknown[0]?.links.map(({label}) => label)).toContain("2. halvår 2025");
    expect(now?.period).toBe("2. halvår 2025");
  });
  it("orders by value with blanks last by name, so that the order tells nothing of what is hidden", () => {
    const rows = draw({visning: "tal"}, {101: {blank: "hidden"}, 851: {blank: "exempt"}, 730: {value: 9}})
      .municipalities?.figure.table?.rows;
    expect(rows?.map(({name}) => name)).toEqual([
      "Randers",
      "Frederiksberg",
      "Odense",
      "Aarhus",
      "København",
      "Aalborg"
    ]);
    expect(rows?.[0]?.cells[0]?.value).toBe("9,0\u00a0pct.");
  });
  it("says that the own figure is hidden, not that the municipality has it", () => {
    const finding = draw({kommune: "751"}, {751: {blank: "hidden"}}).municipalities?.figure.finding;
    expect(finding).toMatch(/Tallet for Aarhus: skjult\.$/);
  });
  it("adds a group of one's own up from what its members show, and says how many", () => {
    const changes = {101: {value: 4}, 461: {value: 8}, 147: {blank: "hidden"}};
    const table = draw({kommune: "751", gruppe: "101,147,461", navn: "Os"}, changes).trend?.figure.table;
    expect(table?.heads).toEqual(["Periode", "Aarhus Kommune", "Os", "Hele landet"]);
    expect(table?.rows[0]?.cells[1]).toMatchObject({
      value: "6,0\u00a0pct.",
      note: expect.stringContaining("2\u00a0af\u00a03")
    });
  });
  it("draws every figure that has a table with as many rows as it has places", () => {
    const {figures} = draw({kommune: "751", enhed: "751-A"});
    expect(figures.map(({id}) => id)).toEqual([
      "udvikling",
      "kommuner",
      "kommuner-udvikling",
      "institutioner",
      "institutioner-udvikling",
      "tragt"
    ]);
    for (const {wide, narrow} of figures) for (const {svg} of [wide, narrow]) expect(svg()).toMatch(/^<svg/);
    expect(figures.find(({id}) => id === "institutioner")?.table?.rows).toHaveLength(7);
  });
  it("asks for nothing but slices of the place, the group, the municipality and the country", () => {
    expect(indicatorView.needs(stateOf({kommune: "751", enhed: "751-A"}), world)).toEqual([
      "indicator/school-absence",
      "unit/751-A",
      "unit/neighbours-751",
      "indicator/school-absence/751",
      "unit/751",
      "places/751"
    ]);
  });
});

describe("against whom a place can be told apart", () => {
  const changes = {
    "751-B": {value: 7, persons: 300},
    "751-C": {value: 5, persons: 200},
    "751-D": {value: 6.3},
    "751-E": {blank: "hidden"}
  };
  const peers = (query: Readonly<Record<string, string>>) => draw({kommune: "751", ...query}, changes).peers;
  it("sorts the schools of the municipality into higher, lower and those that cannot be told apart, with pupils", () => {
    const {lead, sets} = peers({enhed: "751-A"})!;
    expect(lead).toContain("2 af 5 skoler med tal kan skelnes fra Skole A.");
    expect(sets.map(({title, count, rows}) => [title, count, rows.map(({name}) => name)])).toEqual([
      ["Højere", "1 skole, 300\u00a0elever", ["Skole B"]],
      ["Lavere", "1 skole, 200\u00a0elever", ["Skole C"]],
      ["Kan ikke skelnes fra", "3 skoler, 1.200\u00a0elever", ["Skole D", "Skole F", "Skole G"]],
      ["Intet tal at sammenligne med", "1 skole", ["Skole E"]]
    ]);
    expect(sets[0]?.rows[0]).toMatchObject({
      value: "7,0\u00a0pct.",
      interval: "6,8–7,2",
      difference: "1,0\u00a0procentpoint højere"
    });
    expect(sets[3]?.rows[0]).toMatchObject({value: "skjult", persons: "–", difference: ""});
  });
  it("writes the reader's own name of a group in quotation marks", () => {
    const changes = {101: {value: 4}, 461: {value: 4}};
    const {trend, now} = draw({kommune: "751", gruppe: "101,461", navn: "Os"}, changes);
    expect(trend?.figure.finding).toContain("højere end i »Os« (4,0");
    expect(now?.notes.join(" ")).toContain("Forskellen til »Os« på 2,0");
    expect(draw({kommune: "751", gruppe: "101,461"}, changes).trend?.figure.finding).toContain("i »Egen gruppe« (");
  });
  it("holds a municipality against its group", () => {
    expect(draw({kommune: "751", gruppe: "6-byerne"}, {461: {value: 9}}).peers?.lead).toContain(
      "1 af 4 kommuner med tal kan skelnes fra Aarhus."
    );
  });
  it("counts nobody who has no figure", () => {
    const hidden = Object.fromEntries(
      "BCDEFG".split("").map((letter) => [`751-${letter}`, {blank: "hidden"} as const])
    );
    expect(draw({kommune: "751", enhed: "751-A"}, hidden).peers?.lead).toBe(
      "Der er ingen andre skoler med et tal at sammenligne med."
    );
  });
  it("says that nobody can be told apart from a figure that is hidden", () => {
    const hidden = peers({enhed: "751-E"})!;
    expect(hidden.lead).toBe("Der er intet tal at vise (skjult), så ingen kan skelnes fra det.");
    expect(hidden.sets).toEqual([]);
  });
});

describe("definitionModel(state)", () => {
  it("says from which difference on two figures are called different, and nothing where no rule is declared", () => {
    const sheet = (changes: object) => {
      const indicator = {...absence, ...changes};
      const given = {indicator, versions: [indicator], standardTitles: new Map(), indicators: new Map()};
      const {facts} = definitionModel({language: "da", ...given});
      return facts.find(({term}) => term === "Læselig forskel")?.value;
    };
    expect(sheet({readableDifference: 6, readableDifferenceMunicipality: 0.5})).toBe(
      "Mindst 6\u00a0procentpoint mellem institutioner og mindst 0,5\u00a0procentpoint mellem kommuner og større. En mindre forskel kaldes »kan ikke skelnes«."
    );
    expect(sheet({})).toBeUndefined();
  });
});

describe("the funnel", () => {
  it("names who lies outside the outer limit, and says where the own school lies, without a rank", () => {
    const {funnel} = draw({kommune: "751", enhed: "751-A"}, {"751-G": {value: 12}});
    expect(funnel?.figure.finding).toContain("Over den ydre grænse: Skole G.");
    expect(funnel?.figure.finding).toMatch(/Skole A ligger .*(grænse|grænser)\./);
    expect(funnel?.figure.table?.rows.map(({name}) => name)).toEqual(
      "ABCDEFG".split("").map((each) => `Skole ${each}`)
    );
    expect(funnel?.figure.finding).not.toMatch(/nr\.|plads|bedst|dårligst/);
  });
  it("is of municipalities when no municipality is chosen, and absent where figures have no interval", () => {
    expect(draw({}).funnel?.figure.table?.rows).toHaveLength(6);
    const plain = {...world, indicators: new Map([[absence.id, {...absence, interval: "none" as const}]])};
    const state = indicatorView.stateOf(addressOf({}), plain);
    expect(indicatorView.model(state, plain, slicesOf()).funnel).toBeNull();
  });
});

describe("amountSentence(own, other, indicator, language)", () => {
  const own = factOf("751-A", "2025-H2", {value: 7, persons: 400});
  const other = {said: "kommunen", fact: factOf("751", "2025-H2", {value: 6, persons: 10_000})};
  it("says what a difference in days is, in all and for each pupil", () =>
    expect(amountSentence(own, other, absence, "da")).toBe(
      "Forskellen til kommunen på 1,0\u00a0procentpoint svarer til omkring 400 dage i perioden, 1,0 dage pr. elev."
    ));
  it("says what a share of persons is in persons", () => {
    const share = {...absence, counts: "persons", interval: "wilson"} as const;
    const pupils = {...own, denominator: 400} as typeof own;
    expect(amountSentence(pupils, other, share, "da")).toContain("svarer til omkring 4\u00a0elever.");
  });
  it("counts from the figures themselves, no more exactly than two digits, and a single day as one", () => {
    const near = {said: "kommunen", fact: factOf("751", "2025-H2", {value: 6.236, persons: 10_000})};
    expect(amountSentence(own, near, absence, "da")).toContain(" omkring 310 dage i perioden, 0,8 dage pr. elev.");
    const few = {...own, denominator: 125} as typeof own;
    expect(amountSentence(few, other, absence, "da")).toContain("omkring 1 dag i perioden.");
  });
  it("says nothing where the two cannot be told apart, or of a scale", () => {
    const near = {said: "kommunen", fact: factOf("751", "2025-H2", {value: 6.9})};
    expect(amountSentence(own, near, absence, "da")).toBe("");
    expect(amountSentence(own, other, {...absence, counts: "scores", measure: "mean"}, "da")).toBe("");
  });
  it("calls the persons what they are", () => {
    expect(whoOf({standards: ["staff-absence"], counts: "events"})).toBe("staff");
    expect(whoOf({standards: ["parent-survey"], counts: "persons"})).toBe("persons");
    expect(whoOf({standards: ["pupils", "staffing"], counts: "both"})).toBe("persons");
  });
});

describe("changesModel(before, after, language)", () => {
  const before = {...absence, sql: "SELECT a\nFROM t\n", denominator: "Alle dage."};
  const after = {...absence, version: 2, sql: "SELECT a\nFROM u\n", denominator: "Alle skoledage."};
  it("gives the words that went and came, and the lines of the SQL", () => {
    const {title, fields, lines} = changesModel(before, after, "da");
    expect(title).toBe("Hvad er ændret fra version 1 til version 2?");
    expect(fields).toEqual([
      {
        term: "Nævner",
        parts: [
          {text: "Alle ", added: false, removed: false},
          {text: "dage", added: false, removed: true},
          {text: "skoledage", added: true, removed: false},
          {text: ".", added: false, removed: false}
        ]
      }
    ]);
    expect(lines?.map(({text, added, removed}) => `${added ? "+" : removed ? "-" : " "}${text}`)).toEqual([
      " SELECT a",
      "-FROM t",
      "+FROM u"
    ]);
  });
  it("says so when the computation is the same", () =>
    expect(changesModel(before, {...after, sql: before.sql}, "da").lines).toBeNull());
});

describe("foundBy(text, indicators)", () => {
  it("forgives spelling and finds the parts of a compound", () => {
    const first = (text: string) => foundBy(text, fixtureIndicators)[0]?.id;
    expect(first("elevfravar")).toBe("school-absence");
    expect(foundBy("fravær", fixtureIndicators).map(({id}) => id)).toContain("school-absence");
    expect(foundBy("qqqqqq", fixtureIndicators)).toEqual([]);
  });
});
