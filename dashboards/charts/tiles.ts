import {formatNumber, formatValue} from "../format.ts";
import {fontSizes, palette, standingColors, textOn} from "../theme.ts";
import type {ChartPoint, Look, TallChart} from "./chart.ts";
import type {Classes} from "./classes.ts";
import {hatchMarks} from "./hatch.ts";
import {legendMarks, legendPlace} from "./legend.ts";
import {areaMark, lineMark, type Mark, type Point, rectangle, square, textMark} from "./marks.ts";
import {notesOf, spokenOf} from "./points.ts";
import {nothingToShow, optionOf, tickText} from "./scales.ts";
import {type Picture, pictureOf, roomFor, type Tile, type TileRow} from "./tiles-picture.ts";

export type {TileRow} from "./tiles-picture.ts";

/**
 * The 98 municipalities as equal tiles placed by geography, so that small ones are seen. The colour is the class of the
 * value, light to dark; what is not shown has no class, and the classes are made of shown values only.
 */
export const tiles: TallChart<TileRow> = {
  id: "tiles",
  title: {da: "Kommunerne på kortet", en: "The municipalities on the map"},
  columns: ["role", "id", "name", "value", "blank"],
  size: {width: 480, height: 535},
  heightOf: (_rows, width) => roomFor(width),
  option: (rows, look) => {
    if (rows.every(({role}) => role === "whole")) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf({series: []}, [
      ...legendMarks(picture.legend, 0, 8),
      ...rampMarks(picture, look),
      ...picture.tiles.flatMap((tile) => tileMarks(tile, picture))
    ]);
  },
  points: (rows, look) => {
    if (rows.every(({role}) => role === "whole")) return [];
    const picture = pictureOf(rows, look);
    const inOrder = picture.tiles.toSorted((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
    return [
      ...inOrder.flatMap(({row, place, ...at}) =>
        row ? [pointOf(row, {x: at.x, y: at.y}, `${place.row}`, picture, look)] : []
      ),
      ...picture.totals.map((row, index) => {
        const [x, y] = legendPlace(picture.legend, picture.firstTotal + index);
        return pointOf(row, {x, y}, "whole", picture, look);
      })
    ];
  }
};

/** Groups are the rows of the map from north to south, so that up and down lead there. */
export function pointOf(
  row: TileRow,
  at: {readonly x: number; readonly y: number},
  group: string,
  {classes}: Picture,
  look: Look
): ChartPoint {
  const {value, note} = spokenOf(row, look);
  const inClass = row.value === null || row.role === "whole" ? "" : classWords(row.value, classes, look);
  const inGroup = row.role === "group" ? (look.groupName ?? "") : "";
  return {...at, label: row.name, value, note: notesOf(note, inClass, inGroup), group, key: row.id};
}

/** `5,5 til under 6,0 pct.`; nothing where there is one class only. */
function classWords(value: number, {boundaries, classOf}: Classes, {indicator, language}: Look): string {
  if (boundaries.length === 0) return "";
  const at = classOf(value);
  const [from, to] = [boundaries[at - 1], boundaries[at]];
  const words =
    language === "da" ? ["farve", "under", "og derover", "til under"] : ["colour", "below", "and above", "to below"];
  const [colour, below, above, between] = words;
  const write = (cut: number) => formatValue(cut, indicator, language);
  if (from === undefined) return `${colour}: ${below} ${write(to as number)}`;
  if (to === undefined) return `${colour}: ${write(from)} ${above}`;
  return `${colour}: ${formatNumber(from, indicator.decimals, language)} ${between} ${write(to)}`;
}

/** The classes from light to dark with their boundaries. */
export function rampMarks({classes, colors, ramp}: Picture, {language}: Look): readonly Mark[] {
  const {top, step, measure} = ramp;
  const {boundaries, decimals} = classes;
  const box = (index: number) => rectangle(1 + index * step, top, step, 10);
  return [
    ...colors.flatMap((color, index) => [areaMark(box(index), color, 2), outline(box(index), palette.axis, 0.8)]),
    ...boundaries.map((cut, index) =>
      tickText(formatNumber(cut, decimals, language), 1 + (index + 1) * step, top + 18, "center")
    ),
    tickText(measure, 1 + colors.length * step + 6, top + 5, "left")
  ];
}

function tileMarks({place, row, x, y}: Tile, {classes, colors, side}: Picture): readonly Mark[] {
  const box = square([x, y], side / 2);
  const size = Math.min(fontSizes.label, Math.max(7.5, side * 0.44));
  if (!row || row.value === null)
    return [
      outline(box, palette.axis, 0.8),
      ...(row ? hatchMarks(x - side / 2 + 1, y + side * 0.14, side - 2, side * 0.36 - 1) : []),
      textMark(place.short, x, row ? y - side * 0.18 : y, {align: "center", fill: palette.muted, size}),
      ...frameMarks(row, [x, y], side)
    ];
  const color = colors[classes.classOf(row.value)] as string;
  return [
    areaMark(box, color, 2),
    outline(box, palette.axis, 0.8),
    textMark(place.short, x, y, {align: "center", fill: textOn(color), size, bold: row.role === "own"}),
    ...frameMarks(row, [x, y], side)
  ];
}

/** Own and group stand in a frame around their tile, in the gap to the next. */
function frameMarks(row: TileRow | undefined, at: Point, side: number): readonly Mark[] {
  if (row?.role !== "own" && row?.role !== "group") return [];
  const [reach, width] = row.role === "own" ? [1.2, 3] : [0.9, 1.8];
  return [
    outline(square(at, side / 2 - 1), palette.paper, 1.4),
    outline(square(at, side / 2 + reach), standingColors[row.role], width)
  ];
}

function outline(corners: readonly Point[], stroke: string, lineWidth: number): Mark {
  return lineMark([...corners, corners[0] as Point, corners[1] as Point], {stroke, lineWidth}, lineWidth > 1 ? 4 : 3);
}
