/** A figure on the page that answers: its elements, and the picture that is seen at this width. */
import type {Language} from "../../queries/model.ts";
import type {ChartPoint} from "../charts/chart.ts";
import type {Figure, Picture} from "../figure.ts";
import type {Tip} from "./tip.ts";

export interface Walked {
  /** The whole figure, with its table. */
  readonly place: HTMLElement;
  readonly drawing: HTMLElement;
  readonly figure: Figure;
  readonly language: Language;
  readonly tip: Tip;
  /** The greatest size that a funnel shows now; null: all. */
  largest: number | null;
}

export function pictureIn(walked: Walked): Picture {
  const picture = isNarrow(walked) ? walked.figure.narrow : walked.figure.wide;
  return walked.largest === null ? picture : (picture.closer?.({largest: walked.largest}) ?? picture);
}

/** The element that holds the picture alone. */
export function frameIn(walked: Walked): HTMLElement {
  return walked.drawing.querySelector<HTMLElement>(isNarrow(walked) ? ".drawing__narrow" : ".drawing__wide")!;
}

function isNarrow({drawing}: Walked): boolean {
  const narrow = drawing.querySelector<HTMLElement>(".drawing__narrow");
  return narrow !== null && narrow.offsetParent !== null;
}

/** The link of the table's row that tells of the point, where it has one. */
export function linkTo({place, figure}: Walked, point: ChartPoint): HTMLAnchorElement | null {
  const row = rowOf(figure, point);
  if (row < 0 || !figure.table?.rows[row]?.href) return null;
  return rowsIn(place)[row]?.querySelector<HTMLAnchorElement>("th a[href]") ?? null;
}

export function rowsIn(place: HTMLElement): readonly HTMLTableRowElement[] {
  return [...place.querySelectorAll<HTMLTableRowElement>("tbody tr")];
}

/** The row of the figure's table that tells of the point, or -1. */
export function rowOf({table}: Figure, {key, label}: ChartPoint): number {
  const byKey = table?.rows.findIndex((row) => row.key !== null && row.key === key) ?? -1;
  return byKey >= 0 ? byKey : (table?.rows.findIndex((row) => row.key === null && row.name === label) ?? -1);
}
