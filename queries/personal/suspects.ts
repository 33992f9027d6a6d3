/** The detector's coarse sieve, as regular expressions of DuckDB: what it lets fall cannot be a civil registration number. */

const gap = " ?[-./_:+\\x{2010}-\\x{2015}\\x{2212}]? ?";
const dated = `(?:^|\\D)(?:[06][1-9]|[1278]\\d|[39][01])${gap}(?:0[1-9]|1[0-2])${gap}(?:(?:18|19|20)\\d\\d|\\d\\d)${gap}\\d\\d ?\\d\\d(?:\\D|$)`;
const spaced = "\\d(?: \\d){9}";
const grouped = "\\d{1,3}(?:[., '\\x{2019}]\\d{3}){2,3}";
const short = "(?:^|[^0-9A-Za-z.,])[1-9](?:0[1-9]|1[0-2])\\d\\d[- ]?\\d{4}(?:[^0-9A-Za-z]|$)";
const hex = "(?:3\\d){4,6}(?:2[0dDeEfF])?(?:3\\d){4}";
/** Digits of other scripts, other spaces, and what cannot be seen: the detector decides. */
const strange =
  "[\\x{00A0}\\x{00AD}\\x{0660}-\\x{0669}\\x{06F0}-\\x{06F9}\\x{0966}-\\x{096F}\\x{2000}-\\x{200F}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}\\x{FF10}-\\x{FF19}\\x{1D7CE}-\\x{1D7FF}\\x{2080}-\\x{2089}\\x{2460}-\\x{2473}]";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** In base64 of plain text the highest bit of each byte is 0, which says something of three letters in four. */
function letters(bit: number): string {
  const known = [...alphabet].filter((_, value) => (value & bit) === 0).join("");
  const signs = [62, 63].map((value) => ((value & bit) === 0 ? ["+-", "/_"][value - 62]! : "")).join("");
  return `[${known}${signs.replace("-", "\\-")}]`;
}

const quad = `${letters(32)}${letters(8)}${letters(2)}[A-Za-z0-9+/_\\-]`;
const base64 = `(?:^|[^A-Za-z0-9+/_\\-])(?:${quad}){3}`;

export const suspectPattern = [dated, spaced, grouped, short, hex, strange, base64].join("|");

/** Ten digits written as a number is, dated or not: what the dated ones are held against. */
export const shapedPatterns = {
  whole: `\\s*\\d\\d${gap}\\d\\d${gap}(?:(?:18|19|20)\\d\\d|\\d\\d)${gap}\\d\\d ?\\d\\d([.,]0+)?\\s*|\\s*\\d[., ']\\d{3}[., ']\\d{3}[., ']\\d{3}\\s*`,
  short: "\\s*[1-9]\\d{4}[- ]?\\d{4}([.,]0+)?\\s*|\\s*\\d{3}[., ']\\d{3}[., ']\\d{3}\\s*",
  within: `(?:^|\\D)\\d{6}${gap}\\d{4}(?:\\D|$)`
} as const;
