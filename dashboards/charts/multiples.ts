import {periodShortLabel} from "../../queries/period.ts";
import {formatBlank, formatNumber} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {ticksOf} from "./axis.ts";
import type {Look, TallChart} from "./chart.ts";
import {legendMarks} from "./legend.ts";
import {dotMark, lineMark, type Mark, textMark} from "./marks.ts";
import {miniBand, miniLine, miniSigns} from "./miniature.ts";
import {type Panel, type Picture, pictureOf, roomFor} from "./multiples-picture.ts";
import {nothingToShow, optionOf, tickText} from "./scales.ts";
import {fitText, textWidth} from "./text-width.ts";
import {linePoints} from "./trend.ts";
import type {TrendRow} from "./trend-picture.ts";

/**
 * A small trend for every unit with the role `own`, all on one scale and in the order of the rows; lines of any other
 * role, such as the municipality's, are drawn dashed in every panel.
 */
export const multiples: TallChart<TrendRow> = {
  id: "multiples",
  title: {da: "Udvikling enhed for enhed", en: "Development unit by unit"},
  columns: ["period", "role", "name", "value", "low", "high", "blank", "breakText"],
  size: {width: 640, height: 320},
  heightOf: (rows, width) => roomFor(rows, width),
  option: (rows, look) => {
    if (rows.every(({role}) => role !== "own")) return nothingToShow(look);
    const picture = pictureOf(rows, look);
    return optionOf({series: []}, [
      ...legendMarks(picture.legend, 0, 8),
      ...picture.panels.flatMap((panel) => panelMarks(panel, picture, look))
    ]);
  },
  points: (rows, look) => {
    if (rows.every(({role}) => role !== "own")) return [];
    const {panels, common} = pictureOf(rows, look);
    const own = panels.flatMap(({line, frame}) => linePoints(line, frame, look));
    const [first] = panels;
    return first ? [...own, ...common.flatMap((line) => linePoints(line, first.frame, look))] : own;
  }
};

function panelMarks(panel: Panel, picture: Picture, look: Look): readonly Mark[] {
  const {line, frame} = panel;
  const last = line.points.findLastIndex(({value}) => value !== null);
  const value = line.points[last]?.value;
  return [
    ...titleMarks(panel, look),
    ...levels(panel, picture, look),
    ...miniBand(line, frame),
    ...picture.common.flatMap((each) => miniLine(each, frame)),
    ...miniLine(line, frame),
    ...miniSigns(line, frame),
    ...(value == null ? [] : [dotMark([frame.x(last), frame.y(value)], 2.6, palette.own, 5)]),
    ...(panel.isLowest ? periodMarks(panel, picture, look) : [])
  ];
}

/** The name, and the newest figure or the reason why there is none. */
function titleMarks({line, left, top, width}: Panel, {indicator, language}: Look): readonly Mark[] {
  const newest = line.points.at(-1) as TrendRow;
  const word =
    newest.value === null
      ? fitText(formatBlank(newest.blank, language), fontSizes.axis, width * 0.5)
      : formatNumber(newest.value, indicator.decimals, language);
  const isShown = newest.value !== null;
  const room = width - textWidth(word, isShown ? fontSizes.label : fontSizes.axis, isShown) - 8;
  return [
    textMark(fitText(line.name, fontSizes.label, room), left, top + 7),
    isShown
      ? textMark(word, left + width, top + 7, {align: "right", bold: true, fill: palette.own})
      : tickText(word, left + width, top + 7, "right")
  ];
}

/** The common scale: lines in every panel, numbers at the outermost left. */
function levels({left, width, frame, isFirst}: Panel, {axis}: Picture, {language}: Look): readonly Mark[] {
  return ticksOf(axis).flatMap((tick) => {
    const ends = [
      [left, frame.y(tick)],
      [left + width, frame.y(tick)]
    ] as const;
    const line = lineMark(ends, {stroke: palette.grid, lineWidth: 1}, 0);
    const text = formatNumber(tick, axis.decimals, language);
    return isFirst ? [line, tickText(text, left - 5, frame.y(tick), "right")] : [line];
  });
}

function periodMarks({left, width, frame}: Panel, {periods}: Picture, {language}: Look): readonly Mark[] {
  const [first, last] = [periods[0], periods.at(-1)].map((period) =>
    period ? periodShortLabel(period, language) : ""
  );
  const y = frame.floor + 9;
  const both = periods.length > 1 && textWidth(`${first}  ${last}`, fontSizes.axis) + 6 < width;
  return [...(both ? [tickText(first ?? "", left, y, "left")] : []), tickText(last ?? "", left + width, y, "right")];
}
