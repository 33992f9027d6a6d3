import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {charts} from "../dashboards/charts/index.ts";
import {findBrowser, launchBrowser} from "../templates/browser.ts";
import {drawChart, withAlt} from "../templates/chart.ts";
import {completePdf} from "../templates/pdf.ts";
import {findFaults} from "../templates/pdf-check.ts";
import {type PdfFile, type PdfObject, readPdf} from "../templates/pdf-objects.ts";
import {lookOf, trendRows} from "./chart-samples.ts";

const chart = withAlt(drawChart(charts.trend, trendRows(), lookOf(400, 190)), "Kurve: fravær fra 5,9 til 6,8 pct.");
const html =
  '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Pakke</title>' +
  '<style>body{font-family:"Aarshjul Sans"}li{border-top:1px solid red}h2{break-before:page}</style></head><body>' +
  "<h1>Skolen <span>Lederens udgave</span></h1><p>Fravær <strong>6,8 pct.</strong> af alle</p>" +
  `<h2>Tal</h2><h3>Figur</h3><figure role="presentation">${chart}</figure>` +
  "<table><caption>Tabel</caption><thead><tr><th>Enhed</th><th>Før</th><th>Nu</th></tr></thead><tbody>" +
  '<tr><th scope="row">Skolen</th><td>7,1</td><td>skjult</td></tr>' +
  '<tr><th scope="row">Kommunen</th><td colspan="2">6,2</td></tr></tbody></table>' +
  '<h2>Fund &amp; aftaler</h2><ul><li>Ro i timerne</li><li><p>Flere voksne</p></li></ul><p><a href="https://example.org/a">Læs mere</a></p>' +
  "</body></html>";
const meta = {title: "Skolen: Lederens udgave", language: "da"} as const;

let browser: Browser;
let good: PdfFile;
const printed = async (document: string, title: string): Promise<PdfFile> => {
  const page = await browser.newPage();
  await page.setContent(document);
  const bytes = Buffer.from(await page.pdf({tagged: true, outline: true}));
  await page.close();
  return completePdf(readPdf(bytes), document, {...meta, title});
};
beforeAll(async () => {
  browser = await launchBrowser(await findBrowser(process.env.BROWSER_PATH ?? null));
  good = await printed(html, meta.title);
});
afterAll(() => browser.close());

/** The file with the first object that holds `what` changed; throws where nothing holds it. */
function changed(what: string | RegExp, to: string): PdfFile {
  let done = false;
  const objects = good.objects.map((one): PdfObject => {
    if (done || one.kind === "stream") return one;
    const text = one.text.replace(what, () => to);
    done = text !== one.text;
    return {...one, text};
  });
  if (!done) throw new Error(`nothing holds ${what}`);
  return {...good, objects};
}

function withStream(what: string, to: string): PdfFile {
  const objects = good.objects.map((one): PdfObject => {
    if (one.kind !== "stream" || !one.bytes.includes(what)) return one;
    return {...one, bytes: Buffer.from(one.bytes.toString("utf8").replace(what, to))};
  });
  return {...good, objects};
}

const mutants: readonly (readonly [name: string, mutant: () => PdfFile, fault: string])[] = [
  ["not marked", () => changed("/Marked true", "/Marked false"), "not tagged"],
  ["without language", () => changed(/(?<=DisplayDocTitle true>>\s*)\/Lang \(da\)/, ""), "no language"],
  ["without title", () => changed(/\/Title <FEFF\w+>\n\/Creator/, "/Creator"), "no title"],
  ["another title", () => changed(/\/Title <FEFF/, "/Title <FEFF0041"), "the title is not the first heading"],
  ["file name shown", () => changed("/DisplayDocTitle true", "/DisplayDocTitle false"), "shows its file's name"],
  ["no identifier", () => withStream("<pdfuaid:part>1", "<pdfuaid:part>0"), "no PDF/UA identifier"],
  ["another title in XMP", () => withStream(">Skolen:", ">Skole:"), "another title in XMP"],
  ["no metadata", () => changed(/\/Metadata \d+ 0 R/, ""), "no PDF/UA identifier"],
  ["script", () => changed("/Type /Catalog", "/Type /Catalog /OpenAction 1 0 R"), "holds a script"],
  ["attachment", () => changed("/Type /Catalog", "/Type /Catalog /Names <</EmbeddedFiles 1 0 R>>"), "an attachment"],
  ["mute link", () => changed(/\/Contents <FEFF\w+>/, ""), "a link without words"],
  ["no outline", () => changed(/\/Outlines \d+ 0 R/, ""), "no outline"],
  [
    "outline renamed",
    () => changed(/\/Title <FEFF(?=\w+>\n\/Dest)/, "/Title <FEFF0041"),
    "the outline is not the headings"
  ],
  ["outline cut", () => changed(/\/Next \d+ 0 R/, ""), "the outline is not the headings"],
  ["no first heading", () => changed("/S /H1", "/S /P"), "not one first heading"],
  ["two first headings", () => changed("/S /H2", "/S /H1"), "not one first heading"],
  ["level skipped", () => changed("/S /H2", "/S /H4"), "a level of headings is skipped"],
  ["figure without words", () => changed(/\/Alt <FEFF\w+>/, "/Alt <FEFF00410042>"), "a figure without words"],
  ["figure without alternative", () => changed(/\/Alt <FEFF\w+>\n/, ""), "a figure without words"],
  ["no scope", () => changed("/Scope /Column", "/Other /Column"), "a table heading without scope"],
  ["no headers", () => changed(/\/Headers \[[^\]]*\]/, "/Headers []"), "a cell without headings"],
  ["wrong headers", () => changed(/\/Headers \[\(n\d+\)/, "/Headers [(n999999)"), "headings that are not there"],
  ["wider row", () => changed("/ColSpan 2", "/ColSpan 3"), "rows of unequal width"],
  ["longer cell", () => changed("/ColSpan 2", "/RowSpan 2"), "rows of unequal width"],
  ["unknown role", () => changed("/S /Strong", "/S /Loud"), "an unknown role: Loud"],
  ["role not mapped", () => changed("/Strong /Span", "/Strong /Fat"), "an unknown role: Strong"],
  ["cell outside a row", () => changed("/S /TR", "/S /Div"), "Div in Table"],
  ["item without body", () => changed("/S /LBody", "/S /P"), "P in LI"],
  ["wrong parent", () => changed(/\/S \/TD\n\/P \d+/, "/S /TD\n/P 1"), "an element that its parent does not know"],
  [
    "unmarked painting",
    () => changed("/Artifact BMC", "/Artifact BMC\nEMC\n0 0 9 9 re\nf\n/Artifact BMC"),
    "a painting outside every mark"
  ],
  ["unmarked text", () => changed(/BT\n(?=[\s\S]*EMC)/, "EMC\nBT\n"), "marks that do not end"],
  ["mark of no element", () => changed(/MCID \d+ >>BDC/, "MCID 999 >>BDC"), "content of no element"],
  ["lost content", () => changed(/\/NonStruct <<\/MCID \d+ >>BDC/, "/Artifact BMC"), "content is not there"],
  ["parent tree astray", () => changed(/^\[(?:null |\d+ 0 R )*\d+ 0 R\]$/, "[null]"), "its element does not know"],
  ["font not embedded", () => changed(/\/FontFile2 \d+ 0 R/, ""), "a font is not embedded"],
  ["font without letters", () => changed(/\/ToUnicode \d+ 0 R/, ""), "a font does not tell its letters"],
  ["letter changed", () => changed(/<([0-9A-Fa-f]{4})([0-9A-Fa-f]+)> Tj(?=[\s\S]*Tj)/, "<0000> Tj"), ""]
];

describe("findFaults(file, html)", () => {
  it("finds nothing to say of a whole file", () => expect(findFaults(good, html)).toEqual([]));
  it.each(mutants)("finds the mutant: %s", (_, mutant, fault) => {
    const faults = findFaults(mutant(), html);
    expect(faults.join("; ")).toContain(fault);
    expect(faults).not.toEqual([]);
  });
  it("finds a figure that is not printed, and one that should not be", () => {
    expect(findFaults(good, html.replace("6,8 pct.", "6,9 pct.")).join()).toContain("the text is “");
    expect(findFaults(good, html.replace("7,1", "skjult")).join()).toContain("and not “");
    expect(findFaults(good, html.replace("skjult", "3"))).toHaveLength(1);
  });
  it("finds a letter that the fonts do not have", async () => {
    const strange = html.replace("Ro i timerne", "Ro \u0645\u{10330} i timerne");
    expect(findFaults(await printed(strange, meta.title), strange)).not.toEqual([]);
  });
  it("names everything that is missing from a file without anything", () =>
    expect(findFaults({objects: [{number: 1, kind: "plain", text: "<<>>"}], root: 1, info: 1})).toEqual(
      expect.arrayContaining([
        "not tagged",
        "no language",
        "no title",
        "no outline",
        "no text",
        "not one first heading"
      ])
    ));
});
