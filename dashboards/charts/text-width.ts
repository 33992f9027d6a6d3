/** Advance widths of IBM Plex Sans Regular in thousandths of the font size; characters of one width stand together. */
const groups: readonly (readonly [number, string])[] = [
  [236, " \u00a0"],
  [242, "'"],
  [250, "ij"],
  [272, ",.l"],
  [288, "!:;"],
  [324, "f[]|·"],
  [338, "(){}"],
  [351, "t"],
  [367, "r"],
  [383, "/\\"],
  [399, "-I"],
  [464, 'z*"“”'],
  [487, "s?"],
  [496, "vyL"],
  [505, "cxJ«»"],
  [528, "kgaå"],
  [553, "eéFoö"],
  [568, "hnuøüT"],
  [582, "ZbdpqSE§_"],
  [590, "Y–"],
  [606, "PVX"],
  [636, "CKRAÅ"],
  [662, "BD"],
  [690, "UG&"],
  [708, "HNOQØ#"],
  [768, "w"],
  [803, "…"],
  [812, "M"],
  [868, "æm"],
  [900, "W@Æ"],
  [927, "%"]
];
const widths = new Map(groups.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));
const otherWidth = 600;

/** Width in the unit of `size`; semibold is some four per cent wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? otherWidth;
  return (sum * size * (bold ? 1.04 : 1)) / 1000;
}

/** The text, or its beginning with an ellipsis where it does not fit. */
export function fitText(text: string, size: number, room: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("").trimEnd()}…`, size, bold) > room) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
