import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {splitAppendix} from "../templates/appendix.ts";
import {openPrinter, type Printer} from "../templates/pdf.ts";
import {readPdfAsReader} from "./pdf-reader.ts";

const meta = {title: "Skovvangskolen", language: "da", footer: "Skovvangskolen · 2. halvår 2025"} as const;

function documentOf(title: string, sections: string): string {
  return (
    `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${title}</title>` +
    '<style>@page{size:A4;margin:18mm}body{font-family:"IBM Plex Sans"}h1,h2,h3,th{font-weight:600}' +
    ".part{break-before:page}</style></head>" +
    `<body class="leader">\n<main>\n<section><h1>${title}</h1><p>Fravær 6,8 pct.</p></section>\n${sections}</main>\n</body>\n</html>\n`
  );
}

const figures =
  "<section><h2>Tal</h2><table><tr><th>Enhed</th><th>Værdi</th></tr><tr><th>Skolen</th><td>6,8</td></tr></table></section>\n";
const age =
  '<section class="part" data-appendix><h2>Alder</h2><table><tr><th>Tal</th><th>Alder</th></tr><tr><th>Fravær</th><td>6 måneder</td></tr></table></section>\n';
const definitions = `<section data-appendix><h2>Definitioner</h2>${Array.from({length: 30}, (_, index) => `<h3>Nøgletal ${index}</h3><p>${"Tæller og nævner (5 0 R). ".repeat(12)}</p>`).join("")}</section>\n`;
const appendix = age + definitions;
const whole = (html: string) => html.replaceAll(" data-appendix", "");

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({browserPath: null, workers: 2});
});
afterAll(() => printer.close());

describe("Printer.print(html, meta) with an appendix", () => {
  const html = documentOf("Skovvangskolen", figures + appendix);
  it("says on every page, in structure and outline what the document printed whole says", async () => {
    const [joined, plain] = [
      await readPdfAsReader(await printer.print(html, meta)),
      await readPdfAsReader(await printer.print(whole(html), meta))
    ];
    expect(joined.pages.length).toBeGreaterThan(2);
    expect(joined.pages.map(words)).toEqual(plain.pages.map(words));
    expect(joined.pages.at(-1)).toContain(`Side ${joined.pages.length} af ${joined.pages.length}`);
    expect(joined.pages.at(-1)).toContain(meta.footer);
    const said = ({elements}: typeof joined) => elements.filter(({role}) => /^(?:H\d|P|T[HDR]|Table)$/.test(role));
    expect(said(joined)).toEqual(said(plain));
    expect(joined.outline).toEqual(plain.outline);
  });
  it("gives equal bytes, whichever document the appendix was first printed for", async () => {
    const other = documentOf("Strandskolen", figures + appendix);
    const first = await printer.print(html, meta);
    const another = await openPrinter({browserPath: null, workers: 1});
    await another.print(other, {...meta, title: "Strandskolen"});
    const second = await another.print(html, meta);
    await another.close();
    expect(Buffer.compare(first, second)).toBe(0);
  });
  it("stands behind a document without tables, and one without a heading below the title", async () => {
    for (const sections of [appendix, definitions, figures + definitions]) {
      const {pages, outline} = await readPdfAsReader(await printer.print(documentOf("Skovvangskolen", sections), meta));
      expect(pages.join("")).toContain("Nøgletal 29");
      expect(outline).toEqual(["Skovvangskolen"]);
    }
  });
  it("judges the whole: what the appendix lacks is found", async () => {
    const mute = '<section class="part" data-appendix><h4>Definitioner</h4><p>Tæller.</p></section>\n';
    await expect(printer.print(documentOf("Skovvangskolen", mute), meta)).rejects.toThrow(
      "a level of headings is skipped"
    );
  });
  it("refuses links, which are no part of a page's content", async () => {
    const linked =
      '<section class="part" data-appendix><h2>Kilder</h2><p><a href="https://kl.dk/">KL</a></p></section>\n';
    await expect(printer.print(documentOf("Skovvangskolen", linked), meta)).rejects.toThrow("an appendix with links");
  });
});

describe("splitAppendix(html)", () => {
  it("leaves a document without an appendix alone", () =>
    expect(splitAppendix(documentOf("Skovvangskolen", figures))).toBeNull());
  it("gives one appendix to all that share it, whatever they are called", () => {
    const [first, second] = ["Skovvangskolen", "Strandskolen"].map((title) =>
      splitAppendix(documentOf(title, figures + appendix))
    );
    expect(first?.appendix).toBe(second?.appendix);
    expect(first?.appendix).toContain('<body class="leader">');
    expect(first?.appendix).not.toMatch(/skolen|Fravær 6,8/);
    expect(first?.own(2)).toContain("Fravær 6,8");
    expect(first?.own(2)).not.toContain("Definitioner");
  });
  it("refuses an appendix that something comes after", () =>
    expect(() => splitAppendix(documentOf("Skovvangskolen", appendix + figures))).toThrow("not the end"));
});

function words(page: string): string {
  return page.replace(/\s+/g, "");
}
