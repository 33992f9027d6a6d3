/**
 * Type for paper. PDF text stands letter by letter with a place each, unless the letters' widths add up exactly. They do
 * when the font's letters are measured in 1024ths and its size is in quarters of a pixel: then a word is one string, a
 * package's pages hold a fifth of the operators, and the picture is the same to a hundredth of a letter.
 */

/** As many letters as the name that it takes the place of: a changed font may not carry the original's name. */
export const paperFamily = "Aarshjul Sans";
const family = "IBM Plex Sans";
const postScript = ["IBMPlexSans", "AarshjulSan"] as const;

const unitsPerEm = 1024;
const grown = unitsPerEm / 1000;

/** The same letters under the name of `paperFamily`, measured in 1024ths instead of thousandths: 2.3 % smaller. */
export function paperFont(font: Buffer): Buffer {
  const changed = Buffer.from(font);
  const {head, name} = tablesOf(changed);
  if (!head || !name || head.readUInt16BE(18) !== 1000) throw new Error("not a font measured in thousandths");
  head.writeUInt16BE(unitsPerEm, 18);
  rename(name, family, paperFamily);
  rename(name, ...postScript);
  return changed;
}

function tablesOf(font: Buffer): Readonly<Record<string, Buffer | undefined>> {
  const entries = Array.from({length: font.readUInt16BE(4)}, (_, index) => 12 + 16 * index);
  return Object.fromEntries(
    entries.map((at) => {
      const offset = font.readUInt32BE(at + 8);
      return [font.toString("latin1", at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12))];
    })
  );
}

function rename(names: Buffer, from: string, to: string): void {
  const [before, after] = [from, to].map((text) => Buffer.from(text, "utf16le").swap16()) as [Buffer, Buffer];
  for (let at = names.indexOf(before); at >= 0; at = names.indexOf(before, at + 1)) after.copy(names, at);
}

/** Styles with `paperFamily` first and its sizes; lines keep their height. */
export function paperStyle(css: string): string {
  return css
    .replace(/\b(font(?:-size)?:[^;}]*?)([\d.]+)(pt|px)/g, (_, before, size, unit) => {
      return `${before}${paperSize(Number(size) * (unit === "pt" ? 4 / 3 : 1))}px`;
    })
    .replace(/(font:[^;}]*?px\/|line-height:\s*)([\d.]+)(?=[\s;}])/g, (_, before, height) => {
      return `${before}${Number(height) / grown}`;
    })
    .replace(/"IBM Plex Sans"|'IBM Plex Sans'/g, `"${paperFamily}"`);
}

/** Drawings inside a page, with the sizes of their texts. */
export function paperDrawings(html: string): string {
  return html
    .replaceAll(`font-family="'${family}'`, `font-family="'${paperFamily}'`)
    .replace(/ font-size="([\d.]+)"/g, (_, size) => ` font-size="${paperSize(Number(size))}"`)
    .replace(
      /(<[^>]* style="[^"]*font-size:)([\d.]+)px/g,
      (_, before, size) => `${before}${paperSize(Number(size))}px`
    );
}

/** In pixels, to the nearest quarter. */
function paperSize(size: number): number {
  return Math.round(size * grown * 4) / 4;
}
