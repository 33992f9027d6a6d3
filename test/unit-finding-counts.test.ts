import type {Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {findingCountsModel, tallyOf} from "../dashboards/pages/unit-finding-counts.ts";
import type {Coverage, MunicipalityCode, Observation, Unit, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

const unit = (id: string, kind: Unit["kind"] = "school"): Unit => ({
  ...{id: id as UnitId, name: id, kind, parent: kind === "school" ? ("751-O1" as UnitId) : null},
  ...{municipality: "751" as MunicipalityCode, validFrom: "2015-01-01", validTo: null}
});
const found = (period: string, theme: string, assessment: Observation["assessment"], at = "751014") =>
  ({unit: at, period, theme, assessment, observedOn: `${period.slice(0, 4)}-10-01`}) as Observation;
const hidden = (period: string, theme: string) => ({
  unit: "751014" as UnitId,
  period: period as PeriodId,
  theme,
  hidden: 1
});
const covered = (period: string, state: Coverage["state"]) => ({period, state, standard: "observations"}) as Coverage;

const area = unit("751-O1", "area");
const schools = [unit("751014"), unit("751022")];
const tally = tallyOf(
  [
    found("2024-H2", "calm", "attention"),
    found("2025-H2", "calm", "strength"),
    found("2025-H2", "calm", "attention"),
    found("2025-H2", "play", "strength", "751022")
  ],
  [hidden("2025-H2", "inclusion"), hidden("2025-H2", "play")]
);
const coverage = [
  covered("2024-H1", "missing"),
  covered("2024-H2", "arrived"),
  covered("2025-H1", "late"),
  covered("2025-H2", "arrived")
];
const model = (of: Unit, language: "da" | "en" = "da") =>
  findingCountsModel({
    language,
    unit: of,
    units: new Map([area, ...schools].map((each) => [each.id, each])),
    tally,
    coverage
  })!;

describe("findingCountsModel(state)", () => {
  it("counts by theme and half-year from the first with findings, and calls what was not delivered so", () => {
    const {periods, rows} = model(area);
    expect(periods.map(({whole}) => whole)).toEqual(["2. halvår 2024", "1. halvår 2025", "2. halvår 2025"]);
    const calm = rows.find(({label}) => label === "Ro, orden og struktur")!;
    expect(calm.cells.map(({count, words}) => [count, words])).toEqual([
      ["1", "1 fund, heraf 0 styrker"],
      ["–", "ikke leveret"],
      ["2", "2 fund, heraf 1 styrke"]
    ]);
  });

  it("shows what is hidden as hidden, beside what is shown and where nothing is", () => {
    const {rows, notes} = model(area);
    const last = (theme: string) => rows.find(({label}) => label === theme)!.cells.at(-1)!;
    expect(last("Inklusion")).toMatchObject({count: null, hidden: "skjult", bar: null});
    expect(last("Leg og læringsmiljø")).toMatchObject({count: "1", hidden: "+ skjult"});
    expect(notes.join(" ")).toContain("2 fund er skjult, fordi færre end 5 er hørt");
  });

  it("says how new the findings are, who has any and what is late", () => {
    expect(model(area).notes.map((note) => note.replaceAll("\u00a0", " "))).toEqual([
      "Fyldt: styrke. Åben: opmærksomhedspunkt.",
      "Det nyeste fund er fra 1. oktober 2025.",
      "I 2. halvår 2025 har 2 af 2 institutioner fund.",
      "1. halvår 2025 er forsinket.",
      "2 fund er skjult, fordi færre end 5 er hørt: man ville kunne kende dem igen."
    ]);
    expect(model(area, "en").notes.join(" ")).toMatch(/2025[^.]* is late\./);
  });

  it("is nothing where nothing was found", () => {
    const none = tallyOf([], []);
    expect(findingCountsModel({language: "da", unit: area, units: new Map(), tally: none, coverage})).toBeNull();
  });
});

describe("GET /enheder/:id", () => {
  let served: Served;
  let page: Page;
  openInBrowser(serveFixture, async (opened, browser) => {
    served = opened;
    page = await browser.newPage();
  });

  it("has the counts over time and the findings in words, and never a hidden one's words", async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${served.origin}/enheder/751014`);
    const rows = await page.$$eval(".finding-counts__table tbody tr", (all) =>
      all.map((each) => [...each.children].map((cell) => cell.textContent!.replace(/\s+/g, " ").trim()))
    );
    expect(rows).toContainEqual(["Inklusion", "0", "skjult"]);
    expect(rows).toContainEqual(["Relationer og fællesskab", "1 (1 fund, heraf 1 styrke)", "0"]);
    expect(await page.$$eval(".finding", (all) => all.length)).toBe(3);
    expect(await page.$eval("#fund ~ .actions a", (each) => each.getAttribute("href"))).toBe("/fund/nyt?enhed=751014");
    await page.goto(`${served.origin}/enheder/746`);
    expect(await page.$(".finding-counts")).toBeNull();
  });
});
