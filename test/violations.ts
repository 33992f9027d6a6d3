import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Result {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[];
}

/** What on the page breaks which rule of accessibility, by the judgement of axe; it is not asked for more, to be done sooner. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const {axe: tool} = window as unknown as {axe: {run: (node: Document, options: object) => Promise<Result>}};
    const {violations} = await tool.run(document, {
      runOnly: tags,
      resultTypes: ["violations"],
      selectors: false
    });
    return violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 200)).join(" | ")}`);
  }, rules);
}
