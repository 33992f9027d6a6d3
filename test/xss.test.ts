import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {charts} from "../dashboards/charts/index.ts";
import {escapeText} from "../dashboards/charts/pen.ts";
import {figureSvg} from "../dashboards/figure-svg.ts";
import {packageFacts, plansOf, readMunicipality} from "../jobs/package-facts.ts";
import type {Manifest} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {openRelease} from "../queries/release.ts";
import {closeCharts, drawChart} from "../templates/chart.ts";
import {reportOf} from "../templates/context/report.ts";
import {mailOf} from "../templates/mail.ts";
import {openPrinter} from "../templates/pdf.ts";
import {UnfitPdf} from "../templates/pdf-check.ts";
import {reports} from "../templates/reports/index.ts";
import {comparisonRows, lookOf} from "./chart-samples.ts";
import {readPdfAsReader} from "./pdf-reader.ts";
import {payloads} from "./xss-payloads.ts";
import {delivery, findingUnits, nameOf, openXssStage, together, type XssStage} from "./xss-stage.ts";

const [fours, tens] = [together(4), together(10)];
let stage: XssStage;
let {served, registry, page, effectsHere, shownOf, written} = {} as XssStage;
beforeAll(async () => {
  stage = await openXssStage();
  ({served, registry, page, effectsHere, shownOf, written} = stage);
}, 60_000);
afterAll(async () => {
  closeCharts();
  await stage?.close();
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
    expect(found).toBeGreaterThanOrEqual(2 * findingUnits.length);
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
    await effectsHere();
  });
});

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
