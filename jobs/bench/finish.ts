import type {Look} from "../../dashboards/charts/chart.ts";
import {multiples} from "../../dashboards/charts/multiples.ts";
import type {TrendRow} from "../../dashboards/charts/trend.ts";
import {parsePeriod, stepPeriod} from "../../queries/period.ts";
import {findBrowser, launchBrowser} from "../../templates/browser.ts";
import {drawChart, withAlt} from "../../templates/chart.ts";
import {forPaper} from "../../templates/paper.ts";
import {completePdf} from "../../templates/pdf.ts";
import {findFaults} from "../../templates/pdf-check.ts";
import {readPdf, writePdf} from "../../templates/pdf-objects.ts";
import type {BenchRun} from "./index.ts";
import type {BenchResult} from "./result.ts";

const title = "Sider, der koster";
const limit = 300;

/** What is done to a PDF after Chromium: completed, judged, written. The median of ten pages, warm. */
export async function finishResult({browserPath, quick}: BenchRun): Promise<BenchResult> {
  const html = documentOf(10);
  const printed = await print(html, browserPath);
  const times = Array.from({length: quick ? 3 : 30}, () => {
    const since = performance.now();
    const file = completePdf(readPdf(printed), html, {title, language: "da"});
    const faults = findFaults(file, html);
    if (faults.length > 0) throw new Error(`the measured PDF is not fit: ${faults.join("; ")}`);
    writePdf(file);
    return performance.now() - since;
  }).sort((a, b) => a - b);
  const value = times[Math.floor(times.length / 2)] as number;
  return {
    name: "PDF gjort færdig og kontrolleret, 10 sider",
    value,
    unit: "ms",
    floor: null,
    ratio: null,
    target: `≤ ${limit} ms`,
    met: value <= limit
  };
}

async function print(html: string, browserPath: string | null): Promise<Buffer> {
  const browser = await launchBrowser(await findBrowser(browserPath));
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return Buffer.from(await page.pdf({tagged: true, outline: true, preferCSSPageSize: true}));
  } finally {
    await browser.close();
  }
}

/** Pages as dense as a package's: prose, two charts and a table of 80 cells on each. */
function documentOf(pages: number): string {
  const rows = Array.from({length: 20}, (_, row) => `<tr><th>Nøgletal ${row}</th>${cells(row)}</tr>`).join("");
  const table = `<table><tr><th>Tal</th><th>Før</th><th>Nu</th><th>Kommunen</th><th>Landet</th></tr>${rows}</table>`;
  const figure = `<figure role="presentation">${withAlt(chart(), "Udvikling for tre enheder i elleve perioder")}</figure>`;
  const page = (number: number) =>
    `<section><h2>Side ${number}</h2><p>${"Tallene er et spejl og ikke en dom. ".repeat(12)}</p>${figure}${figure}${table}</section>`;
  const style = 'body{font:12px "IBM Plex Sans"}section{break-before:page}h1,h2,th{font-weight:600}';
  const body = `<h1>${title}</h1>${Array.from({length: pages - 1}, (_, index) => page(index + 2)).join("")}`;
  const html = `<!doctype html><html lang="da"><head><title>${title}</title><style>${style}</style></head><body>${body}</body></html>`;
  return forPaper(html, {text: title, language: "da"});
}

function cells(row: number): string {
  return Array.from({length: 4}, (_, column) => `<td>${row},${column} pct.</td>`).join("");
}

function chart(): string {
  const look: Look = {
    language: "da",
    width: 600,
    height: 200,
    indicator: {
      measureLabel: "pct.",
      measureLabelEnglish: "%",
      decimals: 1,
      bounds: [0, 100],
      target: null,
      targetText: "",
      interval: "wilson"
    }
  };
  const rows = ["Skolen", "Kommunen", "Landet"].flatMap((name, line) =>
    Array.from({length: 11}, (_, index): TrendRow & {readonly id: string} => {
      const value = 6 + line / 2 + Math.sin(index + line);
      const period = stepPeriod(parsePeriod("2020-H2"), index);
      return {
        id: name,
        role: "own",
        name,
        period,
        value,
        low: value - 1,
        high: value + 1,
        blank: null,
        breakText: null
      };
    })
  );
  return drawChart(multiples, rows, look);
}
