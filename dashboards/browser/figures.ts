/** Lets a reader walk through a drawing point by point, by keyboard and by pointer. */
import type {Language} from "../../queries/model.ts";
import type {Figure, Picture} from "../figure.ts";
import {webTextOf} from "../text-web.ts";

/** Makes every figure of the region answer; the pictures themselves stay as the server drew them. */
export function attachFigures(region: HTMLElement, figures: readonly Figure[], language: Language): void {
  for (const figure of figures) {
    const drawing = region.querySelector<HTMLElement>(`[data-figure="${CSS.escape(figure.id)}"] .drawing`);
    if (drawing) walk(drawing, figure, language);
  }
}

function walk(drawing: HTMLElement, figure: Figure, language: Language): void {
  const {figure: t} = webTextOf(language);
  let at = -1;
  drawing.setAttribute("role", "application");
  drawing.setAttribute("aria-roledescription", t.diagram);
  drawing.addEventListener("keydown", (event) => {
    const points = pictureIn(drawing, figure).points();
    const step = {ArrowRight: 1, ArrowLeft: -1, Home: -at, End: points.length - 1 - at}[event.key];
    if (step === undefined || points.length === 0) return;
    event.preventDefault();
    at = Math.min(Math.max(at + step, 0), points.length - 1);
    const {label, value, note} = points[at]!;
    const spoken = document.querySelector("[data-spoken]");
    if (spoken) spoken.textContent = [label, value, note].filter(Boolean).join(", ");
  });
}

function pictureIn(drawing: HTMLElement, figure: Figure): Picture {
  const narrow = drawing.querySelector<HTMLElement>(".drawing__narrow");
  return narrow && narrow.offsetParent !== null ? figure.narrow : figure.wide;
}
