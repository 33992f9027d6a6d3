/** What is chosen, seen: in the table, in a plain list, and as rings in the drawing. */
import type {ChartPoint} from "../charts/chart.ts";
import {webTextOf} from "../text-web.ts";
import {button, element} from "./dom.ts";
import {frameIn, linkTo, pictureIn, rowOf, rowsIn, type Walked} from "./walked.ts";

const longestList = 60;

export function showChosen(walked: Walked, list: HTMLElement, points: readonly ChartPoint[], clear: () => void): void {
  const {place, figure, language} = walked;
  const {choose: t} = webTextOf(language).figure;
  const rows = new Set(points.map((point) => rowOf(figure, point)));
  for (const [index, row] of rowsIn(place).entries()) row.hidden = points.length > 0 && !rows.has(index);
  list.hidden = points.length === 0;
  const items = points
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"))
    .slice(0, longestList)
    .map((point) => itemOf(walked, point));
  const head = element("p", "chosen__count", t.count(points.length));
  head.append(" ", button(t.clear, clear));
  const rest = points.length > longestList ? [element("p", "note", t.more(points.length - longestList))] : [];
  const names = element("ul", "chosen__list nobullet-list");
  names.append(...items);
  list.replaceChildren(head, names, ...rest);
}

function itemOf(walked: Walked, point: ChartPoint): HTMLElement {
  const item = element("li");
  const link = linkTo(walked, point);
  const name = document.createElement(link ? "a" : "span");
  name.textContent = point.label;
  if (link) name.setAttribute("href", link.getAttribute("href")!);
  item.append(name, " ", element("span", "note", point.value));
  return item;
}

export function markChosen(walked: Walked, points: readonly ChartPoint[]): void {
  const frame = frameIn(walked);
  for (const mark of walked.drawing.querySelectorAll(".ring--chosen")) mark.remove();
  const {width, height} = pictureIn(walked);
  const shown = new Map(
    pictureIn(walked)
      .points()
      .map((point) => [point.key, point])
  );
  for (const {key} of points) {
    const point = shown.get(key);
    if (!point) continue;
    const mark = element("span", "ring ring--chosen");
    mark.style.left = `${(point.x / width) * 100}%`;
    mark.style.top = `${(point.y / height) * 100}%`;
    frame.append(mark);
  }
}
