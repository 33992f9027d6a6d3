import {comparePeriods} from "../../queries/period.ts";
import {formatBlank} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {tightAxis} from "./axis.ts";
import type {Chart, Look} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {dotMark, type Mark} from "./marks.ts";
import {type Frame, miniBand, miniLine, miniSigns} from "./miniature.ts";
import {leastSpan, nothingSmall, optionOf, tickText, upwards} from "./scales.ts";
import {fitText} from "./text-width.ts";
import {linePoints} from "./trend.ts";
import {type Line, linesOf, type TrendRow} from "./trend-picture.ts";

/** A very small trend without numbers: own line with its last point marked, and other lines dashed beside it. */
export const sparkline: Chart<TrendRow> = {
  id: "sparkline",
  title: {da: "Udvikling", en: "Development"},
  columns: ["period", "role", "name", "value", "low", "high", "blank", "breakText"],
  size: {width: 120, height: 32},
  option: (rows, look) => {
    if (rows.length === 0) return nothingSmall(look);
    const {lines, frame} = pictureOf(rows, look);
    return optionOf({series: []}, marksOf(lines, frame, look));
  },
  points: (rows, look) => {
    if (rows.length === 0) return [];
    const {lines, frame} = pictureOf(rows, look);
    const own = lines.filter(({role}) => role === "own");
    const others = lines.filter(({role}) => role !== "own");
    return [...own, ...others].flatMap((line) => linePoints(line, frame, look));
  }
};

function pictureOf(rows: readonly TrendRow[], look: Look): {readonly lines: readonly Line[]; readonly frame: Frame} {
  const periods = [...new Set(rows.map((row) => row.period))].sort(comparePeriods);
  const drawn = rows.flatMap((row) => (row.role === "own" ? [row.value, row.low, row.high] : [row.value]));
  const axis = tightAxis(
    drawn.filter((value) => value !== null),
    leastSpan(look.indicator)
  );
  const plot = {left: 4, top: 4, width: look.width - 9, height: look.height - 8};
  const step = plot.width / Math.max(1, periods.length - 1);
  const x = (index: number) => (periods.length === 1 ? plot.left + plot.width / 2 : plot.left + step * index);
  const frame = {top: 0, floor: look.height - 1, reach: Math.min(4, step / 2), x, y: upwards(axis, plot)};
  return {lines: linesOf(rows, periods), frame};
}

function marksOf(lines: readonly Line[], frame: Frame, look: Look): readonly Mark[] {
  const own = lines.find(({role}) => role === "own");
  const marks = lines.flatMap((line) => miniLine(line, frame));
  if (!own) return marks;
  const last = own.points.findLastIndex(({value}) => value !== null);
  if (last < 0) return wordMarks(own, look);
  const at = [frame.x(last), frame.y(own.points[last]?.value as number)] as const;
  return [...miniBand(own, frame), ...marks, ...miniSigns(own, frame), dotMark(at, 3, palette.own, 5)];
}

/** The reason stands in place of a line that has no point at all. */
function wordMarks({points}: Line, {width, height, language}: Look): readonly Mark[] {
  const blank = points.at(-1)?.blank;
  if (!blank) return [];
  const text = fitText(formatBlank(blank, language), fontSizes.axis, width - 22);
  return [...hatchMarks(2, height / 2 - 5, 12, 10), tickText(text, 18, height / 2, "left")];
}
