/** One search box over everything that has a page; forgives case, å/aa, ø/oe, æ/ae, accents and small misspellings. */
import MiniSearch from "minisearch";
import type {UnitKind} from "../queries/model.ts";

export const searchGroups = ["place", "unit", "indicator", "standard"] as const;
export type SearchGroup = (typeof searchGroups)[number];

export interface SearchEntry {
  readonly group: SearchGroup;
  /** Unique within the group. */
  readonly id: string;
  /** Of a place or an institution. */
  readonly kind?: UnitKind;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail: string;
  /** Further words that find it. */
  readonly words: string;
  /** Above 1: comes before others that fit as well. */
  readonly weight: number;
}

export interface Searcher {
  /** The group of the best hit first, in each group the best first, at most `limit` of each; `kinds`: only such units. */
  find(query: string, limit?: number, kinds?: readonly UnitKind[] | null): readonly SearchEntry[];
}

/** What is spelled as the reader spelled it comes before what only sounds like it. */
const exactBoost = 1.6;

export function openSearcher(entries: readonly SearchEntry[]): Searcher {
  const index = new MiniSearch<SearchEntry & {readonly key: number}>({
    idField: "key",
    fields: ["label", "id", "words", "endings"],
    extractField: (entry, field) =>
      field === "endings" ? endingsOf(entry.label) : String(entry[field as keyof SearchEntry | "key"]),
    tokenize: (text) => [...wordsOf(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost: {label: 3, id: 2, endings: 0.5},
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 && !/^\d+$/.test(term) ? 0.25 : false),
      weights: {fuzzy: 0.3, prefix: 0.7}
    }
  });
  const written = entries.map(({label, words}) => foldText(`${label} ${words}`));
  index.addAll(entries.map((entry, key) => ({...entry, key})));
  return {
    find(query, limit = 8, kinds = null) {
      const isMeant = ({id}: {id: unknown}) => isOneOf(entries[id as number]!, kinds);
      const asked = foldText(query).split(/\s+/);
      const boostDocument = (key: number) => {
        const exact = asked.every((word) => written[key]!.includes(word));
        return entries[key]!.weight * (exact ? exactBoost : 1);
      };
      const options = {filter: isMeant, boostDocument};
      const strict = index.search(query, {...options, combineWith: "AND"});
      const hits = strict.length > 0 ? strict : index.search(query, {...options, combineWith: "OR"});
      const best = hits[0]?.score ?? 0;
      const entriesFound = hits.filter((hit) => hit.score > best / 50).map((hit) => entries[hit.id as number]!);
      const groups = [...new Set(entriesFound.map(({group}) => group))];
      return groups.flatMap((group) => entriesFound.filter((entry) => entry.group === group).slice(0, limit));
    }
  };
}

function isOneOf({kind}: SearchEntry, kinds: readonly UnitKind[] | null): boolean {
  return kinds === null || (kind !== undefined && kinds.includes(kind));
}

/** Those who have no Danish keys write one letter or two: `kobenhavn`, `koebenhavn`. */
function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .replaceAll(/a[ae]|oe/g, (pair) => pair.charAt(0))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Danish compounds: `elevfravær` is also found by `fravær`. */
function endingsOf(label: string): string {
  return wordsOf(label)
    .flatMap((word) => Array.from({length: Math.max(0, word.length - 5)}, (_, start) => word.slice(start + 2)))
    .join(" ");
}

/** `Århus` and `AARHUS` become `aarhus`. */
export function foldText(text: string): string {
  return text
    .toLocaleLowerCase("da")
    .replaceAll("å", "aa")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("ö", "oe")
    .replaceAll("ä", "ae")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
}
