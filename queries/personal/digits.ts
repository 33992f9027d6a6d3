/** Text as a detector of numbers wants it: every script's digits as 0–9, one kind of space and dash, nothing invisible. */

const zeros = [0x0660, 0x06f0, 0x0966];
const foreign = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

export function plainDigits(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with control characters
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(invisible, "")
    .replace(foreign, (digit) => String(valueOfDigit(digit.codePointAt(0)!)))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2019/g, "'");
}

function valueOfDigit(code: number): number {
  return code - zeros.find((zero) => code >= zero && code <= zero + 9)!;
}
