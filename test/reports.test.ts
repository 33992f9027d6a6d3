import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {monthsBetween} from "../dashboards/freshness.ts";
import {type MunicipalityFacts, packageFacts, plansOf, readMunicipality} from "../jobs/package-facts.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {storesOf} from "../queries/config.ts";
import type {DisclosedFact, Language} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {openRelease, type ReleaseReader} from "../queries/release.ts";
import {closeCharts, drawChart} from "../templates/chart.ts";
import type {FactIndex, PackageFacts} from "../templates/context/facts.ts";
import {municipalityName, reportOf} from "../templates/context/report.ts";
import {forPaper} from "../templates/paper.ts";
import {reports} from "../templates/reports/index.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {openWebBrowser} from "./web-browser.ts";

const period = "2025-H2" as PeriodId;
const issue = {id: "i-1", release: "r0", checksum: "c".repeat(64), replaces: null, erratum: null, demonstration: true};
let dataDir: string;
let reader: ReleaseReader;
let registry: Registry;
let given: MunicipalityFacts;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-reports-"));
  await writeReleaseFixture({dataDir, indicators: (await readCatalogue()).indicators});
  reader = await openRelease(dataDir);
  registry = await openRegistry(storesOf(dataDir).registry);
  given = await readMunicipality(reader, registry, [...reader.units.values()].find(({id}) => id === "751")!, period);
}, 60_000);
afterAll(async () => {
  closeCharts();
  await reader.close();
  await registry.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

function factsOf(unit: string, definition: string, language: Language = "da"): PackageFacts {
  const [plan] = plansOf(given, {unit, definition, language});
  return packageFacts(given, plan!, issue);
}
const reportFor = (unit: string, definition: string, language?: Language) =>
  reportOf(factsOf(unit, definition, language), drawChart);
const htmlFor = (unit: string, definition: string, language?: Language) =>
  reports[definition as keyof typeof reports].render(reportFor(unit, definition, language));

const editions = [
  ["751014", "leader"],
  ["G75101", "leader"],
  ["F75101", "leader"],
  ["751-O1", "area"],
  ["751", "municipality"],
  ["751", "councillor"]
] as const;

describe("render(report)", () => {
  it.each(editions)("%s %s: one h1, no skipped level, scoped headers, named figures", (unit, definition) => {
    const html = htmlFor(unit, definition);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    expect(html.match(/<th(?=[ >])(?![^>]*scope="(?:col|row)")/g)).toBeNull();
    const figures = html.match(/<figure role="presentation">/g)?.length ?? 0;
    const names = [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map((match) => match[1]!);
    expect(names).toHaveLength(figures);
    expect(names.filter((name) => name.length < 20)).toEqual([]);
  });
  it.each(editions)("%s %s: opens without network and without script", (unit, definition) => {
    const html = htmlFor(unit, definition);
    expect(html).not.toMatch(/<script|<link|@import|src="(?!data:)|url\((?!data:)|javascript:/i);
    expect(html).toContain('<html lang="da">');
  });
  it.each(editions)("%s %s: no unfilled, undefined or unformatted value", (unit, definition) => {
    const text = htmlFor(unit, definition)
      .replaceAll(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, "")
      .replaceAll(/<[^>]*>/g, " ");
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\{\{|Infinity/);
    expect(text).not.toMatch(/\d\.\d{4,}/);
  });
  it("says that the data are a demonstration, and is silent about it when they are not", () => {
    expect(htmlFor("751014", "leader")).toContain("Demonstrationsdata");
    const facts = {...factsOf("751014", "leader"), issue: {...issue, demonstration: false}};
    expect(reports.leader.render(reportOf(facts, drawChart))).not.toContain("Demonstrationsdata");
  });
  it("speaks English by option, definitions excepted", () => {
    const html = htmlFor("751014", "leader", "en");
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("What stands out");
    for (const danish of ["Tallet ", "halvår", "skoleåret", "Nabokommuner", "Landet<"]) {
      expect(html.slice(0, html.indexOf(">Definitions<"))).not.toContain(danish);
    }
  });
  it("says in English packages that findings are in Danish, wherever they begin", () => {
    const html = htmlFor("751014", "leader", "en");
    const note = "The findings are in Danish, as they were written.";
    for (const start of ['<ul class="findings">', ">In the findings</h3>\n"]) {
      expect(html).toContain(start);
      for (const [before, after] of html
        .split(start)
        .slice(1)
        .map((text, index) => [html.split(start)[index]!, text]))
        expect(`${before!.slice(-90)}${after!.slice(0, 90)}`).toContain(note);
    }
    expect(htmlFor("751014", "leader")).not.toContain('<p class="small"></p>');
  });
  it("escapes what comes from data", () => {
    const facts = factsOf("751014", "leader");
    const unit = {...facts.unit, name: '<img src=x onerror="1">'};
    expect(reports.leader.render(reportOf({...facts, unit}, drawChart))).not.toContain("<img src=x");
  });
});

/** The paper's width between its margins, in pixels. */
const paperWidth = 658;

describe("render(report) on paper", () => {
  it("is no wider than the paper, since Chromium would make all of it smaller", async () => {
    const browser = await openWebBrowser();
    const page = await browser.newPage();
    await page.setViewport({width: paperWidth, height: 986});
    await page.emulateMediaType("print");
    for (const [unit, definition] of editions) {
      await page.setContent(forPaper(htmlFor(unit, definition), null));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([unit, definition, width]).toEqual([unit, definition, paperWidth]);
    }
    await browser.close();
  });
});

describe("reportOf(given, draw)", () => {
  it("has three chapters of equal rank, each with figures and findings or what is missing", () => {
    const {chapters} = reportFor("751014", "leader");
    expect(chapters.map(({id}) => id)).toEqual(["structure", "process", "result"]);
    const html = htmlFor("751014", "leader");
    for (const {title, findings} of chapters) {
      const chapter = html.slice(html.indexOf(`<h2>${title}</h2>`)).split("</section>")[0]!;
      expect(chapter).toContain("<h3>Tal</h3>");
      expect(chapter).toContain("<h3>Tale</h3>");
      if (findings.length === 0) expect(chapter).toContain("Det mangler, før billedet er helt");
    }
  });
  it("compares every comparable figure with municipality, neighbours, similar and nation, n of N beside", () => {
    const {comparison} = reportFor("751014", "leader");
    expect(comparison!.head.map(({text}) => text)).toEqual([
      "Nøgletal",
      "Skolen",
      "Usikkerhed",
      "Kommunen",
      "Naboer (2)",
      "Lignende (2)",
      "Landet (3)"
    ]);
    expect(comparison!.rows.length).toBeGreaterThan(5);
  });
  it("gives the councillors two to eight figures, each with one question", () => {
    const {figures} = reportFor("751", "councillor");
    expect(figures.length).toBeGreaterThanOrEqual(6);
    expect(figures.length).toBeLessThanOrEqual(8);
    expect(figures.every(({question, charts}) => question.endsWith("?") && charts.length === 1)).toBe(true);
  });
  it("puts an area's institutions on one scale in the order of their names", () => {
    const {spread} = reportFor("751-O1", "area");
    expect(spread.length).toBeGreaterThan(3);
    const {svg} = spread.find(({title}) => title.startsWith("Elevfravær"))!.charts[0]!;
    expect(svg.indexOf("Bøgelundskolen")).toBeLessThan(svg.indexOf("Fjordbakkeskolen"));
  });
  it("says in words that most institutions are hidden, and draws none of them", () => {
    const facts = factsOf("751-O1", "area");
    const title = "Elevfravær, skoler";
    const drawn = reportOf(facts, drawChart).spread.find((each) => each.title === title)!;
    expect(drawn.charts).toHaveLength(1);
    const below = new Set(facts.below.filter(({kind}) => kind === "school").map(({id}) => id as string));
    const hide = (fact: DisclosedFact): DisclosedFact =>
      below.has(fact.unit) && fact.indicator === "school-absence"
        ? {
            ...fact,
            value: null,
            low: null,
            high: null,
            numerator: null,
            denominator: null,
            persons: null,
            blank: "hidden"
          }
        : fact;
    const index = {
      ...facts.facts,
      series: (...asked: Parameters<FactIndex["series"]>) => facts.facts.series(...asked).map(hide)
    };
    const hidden = reportOf({...facts, facts: index}, drawChart).spread.find((each) => each.title === title)!;
    expect(hidden.charts).toEqual([]);
    expect(hidden.sentence).toContain("De fleste tal er skjult, så de er ikke tegnet.");
  });
  it("says that an area's figure has all types of institutions where those beside it are of one", () => {
    const facts = factsOf("751-O1", "area");
    const {spread} = reportOf(facts, drawChart);
    const institutions = ["school", "daycare", "leisure"] as const;
    const wide = [...facts.indicators.values()].filter(
      ({kinds}) => institutions.filter((kind) => kinds.includes(kind)).length > 1
    );
    const told = spread.filter(({sentence}) => sentence.includes("fra området ("));
    expect(told.some(({sentence}) => sentence.includes("(alle typer: "))).toBe(true);
    for (const {title, sentence} of told)
      expect(sentence.includes("(alle typer: "), title).toBe(wide.some((each) => title.startsWith(`${each.title},`)));
  });
  it("shows whom a municipality is compared with, and at what distance", () => {
    const {similar} = reportFor("751", "municipality");
    expect(similar!.table.rows.length).toBeGreaterThan(0);
    expect(similar!.variables.length).toBeGreaterThan(0);
    expect(similar!.neighbours.length).toBeGreaterThan(0);
  });
  it("prints an agreement beside the new value of the figure it aimed at", () => {
    const agreement = {
      id: "a",
      unit: "751014",
      period: "2025-H1",
      indicator: "school-absence",
      text: "Vi ringer hjem.",
      target: 5,
      owner: "Leder",
      due: null,
      status: "open" as const,
      createdAt: "",
      conversation: null,
      direction: null,
      expected: "",
      changedAt: null
    };
    const {agreements} = reportOf({...factsOf("751014", "leader"), agreements: [agreement]}, drawChart);
    expect(agreements[0]!.figure!.before).toMatch(/\(1\. halvår 2025\)$/);
    expect(agreements[0]!.figure!.now).toMatch(/\(2\. halvår 2025\)$/);
  });
  it("says what a package without findings lacks", () => {
    const html = reports.leader.render(reportOf({...factsOf("751014", "leader"), observations: []}, drawChart));
    expect(html).toContain("Den ene halvdel af billedet mangler");
  });
  it("says how many figures are hidden and why, never where", () => {
    const {quality} = reportFor("751-O1", "area");
    expect(quality.hidden).toMatch(/^(Ingen|\d+) af pakkens \d+ tal er skjult\./);
  });
  it("marks the periods in which a series joins merged or split units, and says so under development", () => {
    const facts = factsOf("751014", "leader");
    const joined = (until: string) => {
      const series = (unit: string, indicator: string) =>
        facts.facts.series(unit, indicator).map((fact) => ({...fact, linked: fact.period < until}));
      return reportOf({...facts, facts: {...facts.facts, series}}, drawChart);
    };
    const report = joined("2025");
    expect(report.quality.linked).toContain("føjer enhederne sammen efter andele");
    const {rows, note} = report.development[0]!;
    expect(rows.some(({cells}) => cells.some(({text}) => text.endsWith("*")))).toBe(true);
    expect(note).toMatch(/^\* Tallet føjer/);
    const plain = joined("");
    expect([plain.quality.linked, plain.development[0]!.note]).toEqual([null, undefined]);
  });
  it("tells the age of every figure and when the next is expected", () => {
    const {freshness} = reportFor("751014", "leader");
    const names = freshness.rows.flatMap(({head}) => head.split(" · "));
    expect(names).toContain("Elevfravær");
    expect(freshness.rows.every(({cells}) => cells.length === 4 && cells.every(({text}) => text.length > 0))).toBe(
      true
    );
  });
  it("counts months and names municipalities as they call themselves", () => {
    expect(monthsBetween("2025-06-30", "2025-12-31")).toBe(6);
    expect(monthsBetween("2025-12-31", "2025-06-30")).toBe(0);
    expect(["København", "Bornholm", "Aarhus"].map((name) => municipalityName(name, "da"))).toEqual([
      "Københavns Kommune",
      "Bornholms Regionskommune",
      "Aarhus Kommune"
    ]);
  });
});
