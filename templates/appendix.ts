/**
 * The last pages of a document that many documents share letter by letter (`<section data-appendix>`): Chromium prints
 * them once, and each document gets them on pages that it leaves free.
 */
export interface SplitDocument {
  /** The document with so many free pages in place of its appendix. */
  readonly own: (pages: number) => string;
  /** A document of the appendix alone, the same for all that share it. */
  readonly appendix: string;
}

/** Null where the document has none. Throws where something comes after it, since it is put on the last pages. */
export function splitAppendix(html: string): SplitDocument | null {
  const found = sections.exec(html);
  if (!found) return null;
  const [appendix] = found;
  const [before, after] = [html.slice(0, found.index), html.slice(found.index + appendix.length)];
  if (!isEnd.test(after)) throw new Error("an appendix that is not the end of its document");
  const opening = before.slice(0, before.search(body)).replace(title, "");
  const [tag = ""] = body.exec(before) ?? [];
  return {
    own: (pages) => before + '<div style="break-before:page"></div>'.repeat(pages) + after,
    appendix: `${opening}${tag}<main>\n${appendix}${after}`
  };
}

const sections = /(?:<section\b[^>]* data-appendix>[\s\S]*?<\/section>\s*)+/;
const isEnd = /^<\/main>\s*<\/body>\s*<\/html>\s*$/;
const body = /<body\b[^>]*>\s*/;
const title = /<title>[\s\S]*?<\/title>/;
