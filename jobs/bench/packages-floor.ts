/**
 * The floor of the packages bench: the same pages, page numbers included, drawn with ECharts' own SVG and printed by a bare
 * loop. Every package draws its own charts, on instances that are kept.
 */
import type {Page} from "puppeteer-core";
import {storesOf} from "../../queries/config.ts";
import type {PeriodId} from "../../queries/period.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {openRelease} from "../../queries/release.ts";
import {findBrowser, launchBrowser} from "../../templates/browser.ts";
import {closeCharts, drawWithEcharts} from "../../templates/chart.ts";
import {reportOf} from "../../templates/context/report.ts";
import type {Draw} from "../../templates/context/views.ts";
import {footerCss} from "../../templates/paper.ts";
import {reports} from "../../templates/reports/index.ts";
import {packageFacts, plansOf, readMunicipality} from "../package-facts.ts";
import type {BenchRun} from "./index.ts";

interface Document {
  /** The page with a mark in place of each chart. */
  readonly html: string;
  readonly charts: readonly (() => string)[];
}

/** Packages per second. */
export async function printBarely(
  {dataDir, workers, browserPath}: BenchRun,
  wish: {readonly period: PeriodId; readonly municipality: string | undefined; readonly limit: number}
): Promise<number> {
  const documents = await documentsOf(dataDir, wish);
  const since = performance.now();
  const browser = await launchBrowser(await findBrowser(browserPath));
  try {
    let next = 0;
    const work = async () => {
      const page = await browser.newPage();
      for (let each = documents[next++]; each; each = documents[next++]) await printOne(page, each);
    };
    await Promise.all(Array.from({length: workers}, work));
    return (documents.length / (performance.now() - since)) * 1000;
  } finally {
    await browser.close();
    closeCharts();
  }
}

async function printOne(page: Page, {html, charts}: Document): Promise<void> {
  const drawn = charts.map((draw) => draw());
  await page.setContent(html.replace(/<svg data-chart="(\d+)"><\/svg>/g, (_, index) => drawn[Number(index)]!));
  await page.pdf({tagged: true, outline: true, preferCSSPageSize: true, printBackground: true});
}

async function documentsOf(
  dataDir: string,
  {
    period,
    municipality,
    limit
  }: {readonly period: PeriodId; readonly municipality: string | undefined; readonly limit: number}
): Promise<readonly Document[]> {
  const reader = await openRelease(dataDir);
  const registry = await openRegistry(storesOf(dataDir).registry);
  try {
    const units = [...reader.units.values()].filter(({kind}) => kind === "municipality");
    const unit = units.find(({id}) => id === municipality) ?? units[0]!;
    const given = await readMunicipality(reader, registry, unit, period);
    const plans = plansOf(given, {language: "da"}).slice(0, limit);
    return plans.map((plan) => {
      const charts: (() => string)[] = [];
      const draw: Draw = (chart, rows, look) => {
        charts.push(() => drawWithEcharts(chart.option(rows, look), look.width, look.height));
        return `<svg data-chart="${charts.length - 1}"></svg>`;
      };
      const mark = {id: "floor", release: "r", checksum: "0", replaces: null, erratum: null, demonstration: true};
      const report = reportOf(packageFacts(given, plan, mark), draw);
      const footer = footerCss({text: report.title, language: plan.language});
      const html = reports[plan.dataPackage.id]
        .render(report)
        .replace("</head>", () => `<style>${footer}</style></head>`);
      return {html, charts};
    });
  } finally {
    await reader.close();
    await registry.destroy();
  }
}
