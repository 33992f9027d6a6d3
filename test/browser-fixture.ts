import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll} from "vitest";
import {openWebBrowser} from "./web-browser.ts";

/** Opens a server and a browser before the tests of the place where it is called, prepares both, and closes them after. */
export function openInBrowser<Opened extends {close(): Promise<void>}>(
  open: () => Promise<Opened>,
  prepare: (opened: Opened, browser: Browser) => void | Promise<void>
): void {
  let opened: Opened | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [opened, browser] = await Promise.all([open(), openWebBrowser()]);
    await prepare(opened, browser);
  });
  afterAll(async () => {
    await browser?.close();
    await opened?.close();
  });
}
