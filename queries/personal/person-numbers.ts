/**
 * Civil registration numbers (CPR) wherever they may hide. A number is six digits of a real date, then four, of which the
 * first tells the century. Modulus 11 proves nothing since 2007: it may raise confidence, never accept or reject.
 */
import {plainDigits} from "./digits.ts";

/**
 * How a number stands in a text: as the whole of it; as the whole but for a leading zero; inside something longer; or in
 * the text that base64 or hexadecimal digits stand for.
 */
export type Form = "whole" | "short" | "within" | "encoded";

export interface PersonNumber {
  /** Ten digits. */
  readonly number: string;
  readonly form: Form;
  readonly modulus11: boolean;
}

/** The first of the numbers that a text may hold, or null. */
export function findPersonNumber(text: string): PersonNumber | null {
  const plain = plainDigits(text).trim();
  return inDigits(plain) ?? inHex(plain) ?? inBase64(plain);
}

/** True where a text holds something that could be one, in any disguise. */
export function holdsPersonNumber(text: string): boolean {
  return findPersonNumber(text) !== null;
}

/** The ten digits of a text that is one and nothing else; `short` ones too. Null: it is none. */
export function parsePersonNumber(text: string): string | null {
  const found = findPersonNumber(text);
  return found && (found.form === "whole" || found.form === "short") ? found.number : null;
}

/** In a number's writing: nothing, a space, a sign, or a sign between spaces. */
const gap = "(?: ?[-./_:+]? ?)";
const dated = new RegExp(
  `(?<!\\d)(\\d\\d)${gap}(\\d\\d)${gap}(?:(?:18|19|20)(\\d\\d)${gap}(\\d\\d ?\\d\\d)|(\\d\\d)${gap}(\\d\\d ?\\d\\d))(?!\\d)`,
  "g"
);
const spaced = /(?<!\d)\d(?: \d){9}(?! ?\d)/g;
const grouped = /(?<![\d.,'])\d{1,3}(?:([., '])\d{3})(?:\1\d{3}){1,2}(?![\d'])/g;
const short = /(?<![0-9A-Za-z.,])[1-9]\d{4}[- ]?\d{4}(?![0-9A-Za-z])/g;
/** What a spreadsheet leaves behind a whole number. */
const tail = /^[.,]0+$/;

function inDigits(text: string): PersonNumber | null {
  return (
    first(text, dated, ([, day, month, long, longRest, year, rest]) =>
      `${day}${month}${long ?? year}${longRest ?? rest}`.replace(" ", "")
    ) ??
    first(text, spaced, digitsOf) ??
    first(text, grouped, digitsOf) ??
    first(text, short, digitsOf)
  );
}

function digitsOf([match]: RegExpMatchArray): string {
  return match!.replace(/\D/g, "");
}

function first(text: string, pattern: RegExp, read: (match: RegExpMatchArray) => string): PersonNumber | null {
  for (const match of text.matchAll(pattern)) {
    const digits = read(match);
    const number = digits.padStart(10, "0");
    if (digits.length < 9 || !isDated(number)) continue;
    const around = text.slice(0, match.index) + text.slice(match.index + match[0].length);
    const form = around !== "" && !tail.test(around) ? "within" : digits.length === 9 ? "short" : "whole";
    return {number, form, modulus11: passesModulus11(number)};
  }
  return null;
}

function inHex(text: string): PersonNumber | null {
  for (const [match] of text.matchAll(/(?:3\d){4,6}(?:2[0def])?(?:3\d){4}/gi)) {
    const found = inDigits(Buffer.from(match, "hex").toString("latin1"));
    if (found) return {...found, form: "encoded"};
  }
  return null;
}

function inBase64(text: string): PersonNumber | null {
  for (const [match] of text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)) {
    const bytes = Buffer.from(match, "base64");
    if (!bytes.every((byte) => byte >= 32 && byte < 127)) continue;
    const found = inDigits(bytes.toString("latin1").trim());
    if (found) return {...found, form: "encoded"};
  }
  return null;
}

/** Days above 60 are those of test numbers. */
function isDated(number: string): boolean {
  const [first, month, short, century] = [0, 2, 4, 6].map((at) => Number(number.slice(at, at === 6 ? 7 : at + 2)));
  const day = first! > 60 ? first! - 60 : first!;
  if (day < 1 || day > 31 || month! < 1 || month! > 12) return false;
  return day <= new Date(Date.UTC(yearOf(short!, century!), month!, 0)).getUTCDate();
}

function yearOf(short: number, century: number): number {
  if (century <= 3) return 1900 + short;
  if (century === 4 || century === 9) return (short <= 36 ? 2000 : 1900) + short;
  return (short <= 57 ? 2000 : 1800) + short;
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

function passesModulus11(number: string): boolean {
  return weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11 === 0;
}
