import {position} from "../charts/position.ts";
import {type Figure, figureOf} from "../figure.ts";
import type {Address} from "../view.ts";

/** A table without a drawing of its own, so that its figures can be downloaded as those of a drawing. */
export function sheetOf(
  sketch: Pick<Figure, "id" | "title" | "finding" | "facts">,
  indicator: Parameters<typeof figureOf>[0]["indicator"],
  address: Address
): Figure {
  const size = {width: 320, height: 28};
  const figure = figureOf(
    {
      ...sketch,
      alt: sketch.title,
      table: null,
      chart: position,
      rows: [],
      indicator,
      sizes: {wide: size, narrow: size}
    },
    address
  );
  return {...figure, downloads: figure.downloads.filter(({href}) => !href.endsWith("format=svg"))};
}
