import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {charts} from "../dashboards/charts/index.ts";
import {drawChart, withAlt} from "../templates/chart.ts";
import {forPaper} from "../templates/paper.ts";
import {paperStyle} from "../templates/paper-font.ts";
import {openPrinter, type Printer} from "../templates/pdf.ts";
import {contentOf, markContent} from "../templates/pdf-artifacts.ts";
import {findAccidents} from "../templates/pdf-check.ts";
import {pageCount} from "../templates/pdf-objects.ts";
import {comparisonRows, lookOf, trendRows} from "./chart-samples.ts";
import {readPdfAsReader} from "./pdf-reader.ts";

const meta = {
  title: "Datapakke: Skovvangskolen",
  language: "da",
  author: "Aarhus Kommune",
  footer: "2. halvår 2025"
} as const;

const titled = (title: string) => ({...meta, title});

function documentOf(body: string): string {
  return (
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Datapakke – Skovvangskolen</title>' +
    '<style data-screen>@font-face{font-family:"IBM Plex Sans";src:url(data:,)}</style>' +
    '<style>@page{size:A4;margin:18mm}body{font-family:"IBM Plex Sans"}h1,h2,th{font-weight:600}</style></head>' +
    `<body>${body}</body></html>`
  );
}

const sample = documentOf(
  "<h1>Datapakke <span>Skovvangskolen</span></h1><p>Fravær <strong>6,8 pct.</strong> æøåÆØÅ</p><h2>Figur</h2>" +
    `<figure role="presentation">${withAlt(drawChart(charts.trend, trendRows(), lookOf(400, 190)), "Kurve: fravær fra 5,9 til 6,8 pct.")}</figure>` +
    `<figure role="presentation">${withAlt(drawChart(charts.comparison, comparisonRows(), lookOf(240, 190)), 'Punkter: "skolen" & kommunen')}</figure>` +
    '<table><thead><tr><th scope="col">Enhed</th><th scope="col">Værdi</th></tr></thead>' +
    '<tbody><tr><th scope="row">Skolen</th><td>6,8 pct.</td></tr></tbody></table>'
);

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({browserPath: null, workers: 2});
});
afterAll(() => printer.close());

describe("Printer.print(html, meta)", () => {
  it("gives equal bytes for an equal document, also from another page of the browser", async () => {
    const [first, second] = await Promise.all([printer.print(sample, meta), printer.print(sample, meta)]);
    const third = await printer.print(sample, meta);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Buffer.compare(first, third)).toBe(0);
  });

  it("is read by another program: text, tags, alternative texts, outline, language, title", async () => {
    const bytes = await printer.print(sample, meta);
    const {pages, elements, info, part, outline} = await readPdfAsReader(bytes);
    expect(pageCount(bytes)).toBe(pages.length);
    expect(pages.join(" ")).toContain("Fravær 6,8 pct. æøåÆØÅ");
    expect(pages.join(" ")).toContain("skjult");
    expect(pages[0]).toContain("Side 1 af 1");
    expect(pages[0]).toContain("2. halvår 2025");
    expect(elements.filter(({alt}) => alt).map(({alt}) => alt)).toEqual([
      "Kurve: fravær fra 5,9 til 6,8 pct.",
      'Punkter: "skolen" & kommunen'
    ]);
    const roles = new Set(elements.map(({role}) => role));
    for (const role of ["Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure"])
      expect(roles).toContain(role);
    expect(outline).toEqual(["Datapakke Skovvangskolen"]);
    expect(info).toMatchObject({Title: meta.title, Author: meta.author, Language: "da", PDFFormatVersion: "1.7"});
    expect(part).toBe("1");
  });

  it("writes words whole where letters are not drawn nearer", async () => {
    const letters = "minimum".repeat(3);
    const bytes = Buffer.from(await printer.print(documentOf(`<h1>Breve</h1><p>${letters}</p>`), titled("Breve")));
    const contents = [
      ...bytes.toString("latin1").matchAll(/<<\/Filter \/FlateDecode\s+\/Length (\d+)>> stream\n/g)
    ].map(
      ({0: head, index}) =>
        ({number: 0, kind: "stream", bytes: bytes.subarray(index, index + head.length + 9_000)}) as const
    );
    expect(contents.map(contentOf).join("\n")).toMatch(/^(?:\S+ \S+ Td )?<[0-9A-F]{84}> Tj$/m);
  });

  it("prints pictures that stand in the document, each with its words", async () => {
    const source =
      "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>";
    const html = documentOf(`<h1>Billede</h1><img alt="En sort firkant på ni gange ni" src="${source}">`);
    const {elements} = await readPdfAsReader(await printer.print(html, titled("Billede")));
    expect(elements).toContainEqual({role: "Figure", alt: "En sort firkant på ni gange ni"});
  });

  it("leaves out pictographs, which its fonts do not have, and refuses other letters that they lack", async () => {
    const said = (quote: string) =>
      printer.print(documentOf(`<h1>Citat</h1><p>Godt\u{1f44d}\u{1f3fd} ${quote}</p>`), titled("Citat"));
    const {pages} = await readPdfAsReader(await said("gået ❤\ufe0f ↑"));
    expect(pages[0]).toContain("Godt gået ↑");
    await expect(said("\u0628\u0631")).rejects.toThrow("not fit to be sent: the text is");
  });

  it("prints as many at a time as asked for and keeps their order apart", async () => {
    const numbers = Array.from({length: 6}, (_, index) => index);
    const files = await Promise.all(
      numbers.map((number) => {
        const title = `Pakke nummer ${number}`;
        return printer.print(documentOf(`<h1>${title}</h1>`), titled(title));
      })
    );
    for (const number of numbers) {
      const {pages} = await readPdfAsReader(files[number] as Uint8Array);
      expect(pages.join("")).toContain(`Pakke nummer ${number}`);
    }
  });

  it("refuses a document with an accident in its text", async () =>
    expect(printer.print(documentOf("<h1>Fravær NaN pct.</h1>"), meta)).rejects.toThrow('"NaN" in the text'));

  it("refuses a document without content", async () =>
    expect(printer.print(documentOf(""), meta)).rejects.toThrow(/not tagged;.*no outline/));

  it("lets nothing out: no request, no script, no file", async () => {
    const hits: string[] = [];
    const server = createServer((request, response) => {
      hits.push(request.url ?? "");
      response.end("FREMMED");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const at = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
    const traps =
      `<link rel="stylesheet" href="${at("style")}">` +
      `<link rel="prefetch" href="${at("prefetch")}"><link rel="preload" as="image" href="${at("preload")}">` +
      `<style>@import url(${at("import")});p{background:url(${at("background")})}` +
      `@font-face{font-family:F;src:url(${at("font")})}p{font-family:F}</style><h1>Fælde</h1><p>tekst</p>` +
      `<img src="${at("image")}">` +
      `<svg><image href="${at("svg")}" width="9" height="9"/><use href="${at("use")}#a"/></svg>` +
      `<script>fetch("${at("script")}");document.body.append("KØRT")</script>`;
    const embedded =
      `<iframe src="${at("frame")}"></iframe><object data="${at("object")}"></object>` +
      `<embed src="${at("embed")}"><video src="${at("video")}" poster="${at("poster")}"></video>` +
      '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>';
    const {pages} = await readPdfAsReader(await printer.print(documentOf(traps), titled("Fælde")));
    await expect(printer.print(documentOf(traps + embedded), titled("Fælde"))).rejects.toThrow("not fit to be sent");
    const refresh = `<meta http-equiv="refresh" content="0;url=${at("refresh")}"><h1>Flyttet</h1>`;
    await printer.print(documentOf(refresh), titled("Flyttet")).catch(() => null);
    await new Promise((later) => setTimeout(later, 300));
    server.close();
    expect(hits).toEqual([]);
    expect(pages.join(" ")).not.toMatch(/FREMMED|KØRT|root:/);
    expect(pages.join(" ")).toContain("Fælde");
    const next = await readPdfAsReader(await printer.print(sample, meta));
    expect(next.pages.join(" ")).toContain("Fravær");
  });
});

describe("forPaper(html, footer)", () => {
  const paper = forPaper(sample, {text: 'a "b" </style>', language: "en"});
  it("drops what is for the screen", () => expect(paper).not.toContain("@font-face"));
  it("leaves named drawings inline, where their text reaches the PDF", () =>
    expect(paper.match(/<svg class="chart"[^>]*role="img" aria-label="/g)).toHaveLength(2));
  it("adds page numbers in the language and lets no text end the style", () => {
    expect(paper).toContain('"Page " counter(page) " of " counter(pages)');
    expect(paper).not.toContain("b </style>");
  });
});

describe("paperStyle(css)", () => {
  it("gives sizes in quarters of a pixel for letters in 1024ths, and keeps the height of lines", () =>
    expect(paperStyle('a{font:400 9.5pt/1.5 "IBM Plex Sans"}b{font-size:8pt;line-height:1.28;padding:2pt}')).toBe(
      'a{font:400 13px/1.46484375 "Aarshjul Sans"}b{font-size:11px;line-height:1.25;padding:2pt}'
    ));
});

describe("markContent(content)", () => {
  const content = ["q", "0 0 5 5 re", "W* n", "BT", "/F4 9 Tf", "<00> Tj", "ET", "0 1 2 1 re", "f", "Q"].join("\n");
  const {text} = markContent(content);
  it("wraps text and rules, and leaves clips and states alone", () =>
    expect(text.split("\n")).toEqual([
      ..."q|0 0 5 5 re|W* n|/Artifact BMC|BT|/F4 9 Tf|<00> Tj|ET|EMC".split("|"),
      ..."/Artifact BMC|0 1 2 1 re|f|EMC|Q".split("|")
    ]));
  it("leaves what is marked as it stands, also its own work", () =>
    expect(markContent(text)).toEqual({text, decorations: []}));
  it("takes the marks of borders, which are no content, and leaves those of figures", () => {
    const border = ["/LI <</MCID 2 >>BDC", "0 0 9 1 re", "f", "EMC"];
    const figure = ["/Figure <</MCID 3 >>BDC", "0 0 9 1 re", "f", "EMC"];
    expect(markContent([...border, ...figure].join("\n"))).toEqual({
      text: ["/Artifact BMC", ...border.slice(1), ...figure].join("\n"),
      decorations: [2]
    });
  });
});

describe("findAccidents(html)", () => {
  it("looks in text and alternative texts, not in styles and other attributes", () => {
    expect(findAccidents("<p>6,8 undefined</p>")).toHaveLength(1);
    expect(findAccidents('<img alt="null pct.">')).toHaveLength(1);
    expect(findAccidents("<p>{{navn}}</p>")).toHaveLength(1);
    expect(findAccidents('<style>.null{}</style><p class="undefined">nullermænd</p>')).toEqual([]);
  });
});
