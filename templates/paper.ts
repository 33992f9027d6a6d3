import type {Language} from "../queries/model.ts";

/** What stands at the foot of every page; the page number is added. */
export interface Footer {
  readonly text: string;
  readonly language: Language;
}

/**
 * The paper form of a document: charts become images (Chromium prints them in two thirds of the time, and only so does
 * the alternative text reach the PDF), what is for the screen goes (`<style data-screen>`), page numbers come.
 */
export function forPaper(html: string, footer: Footer): string {
  return html
    .replace(/<style data-screen>[\s\S]*?<\/style>/g, "")
    .replace(/<svg class="chart"([^>]*?) role="img" aria-label="([^"]*)"([^>]*)>([\s\S]*?)<\/svg>/g, imageOf)
    .replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("</head>", () => `<style>${pageCss(footer)}</style></head>`);
}

/** The document brings everything that it shows. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

function imageOf(_: string, before: string, alt: string, after: string, inner: string): string {
  const size = / width="([\d.]+)" height="([\d.]+)"/.exec(before);
  const source = `<svg${before}${after}>${inner}</svg>`.replace(/[#%"&]/g, (one) => dataEscapes[one] as string);
  return `<img class="chart" alt="${alt}" width="${size?.[1]}" height="${size?.[2]}" src="data:image/svg+xml,${source}">`;
}

const dataEscapes: Readonly<Record<string, string>> = {"#": "%23", "%": "%25", '"': "&quot;", "&": "%26"};

function pageCss({text, language}: Footer): string {
  const [page, of] = language === "da" ? ["Side", "af"] : ["Page", "of"];
  const look =
    'font:8pt "IBM Plex Sans";color:#59636e;vertical-align:top;padding-top:4mm;text-rendering:geometricPrecision';
  return (
    // Hidden on screen, since Chromium would lay everything out for a screen before and after the paper; and told to be
    // precise, since it would round every letter's width to a whole pixel.
    `@media screen{body{display:none}}html{text-rendering:geometricPrecision}@page{@bottom-left{content:${cssText(text)};${look}}` +
    `@bottom-right{content:"${page} " counter(page) " ${of} " counter(pages);${look}}}`
  );
}

function cssText(text: string): string {
  const escaped = text.replace(/[\\"<\n]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
