/** A figure as a picture that stands alone: title above, source below, and words for those who do not see it. */
import {escapeText} from "./charts/pen.ts";
import {textWidth} from "./charts/text-width.ts";
import type {Figure} from "./figure.ts";
import {fontSizes, palette} from "./theme.ts";

export interface Source {
  /** Where the figures come from, one line each. */
  readonly lines: readonly string[];
  /** `@font-face` rules, where the picture must carry its font. */
  readonly style?: string;
}

const margin = 16;
const titleSize = 15;
const titleLine = 20;
const sourceLine = 14;

export function figureSvg({wide, title, alt, finding}: Figure, {lines, style}: Source): string {
  const width = wide.width + 2 * margin;
  const titles = wrapped(title, titleSize, wide.width);
  const sources = lines.flatMap((line) => wrapped(line, fontSizes.axis, wide.width));
  const top = margin + titles.length * titleLine + 6;
  const height = top + wide.height + 12 + sources.length * sourceLine + margin / 2;
  const line = (text: string, y: number, size: number, look: string) =>
    `<text x="${margin}" y="${y}" font-size="${size}" ${look}>${escapeText(text)}</text>`;
  const bold = `font-weight="600" fill="${palette.text}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    ` font-family="'IBM Plex Sans',sans-serif" role="img" aria-labelledby="titel beskrivelse">`,
    `<title id="titel">${escapeText(title)}</title>`,
    `<desc id="beskrivelse">${escapeText([alt, finding].filter(Boolean).join(" "))}</desc>`,
    style ? `<style>${style}</style>` : "",
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...titles.map((text, index) => line(text, margin + titleSize + index * titleLine, titleSize, bold)),
    wide.svg().replace("<svg ", `<svg x="${margin}" y="${top}" `),
    ...sources.map((text, index) =>
      line(text, top + wide.height + 20 + index * sourceLine, fontSizes.axis, `fill="${palette.muted}"`)
    ),
    "</svg>"
  ].join("");
}

function wrapped(text: string, size: number, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, true) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
