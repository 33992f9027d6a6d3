/** Lets a reader walk through a drawing point by point, by keyboard, by pointer and by touch. */

import type {Language} from "../../queries/model.ts";
import type {Figure} from "../figure.ts";
import {webTextOf} from "../text-web.ts";
import {offerChoice} from "./choose.ts";
import {speak} from "./notice.ts";
import {offerPicture} from "./png.ts";
import {openTip} from "./tip.ts";
import {pointNear, stepFrom} from "./walk.ts";
import {frameIn, linkTo, pictureIn, type Walked} from "./walked.ts";

/** Makes every figure of the region answer; the pictures themselves stay as the server drew them. */
export function attachFigures(region: HTMLElement, figures: readonly Figure[], language: Language): void {
  for (const figure of figures) {
    const place = region.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure.id)}"]`);
    const drawing = place?.querySelector<HTMLElement>(".drawing");
    if (place && drawing) answer({place, drawing, figure, language, tip: openTip(), largest: null});
  }
}

const reach = {mouse: 36, touch: 48};

function answer(walked: Walked): void {
  const {drawing, language} = walked;
  const {figure: t} = webTextOf(language);
  drawing.setAttribute("role", "application");
  drawing.setAttribute("aria-roledescription", t.diagram);
  drawing.setAttribute("aria-describedby", "figur-vejledning");
  drawing.dataset.hint = t.walk;
  const choice = offerChoice(walked);
  offerPicture(walked);
  let at = -1;
  const go = (next: number, aloud: boolean) => {
    at = next;
    drawing.toggleAttribute("data-walked", at >= 0);
    if (at < 0) walked.tip.hide();
    else show(walked, at, aloud);
  };
  drawing.addEventListener("keydown", (event) => {
    const {key} = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = key === "Escape" ? (at < 0 ? undefined : -1) : stepFrom(pictureIn(walked).points(), at, key);
    if (next !== undefined) go(next, true);
    else if (key === " " && at >= 0 && choice) choice.toggle(pictureIn(walked).points()[at]!);
    else if (key !== "Enter" || at < 0 || !follow(walked, at)) return;
    event.preventDefault();
  });
  drawing.addEventListener("blur", () => go(-1, false));
  listenToPointer(walked, () => at, go);
}

function listenToPointer(walked: Walked, at: () => number, go: (next: number, aloud: boolean) => void): void {
  const {drawing} = walked;
  let before = -1;
  drawing.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    const next = under(walked, event, reach.mouse);
    if (next !== at()) go(next, false);
  });
  drawing.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") go(-1, false);
  });
  drawing.addEventListener("pointerdown", () => {
    before = at();
  });
  drawing.addEventListener("click", (event) => {
    const touched = (event as PointerEvent).pointerType === "touch";
    const next = under(walked, event, touched ? reach.touch : reach.mouse);
    if (next >= 0 && next === before && follow(walked, next)) return;
    go(next, touched);
  });
}

function under(walked: Walked, {clientX, clientY}: MouseEvent, within: number): number {
  const picture = pictureIn(walked);
  const {left, top, width} = frameIn(walked).getBoundingClientRect();
  if (width === 0) return -1;
  const scale = picture.width / width;
  return pointNear(picture.points(), (clientX - left) * scale, (clientY - top) * scale, within * scale) ?? -1;
}

function show(walked: Walked, at: number, aloud: boolean): void {
  const picture = pictureIn(walked);
  const point = picture.points()[at];
  if (!point) return;
  const link = linkTo(walked, point);
  const {figure: t} = webTextOf(walked.language);
  walked.drawing.toggleAttribute("data-linked", link !== null);
  walked.tip.show(frameIn(walked), point, picture, link ? t.follow : "");
  if (aloud) speak([point.label, point.value, point.note, link ? t.follow : ""].filter(Boolean).join(", "));
}

/** False where the point leads nowhere. */
function follow(walked: Walked, at: number): boolean {
  const point = pictureIn(walked).points()[at];
  const link = point ? linkTo(walked, point) : null;
  link?.click();
  return link !== null;
}
