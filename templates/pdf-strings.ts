/** Text as a string of a PDF, in UTF-16. */
export function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}

/** The object that a key refers to; 0 where there is none. */
export function referenceIn(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0);
}

/** The number that a key holds; 0 where there is none. */
export function numberIn(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? 0);
}

export function referencesIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** The dictionary with a number or reference at a key, in place of what it had. */
export function withKey(dictionary: string, key: string, value: string): string {
  const known = new RegExp(`/${key} \\d+(?: 0 R)?`);
  return known.test(dictionary)
    ? dictionary.replace(known, `/${key} ${value}`)
    : insertKeys(dictionary, `/${key} ${value}`);
}

export function insertKeys(dictionary: string, keys: string): string {
  const end = dictionary.lastIndexOf(">>");
  return `${dictionary.slice(0, end)}\n${keys}${dictionary.slice(end)}`;
}

/** The value of a key that holds text; null where there is none. */
export function textAtKey(dictionary: string, key: string): string | null {
  const at = dictionary.indexOf(`/${key} `);
  if (at < 0) return null;
  string.lastIndex = at + key.length + 2;
  const [, hex, literal] = string.exec(dictionary) ?? [];
  if (hex !== undefined) return Buffer.from(hex, "hex").swap16().toString("utf16le");
  return literal === undefined ? null : literal.replace(/\\([\s\S])/g, "$1");
}

const string = /<FEFF([0-9A-Fa-f]*)>|\(((?:[^\\()]|\\[\s\S])*)\)/y;

/** Text as it stands in the XMP. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
