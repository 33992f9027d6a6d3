import type {EChartsOption} from "echarts";
import type {Blank, Indicator, Language} from "../../queries/model.ts";
import {roleColors} from "../theme.ts";

/** What a chart must know of the indicator that it shows; an Indicator is one. */
export type ChartIndicator = Pick<
  Indicator,
  "measureLabel" | "measureLabelEnglish" | "decimals" | "bounds" | "target" | "targetText"
>;

/** How a chart is to look: everything that is not data. Sizes in CSS pixels. */
export interface Look {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly indicator: ChartIndicator;
}

/** A chart is a value: the columns it needs and a pure function of rows. Paper, first paint and browser call the same. */
export interface Chart<Row> {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly columns: readonly (keyof Row & string)[];
  readonly size: {readonly width: number; readonly height: number};
  option(rows: readonly Row[], look: Look): EChartsOption;
}

export const roles = ["own", "municipality", "neighbours", "similar", "region", "nation"] as const;
/** Who a value belongs to, seen from the reader's unit. */
export type Role = (typeof roles)[number];

/** A value with its interval, or a typed blank; the part of a fact that charts draw. */
export type Drawn =
  | {readonly value: number; readonly low: number | null; readonly high: number | null; readonly blank: null}
  | {readonly value: null; readonly low: null; readonly high: null; readonly blank: Blank};

export function roleColor(role: Role): string {
  return roleColors[role];
}
