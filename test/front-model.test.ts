import {describe, expect, it} from "vitest";
import {type News, newsModel} from "../dashboards/pages/front-news.ts";
import {answerHref, askable, askedOf} from "../dashboards/pages/front-questions.ts";
import type {DisclosedFact, Indicator, ReleaseManifest, Unit} from "../queries/model.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const absence: Indicator = {
  ...fixtureIndicators.find(({id}) => id === "school-absence")!,
  periodKind: "half-year",
  lagMonths: 2
};
const fact = (period: string, value: number | null) =>
  ({
    indicator: "school-absence",
    period,
    category: "",
    value,
    blank: value === null ? "not-yet-published" : null
  }) as unknown as DisclosedFact;
const extract = (id: string, standard: string) => ({id, standard, fileName: "", receivedAt: "", rows: 1});
const manifest = {
  definitions: [{id: "school-absence", version: 2, sha256: ""}],
  extracts: [extract("a", "absence"), extract("b", "absence"), extract("c", "units")]
} as unknown as ReleaseManifest;
const news = (changes: Partial<News> = {}): News => ({
  language: "da",
  manifest,
  before: null,
  indicators: new Map([[absence.id, absence]]),
  facts: [fact("2025-H1", 6), fact("2025-H2", 5.9), fact("2026-H1", null)],
  today: "2026-02-01",
  ...changes
});

describe("newsModel(news)", () => {
  it("says what the release before did not have", () => {
    const before = {
      ...manifest,
      createdAt: "2025-08-03T00:00:00Z",
      extracts: [extract("a", "absence")],
      definitions: []
    };
    expect(newsModel(news({before})).since).toMatchObject({
      heading: "Siden frigivelsen 3.\u00a0august 2025",
      extracts: "2 nye udtræk efter 2 standarder.",
      definitions: [{href: "/noegletal/school-absence"}]
    });
    expect(newsModel(news()).since).toBeNull();
  });

  it("gives the newest period with a figure, and when the next one can be expected", () => {
    const {areas, next} = newsModel(news());
    expect(areas.map(({periods}) => periods.map(({label}) => label))).toEqual([["2. halvår 2025"]]);
    expect(next).toMatchObject([{month: "august 2026", period: "1. halvår 2026", late: ""}]);
  });

  it("says of what should have come that it may be on its way", () => {
    expect(newsModel(news({today: "2026-08-31"})).next[0]!.late).toBe("");
    expect(newsModel(news({today: "2026-09-01"})).next[0]!.late).toBe("kan være på vej");
  });
});

describe("questions", () => {
  it("are asked only where the release can answer", () => {
    expect(askable(new Map())).toEqual(["naboer", "institutioner"]);
    expect(askable(new Map([[absence.id, absence]]))).toContain("fravaer");
  });
  it("lead to the place that answers them", () => {
    expect(answerHref("751014", "fravaer", "da")).toBe("/enheder/751014#kort-school-absence");
    expect(answerHref("751", "naboer", "en")).toBe("/en/enheder/751?sammenlign=naboer");
    expect(answerHref("751", "institutioner", "da")).toBe("/institutioner/751");
    expect(answerHref("751", null, "da")).toBe("/enheder/751");
  });
  it("are asked of those that are open, by the Danish alphabet", () => {
    const unit = (name: string, changes: Partial<Unit> = {}) =>
      ({id: name, name, kind: "school", municipality: "751", validTo: null, ...changes}) as Unit;
    const units = [
      unit("Ørskolen"),
      unit("Askolen"),
      unit("Lukket", {validTo: "2024-07-31"}),
      unit("Børnehus", {kind: "daycare"}),
      unit("Anden", {municipality: "740" as Unit["municipality"]})
    ];
    expect(askedOf("fravaer", "751", units).map(({name}) => name)).toEqual(["Askolen", "Ørskolen"]);
  });
});
