/** The figures behind one drawing as a file, in every format that is offered. */
import type {DownloadFormat, Figure} from "../dashboards/figure.ts";
import {sourceLines} from "../dashboards/figure-source.ts";
import {figureSvg} from "../dashboards/figure-svg.ts";
import {foldText} from "../dashboards/search.ts";
import {titleOf} from "../dashboards/sentences.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import type {Address} from "../dashboards/view.ts";
import {periodLabel} from "../queries/period.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {arrowOf} from "../templates/export/arrow-bytes.ts";
import {csvOf} from "../templates/export/csv.ts";
import {type About, type ExportTable, factsTable} from "../templates/export/export-tables.ts";
import {parquetOf} from "../templates/export/parquet.ts";
import {xlsxOf} from "../templates/export/xlsx.ts";

export interface Download {
  readonly figure: Figure;
  readonly address: Address;
  /** Of the page, without the download's own part. */
  readonly url: string;
  readonly reader: ReleaseReader;
}

export const downloadTypes: Readonly<Record<DownloadFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  svg: "image/svg+xml; charset=utf-8"
};

/** In every format the same rows, typed; `svg` is the picture. */
export async function downloadBytes(format: DownloadFormat, download: Download): Promise<Uint8Array> {
  const {figure, address, reader} = download;
  if (format === "svg") {
    const {id, demonstration} = reader.manifest;
    return Buffer.from(figureSvg(figure, {lines: sourceLines({id, demonstration}, download.url, address.language)}));
  }
  const table = tableOf(download);
  if (format === "csv") return csvOf(table);
  const about = aboutOf(download);
  if (format === "xlsx") return xlsxOf(table, about, webTextOf(address.language).figure.aboutSheet);
  return format === "arrow" ? arrowOf(table, about) : parquetOf(table, about);
}

/** Of the title, the choices in the address and the release: `udvikling-elevfravaer-751014-r0123456789ab.csv`. */
export function downloadName(format: DownloadFormat, {figure, address, reader}: Download): string {
  const words = [figure.title, ...Object.values(address.query)].map((text) =>
    foldText(text)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
  );
  return `${words.filter(Boolean).join("-").slice(0, 90)}-${reader.manifest.id}.${format}`;
}

function tableOf({figure, address: {language}, reader}: Download): ExportTable {
  const unitNames = new Map<string, string>([
    ...reader.groups.map(({id, title}) => [id, title] as const),
    ...[...reader.units.values()].map(({id, name}) => [id, name] as const)
  ]);
  const {indicators} = reader;
  return factsTable(figure.facts, {unitNames, indicators, language, known: new WeakMap()});
}

function aboutOf({figure, address: {language}, url, reader}: Download): About {
  const t = webTextOf(language).figure.about;
  const {id, createdAt, demonstration} = reader.manifest;
  const definitions = [...new Set(figure.facts.map(({indicator, version}) => `${indicator}@${version}`))];
  const periods = [...new Set(figure.facts.map(({period}) => period))].sort();
  const titles = [...new Set(figure.facts.map(({indicator}) => indicator))].map((indicator) =>
    titleOf(reader.indicators.get(indicator)!, language)
  );
  return new Map([
    [t.title, figure.title],
    [t.indicator, titles.join("; ")],
    [t.definition, definitions.join("; ")],
    [t.period, periods.map((period) => periodLabel(period, language)).join("; ")],
    [t.finding, figure.finding],
    [t.release, `${id} (${createdAt.slice(0, 10)})`],
    [t.address, url],
    ...(demonstration ? [[t.note, webTextOf(language).demonstrationNote] as const] : [])
  ]);
}
