/** One palette for web and paper. A test holds it to colour-blind readers: neighbours differ, text and lines contrast. */
export const palette = {
  own: "#0b2e4f",
  band: "#cfdce8",
  wash: "#eef3f8",
  text: "#1b1f24",
  muted: "#59636e",
  grid: "#e4e8ec",
  axis: "#9aa4ae",
  paper: "#ffffff",
  hidden: "#7a838c",
  target: "#b4440a",
  other: "#6f8296",
  context: "#8796a5"
} as const;

/** Colour and dash of the lines and dots that stand for a unit or a group of them. */
export const roleColors = {
  own: palette.own,
  municipality: "#0072b2",
  neighbours: "#007a5a",
  similar: "#9a5a86",
  region: "#8a6d1c",
  nation: "#7a838c"
} as const;

/** Who a mark stands for where places lie side by side. A shape beside each colour says the same. */
export const standingColors = {
  own: palette.own,
  group: roleColors.municipality,
  other: palette.context,
  whole: palette.muted
} as const;

/** Light to dark in steps that every kind of sight tells apart equally well, for ordered categories. */
const ramp = ["#e8f0f7", "#93b5d2", "#4d81af", "#1a5182", "#041d38"] as const;

export function orderedColors(count: number): readonly string[] {
  if (count <= 1) return [ramp[3]];
  return Array.from({length: count}, (_, index) => rampAt((index / (count - 1)) * (ramp.length - 1)));
}

function rampAt(place: number): string {
  const from = Math.min(Math.floor(place), ramp.length - 2);
  const [light, dark] = [partsOf(ramp[from] as string), partsOf(ramp[from + 1] as string)];
  const mixed = light.map((part, index) => Math.round(part + ((dark[index] as number) - part) * (place - from)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour of text that stands on `background` and reads well. */
export function textOn(background: string): string {
  return contrast(background, palette.paper) >= contrast(background, palette.text) ? palette.paper : palette.text;
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 … 21. */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export const fontFamily = "IBM Plex Sans";
/** Points on paper and pixels on the web alike. */
export const fontSizes = {axis: 10, label: 10.5, strong: 11.5} as const;

/** What ECharts takes where a chart leaves something open; register it under `themeName`. */
export const themeName = "aarshjul";
export const echartsTheme = {
  color: Object.values(roleColors),
  backgroundColor: "transparent",
  textStyle: {fontFamily, color: palette.text, fontSize: fontSizes.label},
  label: {color: palette.text}
} as const;

function luminance(color: string): number {
  const [red, green, blue] = partsOf(color).map((whole) => {
    const part = whole / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function partsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
