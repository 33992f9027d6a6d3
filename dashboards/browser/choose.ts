/** Choosing points of a drawing, with a rectangle or one by one: the table and a plain list then show only those. */
import type {ChartPoint} from "../charts/chart.ts";
import {webTextOf} from "../text-web.ts";
import {type Brush, openBrushLater} from "./brush.ts";
import {chosenInAddress, writeChosen} from "./choice-address.ts";
import {markChosen, showChosen} from "./chosen-list.ts";
import {button, element} from "./dom.ts";
import {notify, speak} from "./notice.ts";
import {pictureIn, type Walked} from "./walked.ts";
import {zoomButtons} from "./zoom.ts";

export interface Choice {
  toggle(point: ChartPoint): void;
}

const choosable = new Set(["scatter", "funnel", "strip"]);

/** Null where the chart is one of few points, of which nothing need be chosen. */
export function offerChoice(walked: Walked): Choice | null {
  if (!choosable.has(walked.figure.chart)) return null;
  const chosen = new Chosen(walked);
  const {tools, hint} = toolsOf(walked, chosen);
  walked.drawing.setAttribute("aria-describedby", `figur-vejledning ${hint.id}`);
  walked.drawing.after(tools, chosen.list);
  chosen.restore();
  return chosen;
}

class Chosen implements Choice {
  readonly list = element("div", "chosen");
  brush: Brush | null = null;
  readonly #walked: Walked;
  readonly #points = new Map<string, ChartPoint>();

  constructor(walked: Walked) {
    this.#walked = walked;
    this.list.hidden = true;
  }

  toggle(point: ChartPoint): void {
    if (!this.#points.delete(point.key)) this.#points.set(point.key, point);
    this.update();
    speak(webTextOf(this.#walked.language).figure.choose.count(this.#points.size));
  }

  choose(points: readonly ChartPoint[]): void {
    this.#points.clear();
    for (const point of points) this.#points.set(point.key, point);
    this.update();
  }

  update(): void {
    const points = [...this.#points.values()];
    showChosen(this.#walked, this.list, points, () => this.#clear());
    markChosen(this.#walked, this.brush ? [] : points);
    writeChosen(this.#walked.figure.id, [...this.#points.keys()]);
  }

  /** What the address says was chosen. */
  restore(): void {
    const asked = new Set(chosenInAddress(this.#walked.figure.id));
    if (asked.size === 0) return;
    const points = pictureIn(this.#walked).points();
    this.choose(points.filter(({key}) => asked.has(key)));
  }

  #clear(): void {
    this.choose([]);
    this.brush?.clear();
    speak(webTextOf(this.#walked.language).figure.choose.cleared);
    this.#walked.drawing.focus();
  }
}

function toolsOf(walked: Walked, chosen: Chosen) {
  const {choose: t} = webTextOf(walked.language).figure;
  const hint = element("p", "note", t.hint);
  hint.hidden = true;
  hint.id = `valg-hjaelp-${walked.figure.id}`;
  const begin = openBrushLater();
  const select = button(t.begin, async () => {
    const open = chosen.brush;
    open?.close();
    chosen.brush = open ? null : await begin(walked, (points) => chosen.choose(points)).catch(() => fail(walked));
    const isOpen = chosen.brush !== null;
    select.setAttribute("aria-pressed", String(isOpen));
    select.textContent = isOpen ? t.end : t.begin;
    hint.hidden = !isOpen;
    chosen.update();
  });
  select.setAttribute("aria-pressed", "false");
  const tools = element("div", "tools");
  tools.append(select, ...zoomButtons(walked, () => chosen.brush?.redraw()), hint);
  return {tools, hint};
}

function fail({language}: Walked): null {
  const {live} = webTextOf(language);
  notify(live.failed, {label: live.retry, href: location.href});
  return null;
}
