/** The ring at a point of a drawing and the small box beside it. Both lie over the picture, at whatever size it is shown. */
import type {ChartPoint} from "../charts/chart.ts";

export interface Tip {
  /** `frame` is the element that holds the picture alone; `foot` says what Enter does, or is empty. */
  show(
    frame: HTMLElement,
    point: ChartPoint,
    size: {readonly width: number; readonly height: number},
    foot: string
  ): void;
  hide(): void;
}

const edge = 8;

export function openTip(): Tip {
  const ring = element("ring");
  const box = element("tip");
  return {
    show(frame, {x, y, label, value, note}, {width, height}, foot) {
      box.replaceChildren(
        ...(
          [
            ["tip__label", label],
            ["tip__value", value],
            ["note", note],
            ["tip__foot", foot]
          ] as const
        )
          .filter(([, text]) => text)
          .map(([name, text]) => element(name, text))
      );
      const across = `${(x / width) * 100}%`;
      const down = `${(y / height) * 100}%`;
      for (const each of [ring, box]) {
        each.style.left = across;
        each.style.top = down;
      }
      box.classList.toggle("tip--below", y < height * 0.45);
      box.style.marginLeft = "0";
      if (ring.parentElement !== frame) frame.append(ring, box);
      box.style.marginLeft = `${shiftInto(box.getBoundingClientRect())}px`;
    },
    hide() {
      ring.remove();
      box.remove();
    }
  };
}

/** How far to move a box sideways so that it stays on the screen. */
function shiftInto({left, right}: DOMRect): number {
  const widest = document.documentElement.clientWidth - edge;
  if (right > widest) return Math.round(Math.max(widest - right, edge - left));
  return left < edge ? Math.round(edge - left) : 0;
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement("span");
  made.className = name;
  made.textContent = text;
  made.setAttribute("aria-hidden", "true");
  return made;
}
