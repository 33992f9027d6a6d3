/** Choosing points of a drawing, with a rectangle or one by one: the table and a plain list then show only those. */
import type {ChartPoint} from "../charts/chart.ts";
import {webTextOf} from "../text-web.ts";
import {type Brush, openBrushLater} from "./brush.ts";
import {chosenInAddress, writeChosen} from "./choice-address.ts";
import {speak} from "./notice.ts";
import {frameIn, linkTo, pictureIn, rowOf, rowsIn, type Walked} from "./walked.ts";

export interface Choice {
  toggle(point: ChartPoint): void;
}

const choosable = new Set(["scatter", "funnel", "strip"]);
const longestList = 60;

/** Null where the chart is one of few points, of which nothing need be chosen. */
export function offerChoice(walked: Walked): Choice | null {
  const {drawing, figure, language} = walked;
  if (!choosable.has(figure.chart)) return null;
  const {choose: t} = webTextOf(language).figure;
  const chosen = new Map<string, ChartPoint>();
  const list = element("div", "chosen");
  list.hidden = true;
  let brush: Brush | null = null;
  const update = () => {
    showChosen(walked, list, [...chosen.values()], clear);
    markChosen(walked, brush ? [] : [...chosen.values()]);
    writeChosen(figure.id, [...chosen.keys()]);
  };
  const choose = (points: readonly ChartPoint[]) => {
    chosen.clear();
    for (const point of points) chosen.set(point.key, point);
    update();
  };
  const clear = () => {
    choose([]);
    brush?.clear();
    speak(t.cleared);
    drawing.focus();
  };
  const begin = openBrushLater();
  const select = button(t.begin, async () => {
    if (brush) brush.close();
    brush = brush ? null : await begin(walked, choose);
    select.setAttribute("aria-pressed", String(brush !== null));
    select.textContent = brush ? t.end : t.begin;
    hint.hidden = brush === null;
    update();
  });
  select.setAttribute("aria-pressed", "false");
  const hint = element("p", "note", t.hint);
  hint.hidden = true;
  hint.id = `valg-hjaelp-${figure.id}`;
  drawing.setAttribute("aria-describedby", `figur-vejledning ${hint.id}`);
  const tools = element("div", "tools");
  tools.append(select, ...zoomButtons(walked, () => brush?.redraw()), hint);
  drawing.after(tools, list);
  const asked = new Set(chosenInAddress(figure.id));
  if (asked.size > 0)
    choose(
      pictureIn(walked)
        .points()
        .filter(({key}) => asked.has(key))
    );
  return {
    toggle(point) {
      if (!chosen.delete(point.key)) chosen.set(point.key, point);
      update();
      speak(t.count(chosen.size));
    }
  };
}

/** Of a funnel: the smaller half of what is shown, again and again, and back. */
function zoomButtons(walked: Walked, redrawn: () => void): readonly HTMLElement[] {
  if (walked.figure.chart !== "funnel") return [];
  const {choose: t} = webTextOf(walked.language).figure;
  const redraw = (largest: number | null) => {
    walked.largest = largest;
    walked.tip.hide();
    const {wide, narrow} = walked.figure;
    for (const [name, picture] of [
      ["wide", wide],
      ["narrow", narrow]
    ] as const) {
      const frame = walked.drawing.querySelector(`.drawing__${name}`);
      const shown = (largest === null ? null : picture.closer?.({largest})) ?? picture;
      frame?.querySelector("svg")?.replaceWith(svgElement(shown.svg()));
    }
    redrawn();
    out.hidden = largest === null;
    closer.disabled = medianSize(walked) === null;
    speak(largest === null ? t.allSizes : t.upTo(largest));
  };
  const closer = button(t.closer, () => redraw(medianSize(walked)));
  const out = button(t.out, () => redraw(null));
  out.hidden = true;
  closer.disabled = medianSize(walked) === null;
  return [closer, out];
}

/** The size that half of the units shown do not exceed; null where few are left to tell apart. */
function medianSize(walked: Walked): number | null {
  const series = [pictureIn(walked).option().series ?? []].flat() as readonly {
    readonly data: readonly {readonly value: readonly [number, number]}[];
  }[];
  const sizes = series.flatMap(({data}) => data.map(({value}) => value[0])).sort((a, b) => a - b);
  const median = sizes[Math.floor((sizes.length - 1) / 2)];
  return median === undefined || sizes.length < 12 || median === sizes.at(-1) ? null : median;
}

function showChosen(walked: Walked, list: HTMLElement, points: readonly ChartPoint[], clear: () => void): void {
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

function markChosen(walked: Walked, points: readonly ChartPoint[]): void {
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

function svgElement(text: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = text;
  return holder.firstElementChild!;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "tools__button";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function element(tag: string, className = "", text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
