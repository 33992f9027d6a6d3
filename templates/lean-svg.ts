import {openTag, short} from "../dashboards/charts/pen.ts";

/**
 * Makes ECharts' SVG small without changing the picture: no clip paths, hover styles, ids, pointer hints, empty or
 * invisible nodes; one font from the document; short numbers.
 */
export function leanSvg(svg: string, width: number, height: number): string {
  const inner = svg
    .replace(/^[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<clipPath[\s\S]*?<\/clipPath>/g, "")
    .replace(/<defs\s*>\s*<\/defs>/g, "")
    .replace(/<rect[^>]*fill="none"[^>]*><\/rect>/g, "")
    .replace(/<[a-z]+[^>]*transform="matrix\(0,0,0,0,[^>]*><\/[a-z]+>/g, "")
    .replace(/ (?:ecmeta_[a-z_]+|class|pointer-events|xml:space|clip-path)="[^"]*"/g, "")
    .replace(/<g\s*>\s*<\/g>/g, "")
    .replace(/font-family:[^;"]*;?/g, "")
    .replace(/ style=""/g, "")
    .replace(/-?\d+\.\d{2,}/g, (number) => short(Number(number)))
    .replace(/><\/(?:path|rect|circle|polygon|polyline|line)>/g, "/>")
    .replace(/>\s+</g, "><")
    .trim();
  return `${openTag(width, height)}${inner}</svg>`;
}
