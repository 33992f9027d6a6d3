/** Collects shapes and texts and writes them as one small SVG: equal looks become one path, texts share their group. */
export interface Pen {
  shape(z: number, path: string, look: ShapeLook): void;
  text(text: string, x: number, y: number, look: TextLook): void;
  svg(width: number, height: number): string;
}

export interface ShapeLook {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export interface TextLook {
  readonly align: "left" | "center" | "right";
  readonly fill: string;
  readonly size: number;
  readonly bold: boolean;
}

const anchors = {left: "", center: ' text-anchor="middle"', right: ' text-anchor="end"'} as const;
/** The root element of every chart; `withAlt` and `forPaper` know it by its class and its `aria-hidden`. */
export function openTag(width: number, height: number): string {
  return (
    `<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" ` +
    `height="${height}" font-family="'IBM Plex Sans',sans-serif" text-rendering="geometricPrecision" aria-hidden="true">`
  );
}

/** Names the drawing for those who do not see it; on paper it becomes one tagged figure with this text. */
export function withAlt(svg: string, alt: string): string {
  return svg.replace('aria-hidden="true"', () => `role="img" aria-label="${escapeText(alt)}"`);
}

/** From the middle of a line of text to its baseline, in parts of the font size, for IBM Plex Sans. */
const baseline = 0.349;

export function openPen(): Pen {
  const layers = new Map<number, Map<string, string[]>>();
  const texts = new Map<string, string[]>();
  return {
    shape(z, path, look) {
      const layer = layers.get(z) ?? new Map<string, string[]>();
      layers.set(z, layer);
      append(layer, shapeAttributes(look), path);
    },
    text(text, x, y, {align, fill, size, bold}) {
      const key = `font-size="${short(size)}" fill="${fill}"${bold ? ' font-weight="600"' : ""}${anchors[align]}`;
      append(texts, key, `<text x="${short(x)}" y="${short(y + baseline * size)}">${escapeText(text)}</text>`);
    },
    svg(width, height) {
      const shapes = [...layers].sort(([a], [b]) => a - b).flatMap(([, layer]) => [...layer]);
      return (
        openTag(width, height) +
        shapes.map(([look, paths]) => `<path ${look} d="${paths.join("")}"/>`).join("") +
        [...texts].map(([look, some]) => `<g ${look}>${some.join("")}</g>`).join("") +
        "</svg>"
      );
    }
  };
}

/** At most one decimal: a tenth of a pixel is a fortieth of a millimetre. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function shapeAttributes({fill = "none", stroke, width = 1, dash, round}: ShapeLook): string {
  const parts = [`fill="${fill}"`];
  if (stroke) parts.push(`stroke="${stroke}"`);
  if (stroke && width !== 1) parts.push(`stroke-width="${short(width)}"`);
  if (dash) parts.push(`stroke-dasharray="${dash.join(" ")}"`);
  if (round) parts.push('stroke-linecap="round" stroke-linejoin="round"');
  return parts.join(" ");
}
