/** Browsers that print: one at a time, with pages that are used again. */
import type {Browser, CDPSession, Page} from "puppeteer-core";
import {type BrowserProgram, launchBrowser, openUnseen} from "./browser.ts";
import {memoryOf} from "./browser-memory.ts";

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

export interface PressLimits {
  /** For one print, a second try in a new browser not counted. */
  readonly timeoutMs: number;
  /** Prints before the browser is replaced by a fresh one. */
  readonly recycleAfter: number;
  /** Megabytes that the browser may take before it is replaced by a fresh one. */
  readonly mostMemory: number;
}

/** Looked at now and then: what grows grows slowly. */
async function takesMore({browser, printed}: Press, mostMemory: number): Promise<boolean> {
  if (printed % 20 !== 1) return false;
  return ((await memoryOf(browser.process()?.pid)) ?? 0) > mostMemory;
}

/** One browser at a time; one that failed or has printed its share is closed when its last print is done. */
export function openPresses(program: BrowserProgram, {timeoutMs, recycleAfter, mostMemory}: PressLimits) {
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
  const print = async (html: string): Promise<Buffer> => {
    const press = await ready();
    press.running++;
    try {
      const printed = await within(timeoutMs, printOn(press, html));
      if (++press.printed >= recycleAfter || (await takesMore(press, mostMemory))) retire(press);
      return printed;
    } catch (error) {
      retire(press);
      throw error;
    } finally {
      if (--press.running === 0 && press.retired) await closePress(press);
    }
  };
  return {
    ready,
    /** As it comes from the browser; tried once more in a fresh one. */
    print: (html: string): Promise<Buffer> => print(html).catch(() => print(html)),
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
