import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {read as readWorkbook} from "@e965/xlsx";
import type {Browser, Page} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {charts} from "../dashboards/charts/index.ts";
import {escapeText} from "../dashboards/charts/pen.ts";
import {figureSvg} from "../dashboards/figure-svg.ts";
import {packageFacts, plansOf, readMunicipality} from "../jobs/package-facts.ts";
import {safeCell} from "../jobs/quarantine.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {storesOf} from "../queries/config.ts";
import type {Manifest, Observation} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {writePart} from "../queries/registry/conversation-parts.ts";
import {ensureConversation} from "../queries/registry/conversations.ts";
import {writeObservation} from "../queries/registry/observations.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import type {ValidationReport} from "../queries/registry/reports.ts";
import {openRelease} from "../queries/release.ts";
import {closeCharts, drawChart} from "../templates/chart.ts";
import {reportOf} from "../templates/context/report.ts";
import {csvOf} from "../templates/export/csv.ts";
import {observationsTable} from "../templates/export/export-tables.ts";
import {xlsxOf} from "../templates/export/xlsx.ts";
import {mailOf} from "../templates/mail.ts";
import {openPrinter} from "../templates/pdf.ts";
import {UnfitPdf} from "../templates/pdf-check.ts";
import {reports} from "../templates/reports/index.ts";
import {comparisonRows, lookOf} from "./chart-samples.ts";
import {type FixtureObservation, fixtureObservations, fixtureUnits} from "./fixture-units.ts";
import {readPdfAsReader} from "./pdf-reader.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {serve} from "./server-fixture.ts";
import {openWebBrowser} from "./web-browser.ts";
import {formulaTexts, payloads} from "./xss-payloads.ts";

const delivery = "d".repeat(64);
const findingUnits = fixtureUnits.filter(({kind}) => /school|daycare|leisure/.test(kind)).map(({id}) => id);
const together = (many: number) =>
  payloads.flatMap((_, index) => (index % many ? [] : [payloads.slice(index, index + many).join(" ")]));
const [fours, tens] = [together(4), together(10)];
const perUnit = Math.ceil(payloads.length / fixtureUnits.length);
const nameOf = (unit: {readonly id: string}) => {
  const at = fixtureUnits.findIndex(({id}) => id === unit.id) * perUnit;
  return payloads.slice(at, at + perUnit).join(" ");
};
let served: Awaited<ReturnType<typeof serve>>;
let registry: Registry;
let browser: Browser;
let page: Page;
let effects: string[] = [];
let written = "";

beforeAll(async () => {
  const {dataDir} = await writeReleaseFixture({
    indicators: (await readCatalogue()).indicators,
    nameOf,
    observations: payloads.map((finding) => ({
      ...(fixtureObservations[0] as FixtureObservation),
      finding,
      quote: finding
    }))
  });
  registry = await openRegistry(storesOf(dataDir).registry);
  await fill(registry);
  [served, browser] = await Promise.all([serve(dataDir, registry), openWebBrowser()]);
  page = await openWatched(browser);
}, 60_000);
afterAll(async () => {
  closeCharts();
  await browser?.close();
  await served?.close();
  await registry?.destroy();
});

describe("200 payloads, in a browser without a content security policy", () => {
  it("are 200, and the watch sees what acts", async () => {
    expect(new Set(payloads).size).toBe(200);
    await page.goto(`${served.origin}/om`);
    await page.setContent(`<p>${payloads.join("</p><p>")}</p>`);
    expect((await effectsHere()).length).toBeGreaterThan(5);
  });

  it("are words as names of units, on pages, in charts and in the search", async () => {
    const paths = ["/enheder/751", "/enheder/751014", "/enheder/751014-7A", "/noegletal/school-absence?kommune=751"];
    const more = [
      "/sammenlign?enhed=751014",
      "/institutioner/751",
      "/?q=xss",
      "/datakvalitet",
      "/tal/school-absence/751014/2025-H2"
    ];
    for (const path of [...paths, ...more, "/aarshjul?kommune=751"]) {
      await page.goto(served.origin + path);
      expect([path, await effectsHere()]).toEqual([path, []]);
    }
    for (const id of ["751", "751014", "751-O1"]) {
      await page.goto(`${served.origin}/enheder/${id}`);
      expect([id, await shownOf([nameOf({id})])]).toEqual([id, 1]);
    }
  });

  it("are words as findings and as agreements", async () => {
    let found = 0;
    for (const unit of findingUnits) {
      await page.goto(`${served.origin}/enheder/${unit}?kvalitet=findings`);
      expect([unit, await effectsHere()]).toEqual([unit, []]);
      found += await shownOf(fours);
    }
    expect(found).toBeGreaterThan(2 * findingUnits.length);
    await page.goto(`${served.origin}/aftaler`);
    expect([await effectsHere(), await shownOf(payloads)]).toEqual([[], 200]);
  });

  it("are words as what is written in conversations and as findings written here", async () => {
    const conversation = "/samtale/751014/2025-H2/learning";
    for (const path of [conversation, `${conversation}/historik`]) {
      await page.goto(served.origin + path);
      expect([path, await effectsHere(), await shownOf(payloads)]).toEqual([path, [], 200]);
    }
    for (const path of ["/samtaler", "/fund", `/fund/${written}`]) {
      await page.goto(served.origin + path);
      expect([path, await effectsHere()]).toEqual([path, []]);
    }
    expect(await shownOf([tens[0]!])).toBe(1);
  });

  it("are words in addresses and forms that cannot be used", async () => {
    const pairs = payloads.flatMap((payload, index) => (index % 2 ? [`${payloads[index - 1]} ${payload}`] : []));
    const asked = (path: string) => Promise.all(pairs.map((text) => textOf(path + encodeURIComponent(text))));
    const reports = tens.map((text) => {
      const form = {tal: "/tal/pupils/751014/2025-H2", tekst: `010203-1234 ${text}`, kontakt: text};
      return textOf("/fejl", {method: "POST", headers: {origin: served.origin}, body: new URLSearchParams(form)});
    });
    const kinds = [
      await asked("/enheder/"),
      await asked("/pakker?periode="),
      await asked("/?q="),
      await Promise.all(reports)
    ];
    for (const [kind, texts] of kinds.entries()) {
      await page.setContent(`<!doctype html>${texts.map(bodyOf).join("")}`);
      expect([kind, await effectsHere()]).toEqual([kind, []]);
      if (kind >= 2) expect([kind, await shownOf(payloads)]).toEqual([kind, 200]);
    }
  });

  it("are words as names of delivered files and in their reports", async () => {
    for (const path of ["/leverancer", `/leverancer/${delivery}`]) {
      await page.goto(served.origin + path);
      expect([path, await effectsHere()]).toEqual([path, []]);
    }
    expect(await shownOf(payloads)).toBe(200);
  });

  it("are words in drawings", async () => {
    const [row, ...rest] = comparisonRows();
    const picture = {wide: {width: 400, height: 190}} as never as Parameters<typeof figureSvg>[0];
    const drawn = payloads.map((name) => {
      const svg = () => drawChart(charts.comparison, [{...row!, name}, ...rest], lookOf(400, 190));
      const figure = {...picture, title: name, alt: name, finding: name, wide: {...picture.wide, svg}};
      return figureSvg(figure, {lines: [name]});
    });
    await page.setContent(`<!doctype html>${drawn.join("")}`);
    expect([await effectsHere(), await shownOf(payloads)]).toEqual([[], 200]);
  });

  it("are words in mails", async () => {
    const manifest = {
      ...{issue: "2025-H2-751014-leader-da-1", definition: "leader", period: "2025-H2" as PeriodId, language: "da"},
      ...{demonstration: true, checksum: "c".repeat(64), replaces: payloads[5]!, unitName: nameOf({id: "751014"})}
    } as unknown as Manifest;
    const facts = {manifest, correction: payloads.join(" "), recipientName: payloads.join(" "), attached: true};
    const {html} = mailOf({...facts, sentences: payloads, baseUrl: "https://tal.kommune.dk"});
    await page.setContent(html);
    expect([await effectsHere(), await shownOf(payloads)]).toEqual([[], 200]);
  });

  it("are words in a package, on a screen and on paper", async () => {
    const reader = await openRelease(served.dataDir);
    const period = "2025-H2" as PeriodId;
    const home = [...reader.units.values()].find(({id}) => id === "751")!;
    const given = await readMunicipality(reader, registry, home, period);
    const issue = {
      id: "i-1",
      release: "r0",
      checksum: "c".repeat(64),
      replaces: null,
      erratum: null,
      demonstration: true
    };
    const printer = await openPrinter({browserPath: null, workers: 1});
    const {origin, hits, close} = await openTrap();
    for (const [unit, definition] of [
      ["751014", "leader"],
      ["751", "municipality"]
    ] as const) {
      const [plan] = plansOf(given, {unit, definition, language: "da"});
      const report = reportOf(packageFacts(given, plan!, issue), drawChart);
      const html = reports[definition].render(report).replaceAll("//xss.invalid", origin);
      await page.setContent(html);
      expect([unit, await effectsHere()]).toEqual([unit, []]);
      const title = report.title.replaceAll("//xss.invalid", origin);
      // Such names need not come out as a document that the printer calls fit; nothing may come of them either way.
      await printer
        .print(html, {title, language: "da"})
        .catch((error: unknown) => expect(error).toBeInstanceOf(UnfitPdf));
    }
    const words = payloads.map((text) => `<li>${escapeText(text.replaceAll("//xss.invalid", origin))}</li>`).join("");
    const list = `<!doctype html><html lang="da"><head><title>Ord</title></head><body><h1>Ord</h1><ul>${words}</ul></body></html>`;
    const {pages} = await readPdfAsReader(await printer.print(list, {title: "Ord", language: "da"}));
    expect(pages.join("").match(/onerror=xss\(3\)>/g)).toHaveLength(10);
    await Promise.all([printer.close(), reader.close(), close()]);
    expect(hits).toEqual([]);
  });
});

describe("the trap page", () => {
  const kinds = [
    "stylesheet",
    "import",
    "prefetch",
    "image",
    "svg",
    "frame",
    "embed",
    "background",
    "font",
    "video",
    "refresh",
    "script"
  ];
  const trap = (at: (kind: string) => string) =>
    `<!doctype html><html lang="da"><head><title>Fælde</title><link rel=stylesheet href="${at("stylesheet")}">
    <link rel=prefetch href="${at("prefetch")}"><style>@import url(${at("import")});h1{background:url(${at("background")})}
    @font-face{font-family:F;src:url(${at("font")})}h1{font-family:F}</style></head><body><h1>Fælde</h1>
    <img src="${at("image")}"><svg><image href="${at("svg")}" width="9" height="9"/></svg><iframe src="${at("frame")}"></iframe>
    <embed src="${at("embed")}"><video src="${at("video")}"></video><iframe src="file:///etc/passwd"></iframe>
    <script>fetch("${at("script")}")</script><meta http-equiv=refresh content="0;url=${at("refresh")}"></body></html>`;

  it("gets out of an ordinary browser in all twelve ways, and of the printer in none", async () => {
    const {origin, hits, close} = await openTrap();
    const html = trap((kind) => `http:${origin}/${kind}`);
    await page.setContent(html).catch(() => null);
    await expect.poll(() => kinds.filter((kind) => hits.includes(`/${kind}`)).length, {timeout: 5000}).toBe(12);
    hits.length = 0;
    const printer = await openPrinter({browserPath: null, workers: 1});
    const printed = await printer.print(html, {title: "Fælde", language: "da"}).catch(() => null);
    await new Promise((later) => setTimeout(later, 500));
    await Promise.all([printer.close(), close()]);
    expect(hits).toEqual([]);
    if (printed) expect((await readPdfAsReader(printed)).pages.join("")).not.toContain("root:");
    effects = [];
  });
});

describe("1,000 formulas", () => {
  const observation = {
    unit: "751014",
    period: "2025-H2",
    observedOn: "2025-11-03",
    count: 5,
    quote: null
  } as unknown as Observation;
  const made = observationsTable(
    formulaTexts.map((finding) => ({...observation, finding})),
    {unitNames: new Map([["751014", "=1+1"]]), language: "da"}
  );
  const isFormula = (text: string) => /^[=+@\t\r\n\0＝＋－＠]/.test(text) || /^-(?![\d.,]+$)/.test(text);

  it("are texts in CSV, in rejected rows too", () => {
    expect(new Set(formulaTexts).size).toBe(1000);
    const cells = cellsOf(Buffer.from(csvOf(made)).toString("utf8").slice(1));
    expect(cells.length).toBeGreaterThan(8000);
    expect(cells.filter(isFormula)).toEqual([]);
    expect(formulaTexts.map(safeCell).flatMap(cellsOf).filter(isFormula)).toEqual([]);
  });
  it("are texts in a workbook", () => {
    const book = readWorkbook(xlsxOf(made, new Map([["=1+1", "=1+1"]]), "Om"), {cellFormula: true});
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as {t?: string; f?: string}[]);
    expect(cells.filter(({f}) => f !== undefined)).toEqual([]);
    expect(cells.filter(({t}) => t === "s").length).toBeGreaterThan(1000);
  });
});

async function openWatched(opened: Browser): Promise<Page> {
  const watched = await opened.newPage();
  await watched.setBypassCSP(true);
  await watched.exposeFunction("xss", (what: unknown) => void effects.push(`ran ${what}`));
  watched.on("dialog", (dialog) => {
    effects.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  watched.on("request", (request) => {
    const url = request.url();
    if (!/^(?:data:|about:|blob:)/.test(url) && !url.startsWith(served.origin)) effects.push(`request ${url}`);
  });
  watched.on("pageerror", (error) => effects.push(`error ${error}`));
  return watched;
}

/** What has happened since it was last asked, and what stands in the page that no template of ours writes. */
async function effectsHere(): Promise<readonly string[]> {
  const nodes = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      element.id === "xss" ||
      /^(?:iframe|object|embed|base|math|video|source)$/.test(element.localName) ||
      [...element.attributes].some(
        ({name, value}) =>
          name.startsWith("on") ||
          (/^(?:src|href|action|data|content)$/.test(name) && /^\s*javascript:|^(?:https?:)?\/\/xss|^x$/.test(value))
      )
        ? [element.outerHTML.slice(0, 200)]
        : []
    )
  );
  const seen = [...effects, ...nodes];
  effects = [];
  return seen;
}

/** How many of the texts stand in the page as they were written. */
async function shownOf(texts: readonly string[]): Promise<number> {
  const shown = await page.evaluate(() => document.documentElement.textContent ?? "");
  const fold = (text: string) => text.replaceAll(/\s+/g, "");
  const all = fold(shown);
  return texts.filter((text) => all.includes(fold(text))).length;
}

async function textOf(path: string, init?: RequestInit): Promise<string> {
  return (await fetch(served.origin + path, init)).text();
}

/** The markup of a page without the files it asks for. */
function bodyOf(html: string): string {
  return html.replaceAll(
    /<link rel="[^"]*" href="\/assets[^>]*>|<script src="\/assets[^>]*><\/script>|<script type="module"[^>]*><\/script>/g,
    ""
  );
}

function cellsOf(csv: string): readonly string[] {
  return [...csv.matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""
  );
}

/** A server that counts who comes by. */
async function openTrap() {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const {port} = server.address() as AddressInfo;
  return {origin: `//127.0.0.1:${port}`, hits, close: async () => void server.close()};
}

async function fill(filled: Registry): Promise<void> {
  const agreed = {
    unit: "751014",
    period: "2025-H1",
    indicator: "pupils",
    target: null,
    createdAt: "2025-11-01"
  } as const;
  await insertAgreements(
    filled,
    tens.map((text) => ({...agreed, text, owner: text, due: null, status: "open" as const}))
  );
  const key = {unit: "751014", period: "2025-H2", template: "learning"};
  const step = {actor: "everybody", at: "2026-01-12T08:00:00.000Z", reason: payloads[3]!};
  await filled.transaction().execute(async (transaction) => {
    const {id} = await ensureConversation(transaction, key as Parameters<typeof ensureConversation>[1], {
      by: "x",
      at: step.at
    });
    const part = {conversation: id, part: "participants", base: 0, author: "everybody", at: step.at};
    await writePart(transaction, {...part, text: payloads.join("\n")});
  });
  const {observed_on: observedOn, ...known} = fixtureObservations[0]!;
  for (const finding of tens.toReversed())
    written = await writeObservation(filled, "751", {...known, observedOn, finding, quote: finding}, step);
  const report: ValidationReport = {
    ...{delivery, fileName: payloads[0]!, standard: "absence", mapping: payloads[2]!, status: "rejected", rows: 1},
    ...{municipalities: ["751"], periods: ["2025-H2"], dialect: null, checkedAt: "2026-01-12T08:00:00.000Z"},
    findings: payloads.map((message) => ({rule: "x", severity: "error", message, count: 1, lines: [1]})),
    coverage: payloads.map((local) => ({
      ...{column: local, classification: local},
      met: [{local, code: local, rows: 1}],
      unmet: [{local, rows: 1}]
    })),
    question: {text: payloads.join(" "), option: "--standard", choices: payloads}
  };
  await filled
    .insertInto("deliveries")
    .values(
      payloads.map((file_name, index) => ({
        ...{id: index === 0 ? delivery : index.toString(16).padStart(64, "0"), file_name, sha256: delivery},
        ...{standard: "absence", mapping: null, status: "rejected" as const, rows: 1, sequence: 0},
        ...{received_at: "2026-01-12T08:00:00.000Z", report: JSON.stringify(report)}
      }))
    )
    .execute();
}
