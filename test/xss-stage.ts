/** A release, a registry and a browser where every name and every text is something that acts where it is taken for markup. */
import type {Browser, Page} from "puppeteer-core";
import {readCatalogue} from "../queries/catalogue.ts";
import {storesOf} from "../queries/config.ts";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {writePart} from "../queries/registry/conversation-parts.ts";
import {ensureConversation} from "../queries/registry/conversations.ts";
import {writeObservation} from "../queries/registry/observations-write.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import type {ValidationReport} from "../queries/registry/reports.ts";
import {type FixtureObservation, fixtureObservations, fixtureUnits} from "./fixture-units.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {serve} from "./server-fixture.ts";
import {openWebBrowser} from "./web-browser.ts";
import {payloads} from "./xss-payloads.ts";

export const delivery = "d".repeat(64);
export const findingUnits = fixtureUnits.filter(({kind}) => /school|daycare|leisure/.test(kind)).map(({id}) => id);
export const together = (many: number) =>
  payloads.flatMap((_, index) => (index % many ? [] : [payloads.slice(index, index + many).join(" ")]));
const perUnit = Math.ceil(payloads.length / fixtureUnits.length);
export const nameOf = (unit: {readonly id: string}) => {
  const at = fixtureUnits.findIndex(({id}) => id === unit.id) * perUnit;
  return payloads.slice(at, at + perUnit).join(" ");
};

export type XssStage = Awaited<ReturnType<typeof openXssStage>>;

export async function openXssStage() {
  const {dataDir} = await writeReleaseFixture({
    indicators: (await readCatalogue()).indicators,
    nameOf,
    observations: together(4).map((finding, index) => ({
      ...(fixtureObservations[0] as FixtureObservation),
      ...{unit: findingUnits[index % findingUnits.length]!, finding, quote: finding}
    }))
  });
  const registry = await openRegistry(storesOf(dataDir).registry);
  const written = await fill(registry);
  const [served, browser] = await Promise.all([serve(dataDir, registry), openWebBrowser()]);
  const watch = await openWatch(browser, served.origin);
  return {
    ...watch,
    served,
    registry,
    /** The number of a finding that was written on the pages. */
    written,
    close: async () => {
      await browser.close();
      await served.close();
      await registry.destroy();
    }
  };
}

/** A page without a content security policy, that tells of everything that happens in it. */
async function openWatch(opened: Browser, origin: string) {
  let effects: string[] = [];
  const page = await opened.newPage();
  await page.setBypassCSP(true);
  await page.exposeFunction("xss", (what: unknown) => void effects.push(`ran ${what}`));
  page.on("dialog", (dialog) => {
    effects.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(?:data:|about:|blob:)/.test(url) && !url.startsWith(origin)) effects.push(`request ${url}`);
  });
  page.on("pageerror", (error) => effects.push(`error ${error}`));
  return {
    page,
    /** What has happened since it was last asked, and what stands in the page that no template of ours writes. */
    effectsHere: async (): Promise<readonly string[]> => {
      const nodes = await strangeNodes(page);
      const seen = [...effects, ...nodes];
      effects = [];
      return seen;
    },
    /** How many of the texts stand in the page as they were written. */
    shownOf: async (texts: readonly string[]): Promise<number> => {
      const shown = await page.evaluate(() => document.documentElement.textContent ?? "");
      const fold = (text: string) => text.replaceAll(/\s+/g, "");
      const all = fold(shown);
      return texts.filter((text) => all.includes(fold(text))).length;
    }
  };
}

function strangeNodes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      element.id === "xss" ||
      /^(?:iframe|object|embed|base|math|video|source)$/.test(element.localName) ||
      [...element.attributes].some(
        ({name, value}) =>
          name.startsWith("on") ||
          (/^(?:src|href|action|data|content)$/.test(name) && /^\s*javascript:|^(?:https?:)?\/\/xss|^x$/.test(value))
      )
        ? [element.outerHTML.slice(0, 200)]
        : []
    )
  );
}

/** Resolves to the number of one of the findings. */
async function fill(filled: Registry): Promise<string> {
  const tens = together(10);
  let written = "";
  const agreed = {
    unit: "751014",
    period: "2025-H1",
    indicator: "pupils",
    target: null,
    createdAt: "2025-11-01"
  } as const;
  await insertAgreements(
    filled,
    tens.map((text) => ({...agreed, text, owner: text, due: null, status: "open" as const}))
  );
  const key = {unit: "751014", period: "2025-H2", template: "learning"};
  const step = {actor: "everybody", at: "2026-01-12T08:00:00.000Z", reason: payloads[3]!};
  await filled.transaction().execute(async (transaction) => {
    const {id} = await ensureConversation(transaction, key as Parameters<typeof ensureConversation>[1], {
      by: "x",
      at: step.at
    });
    const part = {conversation: id, part: "participants", base: 0, author: "everybody", at: step.at};
    await writePart(transaction, {...part, text: payloads.join("\n")});
  });
  const {observed_on: observedOn, ...known} = fixtureObservations[0]!;
  for (const finding of tens.toReversed())
    written = await writeObservation(filled, "751", {...known, observedOn, finding, quote: finding}, step);
  const report: ValidationReport = {
    ...{delivery, fileName: payloads[0]!, standard: "absence", mapping: payloads[2]!, status: "rejected", rows: 1},
    ...{municipalities: ["751"], periods: ["2025-H2"], dialect: null, checkedAt: "2026-01-12T08:00:00.000Z"},
    findings: payloads.map((message) => ({rule: "x", severity: "error", message, count: 1, lines: [1]})),
    coverage: payloads.map((local) => ({
      ...{column: local, classification: local},
      met: [{local, code: local, rows: 1}],
      unmet: [{local, rows: 1}]
    })),
    question: {text: payloads.join(" "), option: "--standard", choices: payloads}
  };
  await filled
    .insertInto("deliveries")
    .values(
      payloads.map((file_name, index) => ({
        ...{id: index === 0 ? delivery : index.toString(16).padStart(64, "0"), file_name, sha256: delivery},
        ...{standard: "absence", mapping: null, status: "rejected" as const, rows: 1, sequence: 0},
        ...{received_at: "2026-01-12T08:00:00.000Z", report: JSON.stringify(report)}
      }))
    )
    .execute();
  return written;
}
