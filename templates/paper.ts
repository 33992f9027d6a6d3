import type {Language} from "../queries/model.ts";
import {paperDrawings, paperStyle} from "./paper-font.ts";

/** What stands at the foot of every page; the page number is added. */
export interface Footer {
  readonly text: string;
  readonly language: Language;
}

/**
 * The paper form of a document: what is for the screen goes (`<style data-screen>`), page numbers come. Charts stay inline:
 * as `<img>` each would be a document of its own to Chromium, which only pays when the same picture is printed again. What
 * Chromium tells by itself, that headings of tables head columns and rows, costs it less unsaid. Without a footer the foot
 * of every page stays free.
 */
export function forPaper(html: string, footer: Footer | null): string {
  return paperDrawings(html.replace(/<style data-screen>[\s\S]*?<\/style>/g, ""))
    .replace(/(?<=<style>)[\s\S]*?(?=<\/style>)/g, styleOnce)
    .replace(/(?<=<th) scope="(?:col|row)"/g, "")
    .replace("<head>", `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("</head>", () => `<style>${pageCss(footer)}</style></head>`);
}

/** Without pictographs, which the paper's fonts do not have: a box would stand in their place. Other letters stay. */
export function withoutPictographs(html: string): string {
  return /[\ud800-\udfff\u2600-\u27bf]|\ufe0f/.test(html) ? html.replace(pictograph, "") : html;
}

const pictograph =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f|\p{Emoji_Presentation})*/gu;

const styles = new Map<string, string>();

function styleOnce(css: string): string {
  const known = styles.get(css) ?? paperStyle(css);
  if (styles.size >= 20) styles.clear();
  styles.set(css, known);
  return known;
}

/** The document brings everything that it shows. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

function pageCss(footer: Footer | null): string {
  return (
    // Skipped on screen, since Chromium would lay everything out for a screen before and after the paper; not taken away,
    // since it begins to print twice and keeps the words that it has shaped. Told to be precise, since it would round
    // every letter's width to a whole pixel.
    "@media screen{body{content-visibility:hidden}}html{text-rendering:geometricPrecision}" +
    (footer ? footerCss(footer, paperLook) : "")
  );
}

/** The foot of every page: whose document it is, and where in it one is. */
export function footerCss({text, language}: Footer, style = look): string {
  const [page, of] = language === "da" ? ["Side", "af"] : ["Page", "of"];
  return (
    `@page{@bottom-left{content:${cssText(text)};${style}}` +
    `@bottom-right{content:"${page} " counter(page) " ${of} " counter(pages);${style}}}`
  );
}

const look =
  'font:8pt "IBM Plex Sans";color:#59636e;vertical-align:top;padding-top:4mm;text-rendering:geometricPrecision';
const paperLook = paperStyle(look);

function cssText(text: string): string {
  const escaped = text.replace(/[\\"<\n]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
