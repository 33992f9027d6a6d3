import {textWidth} from "../dashboards/charts/text-width.ts";

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pairs of texts of an own drawing that lie upon each other, and texts that leave its frame, in words. */
export function crowdedTexts(svg: string, width: number, height: number): readonly string[] {
  const boxes = boxesOf(svg);
  const outside = boxes.filter(({left, right, top, bottom}) => {
    return left < -1 || right > width + 1 || top < -2 || bottom > height + 2;
  });
  const pairs = boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (meet(box, other) ? [`${box.text} | ${other.text}`] : []))
  );
  return [...outside.map(({text}) => `outside: ${text}`), ...pairs];
}

/** Letters' heights are about seven tenths of the font size; a pixel of air is not asked for. */
function boxesOf(svg: string): readonly Box[] {
  return [...svg.matchAll(/<g ([^>]*)>(.*?)<\/g>/g)].flatMap(([, look = "", texts = ""]) => {
    const size = Number(/font-size="([\d.]+)"/.exec(look)?.[1]);
    const anchor = /text-anchor="(\w+)"/.exec(look)?.[1] ?? "start";
    return [...texts.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)">([^<]*)</g)].map(([, x, y, raw = ""]) => {
      const text = raw.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      const across = textWidth(text, size, look.includes("font-weight"));
      const left = Number(x) - {start: 0, middle: across / 2, end: across}[anchor as "start"];
      return {text, left, right: left + across, top: Number(y) - size * 0.72, bottom: Number(y) + size * 0.05};
    });
  });
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
