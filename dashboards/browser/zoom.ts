/** Looking more closely at the crowded small units of a funnel. */
import {webTextOf} from "../text-web.ts";
import {button} from "./dom.ts";
import {speak} from "./notice.ts";
import {pictureIn, type Walked} from "./walked.ts";

/** Of a funnel: the smaller half of what is shown, again and again, and back. */
export function zoomButtons(walked: Walked, redrawn: () => void): readonly HTMLElement[] {
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

function svgElement(text: string): Element {
  const holder = document.createElement("div");
  holder.innerHTML = text;
  return holder.firstElementChild!;
}
