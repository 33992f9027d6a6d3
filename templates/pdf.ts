import type {Browser, CDPSession, Page} from "puppeteer-core";
import type {Language} from "../queries/model.ts";
import {splitAppendix} from "./appendix.ts";
import {type BrowserProgram, findBrowser, launchBrowser, openUnseen} from "./browser.ts";
import {memoryOf} from "./browser-memory.ts";
import {headingsIn} from "./html-text.ts";
import {forPaper, withoutPictographs} from "./paper.ts";
import {appendPages} from "./pdf-append.ts";
import {type Appendix, readAppendix} from "./pdf-appendix.ts";
import {markArtifacts} from "./pdf-artifacts.ts";
import {findAccidents, findFaults, UnfitPdf} from "./pdf-check.ts";
import {finishPdf} from "./pdf-finish.ts";
import {type PdfFile, readPdf, writePdf} from "./pdf-objects.ts";
import {nameOutline} from "./pdf-outline.ts";
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

export interface PrinterOptions {
  readonly browserPath: string | null;
  /** Documents printed at the same time, each in a page of its own. */
  readonly workers?: number;
  /** For one print, a second try in a new browser not counted. */
  readonly timeoutMs?: number;
  /** Prints before the browser is replaced by a fresh one. */
  readonly recycleAfter?: number;
  /** Megabytes that the browser may take before it is replaced by a fresh one. */
  readonly mostMemory?: number;
}

interface Sheet {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frame: string;
}
interface Press {
  readonly browser: Browser;
  readonly sheets: Sheet[];
  printed: number;
  running: number;
  retired: boolean;
}

export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const {browserPath, workers = 2, timeoutMs = 60_000, recycleAfter = 400, mostMemory = 2000} = options;
  const presses = openPresses(await findBrowser(browserPath), {recycleAfter, mostMemory});
  await presses.ready();
  const queue = openQueue(workers);
  const printed = (paper: string): Promise<Buffer> => {
    const print = () => presses.use((press) => within(timeoutMs, printOn(press, paper)));
    return print().catch(print);
  };
  const appendices = rememberAppendices(async (html) =>
    readAppendix(markArtifacts(readPdf(await printed(forPaper(html, null)))))
  );
  return {
    print: async (document, meta) => {
      const html = withoutPictographs(document);
      const footer = {text: meta.footer ?? meta.title, language: meta.language};
      const split = splitAppendix(html);
      const [bytes, appendix] = await queue(async () => {
        const appendix = split && (await appendices(split.appendix));
        const own = split && appendix ? split.own(appendix.pages.length) : html;
        return [await printed(forPaper(own, footer)), appendix] as const;
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

interface Share {
  readonly recycleAfter: number;
  readonly mostMemory: number;
}

/** Looked at now and then: what grows grows slowly. */
async function takesMore({browser, printed}: Press, mostMemory: number): Promise<boolean> {
  if (printed % 20 !== 1) return false;
  return ((await memoryOf(browser.process()?.pid)) ?? 0) > mostMemory;
}

/** One browser at a time; one that failed or has printed its share is closed when its last print is done. */
function openPresses(program: BrowserProgram, {recycleAfter, mostMemory}: Share) {
  let current: Promise<Press> | null = null;
  const ready = (): Promise<Press> => {
    const opening = current ?? openPress(program);
    current = opening;
    return opening.catch((error: unknown) => {
      if (current === opening) current = null;
      throw error;
    });
  };
  const retire = (press: Press) => {
    if (!press.retired) current = null;
    press.retired = true;
  };
  return {
    ready,
    use: async <Result>(work: (press: Press) => Promise<Result>): Promise<Result> => {
      const press = await ready();
      press.running++;
      try {
        const result = await work(press);
        if (++press.printed >= recycleAfter || (await takesMore(press, mostMemory))) retire(press);
        return result;
      } catch (error) {
        retire(press);
        throw error;
      } finally {
        if (--press.running === 0 && press.retired) await closePress(press);
      }
    },
    close: async () => {
      const last = await current?.catch(() => null);
      current = null;
      if (last) await closePress(last);
    }
  };
}

/** No frames for a screen; memory is cleared in turn, since every core has a document to print. */
const forPrinting = ["--enable-begin-frame-control", "--js-flags=--single-threaded-gc"];

async function openPress(program: BrowserProgram): Promise<Press> {
  return {
    browser: await launchBrowser(program, forPrinting),
    sheets: [],
    printed: 0,
    running: 0,
    retired: false
  };
}

async function closePress({browser}: Press): Promise<void> {
  const child = browser.process();
  await within(5_000, browser.close()).catch(() => child?.kill("SIGKILL"));
}

async function printOn(press: Press, html: string): Promise<Buffer> {
  const sheet = press.sheets.pop() ?? (await openSheet(press.browser));
  await sheet.session.send("Page.setDocumentContent", {frameId: sheet.frame, html});
  if (html.includes("<img"))
    await sheet.session.send("Runtime.evaluate", {
      expression: "Promise.all(Array.from(document.images, (image) => image.decode()))",
      awaitPromise: true
    });
  const {data} = await sheet.session.send("Page.printToPDF", {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true
  });
  press.sheets.push(sheet);
  return Buffer.from(data, "base64");
}

async function openSheet(browser: Browser): Promise<Sheet> {
  const page = await openUnseen(browser).catch(() => browser.newPage());
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  const session = await page.createCDPSession();
  const {frameTree} = await session.send("Page.getFrameTree");
  return {page, session, frame: frameTree.frame.id};
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
