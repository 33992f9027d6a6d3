import type {Browser, Page} from "puppeteer-core";
import {describe, expect, it} from "vitest";
import {pointNear, stepFrom} from "../dashboards/browser/walk.ts";
import type {ChartPoint} from "../dashboards/charts/chart.ts";
import {funnel} from "../dashboards/charts/funnel.ts";
import {openInBrowser} from "./browser-fixture.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

const point = (group: string, key: string, x: number, y: number): ChartPoint => {
  return {group, key, x, y, label: key, value: "", note: ""};
};
const lines = [
  point("own", "a", 0, 9),
  point("own", "b", 5, 8),
  point("nation", "b", 5, 3),
  point("nation", "c", 9, 2)
];
const tiles = [point("", "nw", 0, 0), point("", "ne", 10, 0), point("", "sw", 0, 10), point("", "se", 10, 10)];

describe("stepFrom(points, at, key)", () => {
  it.each([
    ["begins at the first point", -1, "ArrowRight", 0],
    ["begins at the last of the first group", -1, "End", 1],
    ["goes along a group", 0, "ArrowRight", 1],
    ["stays at the end of a group", 1, "ArrowRight", 1],
    ["goes to the same key of the next group", 1, "ArrowDown", 2],
    ["goes to the nearest where the key is not in the next group", 0, "ArrowDown", 2],
    ["goes back up", 2, "ArrowUp", 1],
    ["stays in the last group", 3, "ArrowDown", 3],
    ["goes to the beginning of its group", 3, "Home", 2]
  ])("%s", (_, at, key, next) => expect(stepFrom(lines, at, key)).toBe(next));
  it("goes up and down to the nearest where there is one group", () => {
    expect(stepFrom(tiles, 0, "ArrowDown")).toBe(2);
    expect(stepFrom(tiles, 3, "ArrowUp")).toBe(1);
    expect(stepFrom(tiles, 0, "ArrowUp")).toBe(0);
  });
  it("leaves other keys and empty drawings alone", () => {
    expect(stepFrom(lines, 0, "Tab")).toBeUndefined();
    expect(stepFrom([], -1, "ArrowRight")).toBeUndefined();
  });
});

describe("pointNear(points, x, y, reach)", () => {
  it("finds the nearest within reach only", () => {
    expect(pointNear(tiles, 8, 1, 5)).toBe(1);
    expect(pointNear(tiles, 5, 5, 5)).toBeUndefined();
  });
});

const measured = {
  measureLabel: "pct.",
  measureLabelEnglish: "%",
  decimals: 1,
  bounds: [0, 100],
  target: null,
  targetText: ""
} as const;
const strip = '[data-figure="kommuner"]';
const trend = '[data-figure="udvikling"]';
let served: Served;
let browser: Browser;
let page: Page;
const problems: string[] = [];

openInBrowser(serveFixture, async (...opened) => {
  [served, browser] = opened;
  page = await browser.newPage();
  await page.emulateMediaFeatures([{name: "prefers-reduced-motion", value: "reduce"}]);
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
});

async function open(width = 1280, language = ""): Promise<void> {
  problems.length = 0;
  await page.setViewport({width, height: 900});
  await page.goto(`${served.origin}${language}/noegletal/school-absence?kommune=751`, {waitUntil: "load"});
  await page.waitForSelector("[data-ready]");
}
const spoken = () => page.$eval("[data-spoken]", (element) => element.textContent ?? "");
async function press(figure: string, ...keys: readonly string[]): Promise<void> {
  await page.focus(`${figure} .drawing`);
  for (const key of keys) await page.keyboard.press(key as "Enter");
}
function boxOf(selector: string) {
  return page.$eval(selector, (element) => {
    element.scrollIntoView({block: "center", behavior: "instant"});
    const {left, top, width, height} = element.getBoundingClientRect();
    return {left, top, width, height};
  });
}

describe("funnel up to a size", () => {
  const rows = [20, 40, 300, 900].map((size, index) => {
    return {role: "other", name: `Skole ${index}`, size, value: 6 + index, low: 5, high: 8} as const;
  });
  const look = {language: "da", width: 400, height: 220, indicator: measured} as const;
  it("shows those up to the size, held against the same mean as before", () => {
    const [all, small] = [funnel.points(rows, look), funnel.points(rows, {...look, largest: 40})];
    expect(small.map(({key}) => key)).toEqual(["Skole 0", "Skole 1"]);
    expect(small[1]!.x).toBeGreaterThan(all[1]!.x);
    expect(small[1]!.y).toBe(all[1]!.y);
  });
});

describe("a drawing under the fingers", () => {
  it.each([1280, 340])("rings and speaks the point that the arrow keys reach, %i pixels wide", async (width) => {
    await open(width);
    await press(trend, "ArrowRight");
    const first = await spoken();
    expect(first).toContain("Aarhus");
    await press(trend, "ArrowRight");
    expect(await spoken()).not.toBe(first);
    expect(await page.$eval(`${trend} .tip__label`, (element) => element.textContent)).toBe(
      (await spoken()).split(", ").slice(0, 2).join(", ")
    );
    const frame = `${trend} .drawing__${width > 640 ? "wide" : "narrow"}`;
    const [ring, box] = [await boxOf(`${frame} .ring`), await boxOf(`${frame} svg`)];
    expect(ring.left).toBeGreaterThan(box.left);
    expect(ring.left + ring.width).toBeLessThan(box.left + box.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press("Escape");
    expect(await page.$(".ring, .tip")).toBeNull();
    expect(problems).toEqual([]);
  });

  it("says how before the first step and is described by it", async () => {
    await open();
    const described = await page.$eval(`${strip} .drawing`, (element) =>
      element
        .getAttribute("aria-describedby")!
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent)
    );
    expect(described).toEqual([expect.stringContaining("piletasterne"), expect.stringContaining("mellemrum")]);
  });

  it("follows the point's link on Enter", async () => {
    await open();
    await press(strip, "ArrowRight", "ArrowDown");
    const [name] = (await spoken()).split(",");
    await Promise.all([
      page.waitForFunction(() => !location.search.includes("kommune=751")),
      page.keyboard.press("Enter")
    ]);
    expect(await page.$eval("#valg-kommune option:checked", (option) => option.textContent)).toBe(name);
  });

  it("shows the point under the pointer, and nothing when it leaves", async () => {
    await open();
    await press(strip, "ArrowRight");
    const {left, top, width} = await boxOf(`${strip} .ring`);
    const at = await page.$eval(`${strip} .tip__label`, (element) => element.textContent);
    await page.keyboard.press("Escape");
    await page.mouse.move(left + width / 2 + 2, top + width / 2 + 2);
    expect(await page.$eval(`${strip} .tip__label`, (element) => element.textContent)).toBe(at);
    await page.mouse.move(5, 5);
    expect(await page.$(".tip")).toBeNull();
  });
});

describe("choosing points", () => {
  it("shows only what the space bar chose, in list and table, until the choice is cleared", async () => {
    await open();
    const rows = () => page.$$eval(`${strip} tbody tr`, (found) => found.filter((row) => !row.hidden).length);
    const all = await rows();
    await press(strip, "ArrowRight", "Space", "ArrowDown", "Space");
    expect(await spoken()).toBe("2 er valgt.");
    expect(await rows()).toBe(2);
    expect(await page.$$eval(`${strip} .chosen li`, (items) => items.length)).toBe(2);
    await page.click(`${strip} .chosen button`);
    expect(await rows()).toBe(all);
    expect(await page.$eval(`${strip} .chosen`, (element) => (element as HTMLElement).hidden)).toBe(true);
  });

  it("keeps the choice in the address, so that it can be shared", async () => {
    await open();
    await press(strip, "ArrowRight", "Space");
    const address = await page.evaluate(() => location.href); // the browser tells of it later than the page
    expect(address).toContain("#valgt-kommuner=");
    const other = await browser.newPage();
    await other.goto(address, {waitUntil: "load"});
    await other.waitForSelector(`${strip} .chosen:not([hidden])`);
    expect(await other.$$eval(`${strip} .chosen li`, (items) => items.length)).toBe(1);
    await other.close();
    await page.click(`${strip} .chosen button`);
    expect(await page.evaluate(() => location.href)).not.toContain("#");
  });

  it("chooses by an area drawn over the same picture, fetched only then", async () => {
    await open();
    const scripts = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({name}) => name.includes("/canvas-")).length
      );
    expect(await scripts()).toBe(0);
    await page.click(`${strip} .tools__button`);
    await page.waitForSelector(`${strip} canvas`);
    expect(await scripts()).toBe(1);
    const {left, top, width, height} = await boxOf(`${strip} .drawing`);
    await page.mouse.move(left + width * 0.02, top + height * 0.7);
    await page.mouse.down();
    await page.mouse.move(left + width * 0.5, top + height * 0.75, {steps: 4});
    await page.mouse.move(left + width * 0.99, top + height * 0.75, {steps: 4});
    await page.mouse.up();
    await page.waitForSelector(`${strip} .chosen:not([hidden])`);
    const chosen = await page.$$eval(`${strip} .chosen li`, (items) => items.length);
    const shown = await page.$$eval(`${strip} tbody .value:not(.value--blank)`, (values) => values.length);
    expect(chosen).toBe(shown);
    expect(problems).toEqual([]);
  });
});

it("makes a PNG twice as large with its own font", async () => {
  await open();
  const size = await page.evaluate(async (figure) => {
    const made = new Promise<Blob>((resolve) => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        resolve(blob as Blob);
        return original(blob);
      };
    });
    document.querySelector<HTMLButtonElement>(`${figure} [data-png]`)!.click();
    const picture = await createImageBitmap(await made);
    return [picture.width, picture.height];
  }, strip);
  expect(size[0]).toBe(2 * (760 + 32));
  expect(problems).toEqual([]);
});
