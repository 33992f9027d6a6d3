import type {Language} from "../queries/model.ts";
import {splitAppendix} from "./appendix.ts";
import {findBrowser} from "./browser.ts";
import {headingsIn} from "./html-text.ts";
import {forPaper, withoutPictographs} from "./paper.ts";
import {appendPages} from "./pdf-append.ts";
import {type Appendix, readAppendix} from "./pdf-appendix.ts";
import {markArtifacts} from "./pdf-artifacts.ts";
import {findAccidents, findFaults, UnfitPdf} from "./pdf-check.ts";
import {finishPdf} from "./pdf-finish.ts";
import {type PdfFile, readPdf, writePdf} from "./pdf-objects.ts";
import {nameOutline} from "./pdf-outline.ts";
import {openPresses, type PressLimits} from "./presses.ts";
import {openQueue} from "./print-queue.ts";

export interface PrintMeta {
  readonly title: string;
  readonly language: Language;
  readonly author?: string;
  readonly subject?: string;
  /** Left at the foot of every page, beside the page number. */
  readonly footer?: string;
  /** `YYYY-MM-DD`, stands as the PDF's date, so that the same document gives the same bytes. */
  readonly date?: string;
}

/** Prints documents of HTML to tagged PDF, some at a time, without script and without network. */
export interface Printer {
  /** Equal input gives equal bytes. Throws when the PDF is not fit to be sent. */
  print(html: string, meta: PrintMeta): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PrinterOptions extends Partial<PressLimits> {
  readonly browserPath: string | null;
  /** Documents printed at the same time, each in a page of its own. */
  readonly workers?: number;
}

export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const {browserPath, workers = 2, timeoutMs = 60_000, recycleAfter = 400, mostMemory = 2000} = options;
  const presses = openPresses(await findBrowser(browserPath), {timeoutMs, recycleAfter, mostMemory});
  await presses.ready();
  const queue = openQueue(workers);
  const appendices = rememberAppendices(async (html) =>
    readAppendix(markArtifacts(readPdf(await presses.print(forPaper(html, null)))))
  );
  return {
    print: async (document, meta) => {
      const html = withoutPictographs(document);
      const footer = {text: meta.footer ?? meta.title, language: meta.language};
      const split = splitAppendix(html);
      const [bytes, appendix] = await queue(async () => {
        const appendix = split && (await appendices(split.appendix));
        const own = split && appendix ? split.own(appendix.pages.length) : html;
        return [await presses.print(forPaper(own, footer)), appendix] as const;
      });
      return finished(bytes, html, meta, appendix);
    },
    close: presses.close
  };
}

/** Few are wanted again and again: each kind of unit has one. One that could not be printed is tried anew. */
function rememberAppendices(print: (html: string) => Promise<Appendix>): (html: string) => Promise<Appendix> {
  const known = new Map<string, Promise<Appendix>>();
  return (html) => {
    const before = known.get(html);
    if (before) return before;
    if (known.size >= 20) known.clear();
    const appendix = print(html);
    known.set(html, appendix);
    appendix.catch(() => known.delete(html));
    return appendix;
  };
}

/** Judges what Chromium printed once it is complete; what is not fit is not written. */
function finished(printed: Buffer, html: string, meta: PrintMeta, appendix: Appendix | null): Uint8Array {
  const file = completePdf(readPdf(printed), html, meta, appendix);
  const problems = [...findAccidents(html), ...findFaults(file, html)];
  if (problems.length > 0) throw new UnfitPdf(problems);
  return writePdf(file);
}

/** Everything that Chromium leaves out or lets vary; the appendix, where there is one, on the last pages. */
export function completePdf(
  printed: PdfFile,
  html: string,
  meta: PrintMeta,
  appendix: Appendix | null = null
): PdfFile {
  const marked = markArtifacts(printed);
  return nameOutline(finishPdf(appendix ? appendPages(marked, appendix) : marked, meta), headingsIn(html));
}
