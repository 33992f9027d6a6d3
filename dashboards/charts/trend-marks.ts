import {type PeriodId, periodKind, periodShortLabel} from "../../queries/period.ts";
import {formatBlank} from "../format.ts";
import {fontSizes, palette} from "../theme.ts";
import {type Look, roleColor} from "./chart.ts";
import {hatchMarks} from "./hatch.ts";
import {areaMark, lineMark, type Mark, type Point, textMark} from "./marks.ts";
import {levelMarks, tickText} from "./scales.ts";
import {spread} from "./spread.ts";
import {fitText, textWidth} from "./text-width.ts";
import {endLabel, type Line, type Picture} from "./trend-picture.ts";

/** Grid, periods, the 95 % band, blanks, breaks and direct labels. */
export function marksOf(picture: Picture, look: Look): readonly Mark[] {
  const own = picture.lines.find((line) => line.role === "own");
  const isEmpty = picture.lines.every((line) => line.points.every((point) => point.value === null));
  return [
    ...(isEmpty ? [] : levelMarks(picture.axis, picture.plot, look.language)),
    ...periodMarks(picture, look),
    ...(own ? [...bandMarks(own, picture), ...blankMarks(own, picture, look)] : []),
    ...breakMarks(picture),
    ...endMarks(picture, look)
  ];
}

function periodMarks({periods, plot, x}: Picture, look: Look): readonly Mark[] {
  const labels = periods.map((period) => periodShortLabel(period, look.language));
  const widest = Math.max(...labels.map((label) => textWidth(label, fontSizes.axis))) + 10;
  const every = stepOf(periods, Math.max(1, Math.ceil((widest * labels.length) / plot.width)));
  const bottom = plot.top + plot.height;
  return labels.flatMap((label, index) =>
    (labels.length - 1 - index) % every === 0 ? [tickText(label, x(index), bottom + 12, "center")] : []
  );
}

/** Labels that cannot all stand keep the same part of the year: every second half-year, not every third. */
function stepOf([first]: readonly PeriodId[], least: number): number {
  const perYear = {year: 1, "school-year": 1, "half-year": 2, quarter: 4, month: 12}[
    first ? periodKind(first) : "year"
  ];
  return least === 1 ? 1 : Math.ceil(least / perYear) * perYear;
}

function bandMarks({points}: Line, {x, y}: Picture): readonly Mark[] {
  const marks: Mark[] = [];
  let upper: Point[] = [];
  let lower: Point[] = [];
  const close = () => {
    const [high, low] = [upper[0], lower[0]];
    if (upper.length > 1) marks.push(areaMark([...upper, ...lower.toReversed()], palette.band));
    else if (high && low) marks.push(lineMark([high, low], {stroke: palette.band, lineWidth: 6}));
    upper = [];
    lower = [];
  };
  for (const [index, point] of points.entries()) {
    if (point.value === null || point.low === null || point.high === null) {
      close();
      continue;
    }
    upper.push([x(index), y(point.high)]);
    lower.push([x(index), y(point.low)]);
  }
  close();
  return marks;
}

function blankMarks({points}: Line, {x, plot}: Picture, look: Look): readonly Mark[] {
  const bottom = plot.top + plot.height;
  return points.flatMap((point, index) => {
    if (point.blank === null) return [];
    const stub = hatchMarks(x(index) - 7, bottom - 10, 14, 10);
    if (points[index - 1]?.blank === point.blank) return stub;
    let last = index;
    while (points[last + 1]?.blank === point.blank) last++;
    const word = formatBlank(point.blank, look.language);
    const half = textWidth(word, fontSizes.axis) / 2;
    const middle = Math.max((x(index) + x(last)) / 2, plot.left + half + 2);
    return [...stub, tickText(word, Math.min(middle, plot.left + plot.width - half), bottom - 17, "center")];
  });
}

function breakMarks({lines, periods, x, plot}: Picture): readonly Mark[] {
  const points = lines.flatMap((line) => line.points);
  return periods.flatMap((period, index) => {
    const text = points.find((point) => point.period === period && point.breakText)?.breakText;
    if (!text) return [];
    const at = index === 0 ? plot.left : (x(index - 1) + x(index)) / 2;
    const flip = plot.left + plot.width - at < textWidth(text, fontSizes.axis) + 4;
    const stroke = {stroke: palette.hidden, lineWidth: 1, lineDash: [2, 2]};
    return [
      lineMark(
        [
          [at, 4],
          [at, plot.top + plot.height]
        ],
        stroke
      ),
      tickText(text, flip ? at - 4 : at + 4, 8, flip ? "right" : "left")
    ];
  });
}

function endMarks({lines, plot, y}: Picture, look: Look): readonly Mark[] {
  const ends = lines.flatMap((line) => {
    const last = line.points.findLast((point) => point.value !== null);
    return last ? [{line, wanted: y(last.value as number)}] : [];
  });
  const wanted = ends.map((end) => end.wanted);
  const places = spread(wanted, 13, plot.top, plot.top + plot.height);
  const left = plot.left + plot.width + 6;
  return ends.map(({line}, index) => {
    const bold = line.role === "own";
    const text = fitText(endLabel(line, look), fontSizes.label, look.width - left, bold);
    return textMark(text, left, places[index] as number, {fill: roleColor(line.role), bold});
  });
}
