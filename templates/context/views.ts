/** What the templates see: settled text and drawn charts, nothing to decide. Pages reuse the same partials. */
import type {Chart, Look} from "../../dashboards/charts/chart.ts";

/** Draws a chart as SVG text; `templates/chart.ts` has the real one. */
export type Draw = <Row>(chart: Chart<Row>, rows: readonly Row[], look: Look) => string;

export interface ChartView {
  readonly kind: string;
  readonly svg: string;
  readonly alt: string;
}

export interface FigureView {
  readonly id: string;
  readonly title: string;
  /** `6,2`, or the blank's word. */
  readonly value: string;
  readonly measure: string;
  readonly isBlank: boolean;
  readonly interval: string;
  readonly period: string;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly question: string;
  readonly charts: readonly ChartView[];
}

export interface CellView {
  readonly text: string;
  /** Second, smaller line. */
  readonly small?: string;
  readonly isText?: boolean;
}

export interface TableView {
  readonly caption: string;
  /** Column headings; the first is over the row headings. */
  readonly head: readonly {readonly text: string; readonly isText?: boolean}[];
  readonly rows: readonly {readonly head: string; readonly small?: string; readonly cells: readonly CellView[]}[];
  readonly note?: string;
  /** Cells never wrap: few and short columns. */
  readonly isTight?: boolean;
}

export interface FindingView {
  readonly theme: string;
  readonly assessment: string;
  readonly isStrength: boolean;
  readonly source: string;
  readonly text: string;
  readonly quote: string | null;
}

export interface ChapterView {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly FigureView[];
  readonly table: TableView | null;
  readonly findings: readonly FindingView[];
}

export interface StandsOutView {
  readonly figures: readonly {readonly title: string; readonly when: string; readonly why: string}[];
  /** What is said when no figure stands out, else null. */
  readonly nothing: string | null;
  readonly findings: readonly FindingView[];
}

/** One indicator over all units below, or over all municipalities: two charts beside each other, or one across. */
export interface SpreadView {
  readonly title: string;
  readonly sentence: string;
  readonly charts: readonly ChartView[];
}

export interface AgreementView {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly status: string;
  /** Empty where nothing was said. */
  readonly expected: string;
  readonly figure: {
    readonly title: string;
    readonly before: string;
    readonly now: string;
    readonly target: string;
    readonly sentence: string;
  } | null;
}

export interface DefinitionView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Numerator, denominator, exclusions, rule of averaging, source and version as running text. */
  readonly facts: string;
}
