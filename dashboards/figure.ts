/** A chart with everything that stands around it: words for those who do not see it, its table, and its downloads. */
import type {EChartsOption} from "echarts";
import type {DisclosedFact} from "../queries/model.ts";
import type {Chart, ChartIndicator, ChartPoint, Look} from "./charts/chart.ts";
import {drawLean} from "./charts/lean-draw.ts";
import {hrefOf} from "./link.ts";
import {webTextOf} from "./text-web.ts";
import {type Address, searchOf} from "./view.ts";

/** One drawing of a chart at one size. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  svg(): string;
  option(): EChartsOption;
  points(): readonly ChartPoint[];
  /** The same drawing of the same size, looked at more closely. */
  closer?(change: Pick<Look, "largest">): Picture;
}

export interface FigureCell {
  /** The heading of its column, which stands beside the value on a phone. */
  readonly head: string;
  readonly value: string;
  readonly note: string;
  readonly blank: boolean;
  /** Where the figure is taken apart (`numberHref`), or null. */
  readonly href: string | null;
}
type CellSketch = Omit<FigureCell, "head" | "href"> & {readonly href?: string | null};
export interface FigureTable {
  readonly heads: readonly string[];
  readonly rows: readonly {
    /** The `key` of the row's points in the drawing; null: the points whose label is the row's name. */
    readonly key: string | null;
    readonly name: string;
    readonly href: string | null;
    readonly own: boolean;
    readonly cells: readonly FigureCell[];
  }[];
}

export function figureTable(
  heads: readonly string[],
  rows: readonly {
    readonly key?: string | null;
    readonly name: string;
    readonly href?: string | null;
    readonly own?: boolean;
    readonly cells: readonly CellSketch[];
  }[]
): FigureTable {
  return {
    heads,
    rows: rows.map(({key = null, name, href = null, own = false, cells}) => ({
      key,
      name,
      href,
      own,
      cells: cells.map((cell, index) => ({head: heads[index + 1] ?? "", ...cell, href: cell.href ?? null}))
    }))
  };
}

export interface Figure {
  /** Within its page, e.g. `udvikling`; also in addresses of downloads. */
  readonly id: string;
  /** Id of the chart, e.g. `strip`. */
  readonly chart: string;
  readonly title: string;
  /** For screen readers: what the picture shows. */
  readonly alt: string;
  /** One or two sentences from the generator that the packages use too. */
  readonly finding: string;
  readonly wide: Picture;
  readonly narrow: Picture;
  readonly table: FigureTable | null;
  readonly downloads: readonly {readonly label: string; readonly href: string}[];
  /** The figures shown, as they are downloaded. */
  readonly facts: readonly DisclosedFact[];
}

export interface FigureSketch<Row> extends Pick<Figure, "id" | "title" | "alt" | "finding" | "table" | "facts"> {
  readonly chart: Chart<Row>;
  readonly rows: readonly Row[];
  readonly indicator: ChartIndicator;
  readonly sizes: {readonly wide: Size; readonly narrow: Size};
  /** Further words and axes that the chart takes. */
  readonly look?: Pick<Look, "groupName" | "otherName" | "pair">;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

export const downloadFormats = ["csv", "xlsx", "parquet", "arrow", "svg"] as const;
export type DownloadFormat = (typeof downloadFormats)[number];

/** The width of a figure in the page's column, and on a phone. */
export const figureWidths = {wide: 760, narrow: 340} as const;

export function figureOf<Row>(sketch: FigureSketch<Row>, address: Address): Figure {
  const {chart, rows, indicator, sizes, look = {}, ...rest} = sketch;
  const {language} = address;
  const picture = (size: Size) => pictureOf(chart, rows, {...look, language, indicator, ...size});
  return {
    ...rest,
    chart: chart.id,
    wide: picture(sizes.wide),
    narrow: picture(sizes.narrow),
    downloads: downloadsOf(rest.id, address)
  };
}

function pictureOf<Row>(chart: Chart<Row>, rows: readonly Row[], look: Look): Picture {
  const {width, height} = look;
  let points: readonly ChartPoint[] | null = null;
  return {
    width,
    height,
    svg: () => drawLean(chart.option(rows, look), width, height),
    option: () => chart.option(rows, look),
    points: () => {
      points ??= chart.points(rows, look);
      return points;
    },
    closer: (change) => pictureOf(chart, rows, {...look, ...change})
  };
}

function downloadsOf(figure: string, {language, path, query}: Address): Figure["downloads"] {
  const {formats} = webTextOf(language).figure;
  return downloadFormats.map((format) => ({
    label: formats[format],
    href: hrefOf(language, `${path}/hent`) + searchOf(query, {figur: figure, format})
  }));
}
