import {describe, expect, it} from "vitest";
import {foldText, openSearcher, type SearchEntry} from "../dashboards/search.ts";

const entry = (group: SearchEntry["group"], id: string, label: string, weight = 1, words = ""): SearchEntry => ({
  group,
  id,
  label,
  detail: "",
  words,
  weight
});

const searcher = openSearcher([
  entry("place", "751", "Aarhus Kommune", 4),
  entry("place", "101", "København Kommune", 4),
  entry("place", "482", "Langeland Kommune", 4),
  entry("place", "492", "Ærø Kommune", 4),
  entry("place", "751-O1", "Område Nord", 1.5, "Aarhus"),
  entry("unit", "751014", "Bøgelundskolen", 1, "Aarhus"),
  entry("unit", "751022", "Fjordbakkeskolen", 1, "Aarhus"),
  entry("unit", "461001", "Vestervængeskolen", 1, "Odense"),
  entry("unit", "751055", "Vestervangskolen", 1, "Aarhus"),
  entry("unit", "G75101", "Børnehuset Mælkevejen", 1, "Aarhus"),
  entry("indicator", "school-absence", "Elevfravær", 1.2, "Pupil absence"),
  entry("indicator", "staff-absence", "Sygefravær, lærere", 1.2)
]);
const first = (query: string) => searcher.find(query)[0]?.id;

describe("foldText(text)", () => {
  it.each([
    ["Århus", "aarhus"],
    ["ÆRØ", "aeroe"],
    ["Café", "cafe"]
  ])("writes %s as %s", (text, folded) => expect(foldText(text)).toBe(folded));
});

describe("openSearcher(entries).find(query)", () => {
  it.each([
    ["aarhus", "751"],
    ["Århus", "751"],
    ["arhus", "751"],
    ["AARHUS KOMMUNE", "751"],
    ["kobenhavn", "101"],
    ["koebenhavn", "101"],
    ["københavn", "101"],
    ["Kjøbenhavn", "101"],
    ["aeroe", "492"],
    ["ærø", "492"],
    ["bøgelund", "751014"],
    ["bogelundskolen", "751014"],
    ["boegelunskolen", "751014"],
    ["maelkevej", "G75101"],
    ["vestervang", "751055"],
    ["vestervæng", "461001"],
    ["mælkevajen", "G75101"],
    ["751014", "751014"],
    ["fravaer", "school-absence"],
    ["elevfravær", "school-absence"],
    ["absence", "school-absence"]
  ])("finds for »%s« first %s", (query, id) => expect(first(query)).toBe(id));

  it("does not take one number for another", () => expect(searcher.find("751099")).toEqual([]));
  it("finds nothing for nonsense, for signs alone and for nothing", () => {
    for (const query of ["zzzzzz", "!!!", "()", ""]) expect(searcher.find(query)).toEqual([]);
  });
  it("gives at most so many of each group", () => {
    expect(searcher.find("aarhus", 1).map(({group}) => group)).toEqual(["place", "unit"]);
  });
});
