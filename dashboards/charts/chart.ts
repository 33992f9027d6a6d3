import type {EChartsOption} from "echarts";
import type {Blank, Indicator, Language} from "../../queries/model.ts";
import {roleColors} from "../theme.ts";

/** What a chart must know of the indicator that it shows; an Indicator is one. */
export type ChartIndicator = Pick<
  Indicator,
  "measureLabel" | "measureLabelEnglish" | "decimals" | "bounds" | "target" | "targetText"
> &
  Partial<Pick<Indicator, "interval">>;

/** How a chart is to look: everything that is not data. Sizes in CSS pixels. */
export interface Look {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly indicator: ChartIndicator;
  /** What a legend calls the comparison group and everybody else: `Lignende kommuner`, `Andre kommuner`. */
  readonly groupName?: string;
  readonly otherName?: string;
  /** Of a funnel: the greatest size that is shown, so that the crowded small ones come apart. */
  readonly largest?: number;
  /** The horizontal axis of a chart of two indicators, and what stands at both axes. */
  readonly pair?: {
    readonly across: ChartIndicator;
    readonly titles: {readonly across: string; readonly up: string};
  };
}

/** A chart is a value: the columns it needs and a pure function of rows. Paper, first paint and browser call the same. */
export interface Chart<Row> {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly columns: readonly (keyof Row & string)[];
  readonly size: {readonly width: number; readonly height: number};
  option(rows: readonly Row[], look: Look): EChartsOption;
  /** What can be pointed at, in reading order, blanks too; `group` and `key` together are unique. */
  points(rows: readonly Row[], look: Look): readonly ChartPoint[];
}

/** A chart that is as high as its rows need at a width. */
export interface TallChart<Row> extends Chart<Row> {
  heightOf(rows: readonly Row[], width: number): number;
}

/** A place in the drawing that can be pointed at and spoken of; x and y in the drawing's own pixels. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** `Skoleåret 2024/25, Bøgelundskolen`. */
  readonly label: string;
  /** As the formatter writes it: `6,2 pct.`, or a blank's word. */
  readonly value: string;
  /** Uncertainty, breaks and other remarks, or the reason of a blank; may be empty. */
  readonly note: string;
  /** The line, bar or role that the point belongs to; empty in a chart of one series. */
  readonly group: string;
  /** The same from drawing to drawing: a period, a unit's id, else its name, or a category. */
  readonly key: string;
}

export const roles = ["own", "municipality", "neighbours", "similar", "region", "nation"] as const;
/** Who a value belongs to, seen from the reader's unit. */
export type Role = (typeof roles)[number];

/** Who a row is about; a page links its point to the unit. */
export interface Named {
  readonly name: string;
  readonly id?: string;
}

/** A value with its interval, or a typed blank; the part of a fact that charts draw. */
export type Drawn =
  | {readonly value: number; readonly low: number | null; readonly high: number | null; readonly blank: null}
  | {readonly value: null; readonly low: null; readonly high: null; readonly blank: Blank};

export const standings = ["own", "group", "other", "whole"] as const;
/** Own unit, the members of its comparison group, everybody else, and the total that they are parts of. */
export type Standing = (typeof standings)[number];

/** One place among others on one measure. */
export type PlaceRow = Drawn & Named & {readonly role: Standing};

export function roleColor(role: Role): string {
  return roleColors[role];
}
