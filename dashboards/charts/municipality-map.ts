import type {MapOutline} from "../municipality-map.ts";
import {palette, standingColors} from "../theme.ts";
import type {Look, TallChart} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {legendMarks, legendPlace} from "./legend.ts";
import {areaMark, lineMark, type Mark, type Point} from "./marks.ts";
import {nothingToShow, optionOf} from "./scales.ts";
import {pointOf, rampMarks} from "./tiles.ts";
import {type Picture, pictureOf, type TileRow} from "./tiles-picture.ts";

/** The municipalities within the borders that the operator has supplied, coloured by the same classes as the tiles. */
export function municipalityMap(outline: MapOutline): TallChart<TileRow> {
  return {
    id: "municipality-map",
    title: {da: "Kommunerne på kortet", en: "The municipalities on the map"},
    columns: ["role", "id", "name", "value", "blank"],
    size: {width: 560, height: 560},
    heightOf: (_rows, width) => headOf(width) + Math.ceil((outline.height / outline.width) * width) + 4,
    option: (rows, look) => {
      if (rows.every(({role}) => role === "whole")) return nothingToShow(look);
      const picture = pictureOf(rows, look);
      const placed = placedOf(outline, rows, look);
      return optionOf({series: []}, [
        ...legendMarks(picture.legend, 0, 8),
        ...rampMarks(picture, look),
        ...placed.flatMap((each) => fillMarks(each, picture)),
        ...placed.flatMap(frameMarks)
      ]);
    },
    points: (rows, look) => {
      if (rows.every(({role}) => role === "whole")) return [];
      const picture = pictureOf(rows, look);
      const [x, y] = legendPlace(picture.legend, 0);
      return [
        ...placedOf(outline, rows, look)
          .filter(({row}) => row)
          .toSorted((a, b) => a.middle[1] - b.middle[1])
          .map(({row, middle}) => pointOf(row!, {x: middle[0], y: middle[1]}, "", picture, look)),
        ...picture.totals.map((row) => pointOf(row, {x, y}, "whole", picture, look))
      ];
    }
  };
}

interface Placed {
  readonly row: TileRow | undefined;
  readonly rings: readonly (readonly Point[])[];
  /** Of the largest ring. */
  readonly middle: Point;
}

/** The legend may need two lines on a phone. */
function headOf(width: number): number {
  return (width < 420 ? 49 : 34) + 36;
}

/** The largest first, so that what lies inside another is drawn on top of it. */
function placedOf(outline: MapOutline, rows: readonly TileRow[], {width}: Look): readonly Placed[] {
  const byCode = new Map(rows.filter(({role}) => role !== "whole").map((row) => [row.id, row]));
  const [scale, top] = [(width - 4) / outline.width, headOf(width)];
  return outline.shapes
    .map(({code, rings}) => {
      const placed = rings.map((ring) => pointsOf(ring, scale, top));
      return {row: byCode.get(code), rings: placed, middle: middleOf(placed[0]!), span: spanOf(placed[0]!)};
    })
    .toSorted((a, b) => b.span - a.span);
}

function pointsOf(ring: readonly number[], scale: number, top: number): readonly Point[] {
  return Array.from(
    {length: ring.length / 2},
    (_, index): Point => [2 + ring[2 * index]! * scale, top + ring[2 * index + 1]! * scale]
  );
}

function middleOf(ring: readonly Point[]): Point {
  const sum = ring.reduce<Point>(([x, y], [nextX, nextY]) => [x + nextX, y + nextY], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function spanOf(ring: readonly Point[]): number {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function fillMarks({row, rings, middle: [x, y]}: Placed, {classes, colors}: Picture): readonly Mark[] {
  const outlines = rings.map((ring) => outlineMark(ring, palette.axis, 0.7, 3));
  if (!row || row.value === null) return [...outlines, ...(row ? hatchMarks(x - 6, y - 5, 12, 10) : [])];
  const fill = colors[classes.classOf(row.value)] as string;
  return [...rings.map((ring) => areaMark(ring, fill, 2)), ...outlines];
}

function frameMarks({row, rings}: Placed): readonly Mark[] {
  if (row?.role === "own") return rings.map((ring) => outlineMark(ring, standingColors.own, 2.6, 5));
  if (row?.role === "group") return rings.map((ring) => outlineMark(ring, standingColors.group, 1.8, 4));
  return [];
}

function outlineMark(ring: readonly Point[], stroke: string, lineWidth: number, z: number): Mark {
  return lineMark([...ring, ring[0] as Point], {stroke, lineWidth}, z);
}
