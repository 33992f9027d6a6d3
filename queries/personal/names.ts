/**
 * Words of a text that may be a person's name: first names and common surnames by list, `fru X`, and surnames in -sen. It
 * asks rather too often than too seldom, and a name that no list knows is not found: the writer is asked, never corrected.
 */
import {firstNames, firstNamesThatAreWords, surnames} from "./first-names.ts";

interface Word {
  readonly text: string;
  readonly before: string | null;
  /** The first of a sentence or a quote, where any word has a capital. */
  readonly begins: boolean;
}

/** In the order of the text, each once. `places`: names of institutions and towns, which are nobody's. */
export function findNames(text: string, places: readonly string[]): readonly string[] {
  const words = wordsOf(without(text, places));
  return [...new Set(words.filter(isName).map(({text: word}) => word))];
}

function without(text: string, places: readonly string[]): string {
  const known = places.filter((place) => place.trim().length > 1).toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return text;
  return text.replace(new RegExp(`(?<!\\p{L})(?:${known.map(escaped).join("|")})(?:'?s)?(?!\\p{L})`, "giu"), " . ");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function wordsOf(text: string): readonly Word[] {
  const plain = text.normalize("NFKC").replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  const found = [...plain.matchAll(/\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}+)*/gu)];
  return found.map(([word], index) => {
    const end = index === 0 ? 0 : found[index - 1]!.index + found[index - 1]![0].length;
    const gap = plain.slice(end, found[index]!.index);
    const begins = index === 0 || /[.!?:;\n"»«”“()–—•*]/.test(gap);
    return {text: word, before: begins ? null : found[index - 1]![0], begins};
  });
}

function isName(word: Word): boolean {
  const bases = basesOf(word.text);
  const capital = /^\p{Lu}/u.test(word.text);
  if (bases.some((base) => firstNames.has(base))) return true;
  if (!capital) return false;
  if (word.before !== null && /^(?:hr|fr|fru|frk|frøken|mr|mrs|ms)$/i.test(word.before)) return true;
  if (bases.some((base) => surnames.has(base) && base.length > 4)) return true;
  if (word.begins) return false;
  return bases.some((base) => firstNamesThatAreWords.has(base) || surnames.has(base) || /^\p{L}{2,}sen$/u.test(base));
}

/** The word in lower case, without the genitive's s, and the parts of a double name. */
function basesOf(text: string): readonly string[] {
  const lower = text.toLowerCase().replaceAll("’", "'");
  const parts = [lower, ...lower.split("-")];
  return parts.flatMap((part) => [part, part.replace(/'?s?$/, ""), part.replace(/(?<=[sxz])'$/, "")]);
}
