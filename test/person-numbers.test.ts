import {describe, expect, it} from "vitest";
import {Engine} from "../queries/engine.ts";
import {findPersonNumber, holdsPersonNumber, parsePersonNumber} from "../queries/personal/person-numbers.ts";
import {suspectPattern} from "../queries/personal/suspects.ts";
import {quoteText} from "../queries/sql.ts";
import {disguises, personNumber, random} from "./person-number-disguises.ts";

const chance = random(2026);
const numbers = Array.from({length: 10_000}, (_, index) => personNumber(chance, index >= 500));

describe("findPersonNumber(text)", () => {
  it.each(Object.keys(disguises))("finds all of 10,000 numbers: %s", (disguise) => {
    const missed = numbers
      .map((number) => disguises[disguise]!(number, chance))
      .filter((text) => findPersonNumber(text) === null);
    expect(missed).toEqual([]);
  });

  it.each(Object.keys(disguises))("is never kept from a number by the engine's sieve: %s", async (disguise) => {
    const texts = numbers.map((number) => disguises[disguise]!(number, chance));
    const engine = await Engine.open();
    const missed = await engine.rows(
      `SELECT value FROM (SELECT unnest(CAST(CAST(? AS JSON) AS VARCHAR[])) AS value) WHERE NOT regexp_matches(value, ${quoteText(suspectPattern)})`,
      [JSON.stringify(texts)]
    );
    engine.close();
    expect(missed).toEqual([]);
  });

  it("says whether modulus 11 is passed, and finds those that are not all the same", () => {
    expect(numbers.filter((number) => !findPersonNumber(number)!.modulus11)).toHaveLength(500);
  });

  it.each(["310201-1234", "290201-1234", "000101-1234", "320101-1234", "011301-1234", "420101-1234"])(
    "passes over %s, which no calendar has",
    (text) => expect(holdsPersonNumber(text)).toBe(false)
  );

  it("knows 29 February by the century that the seventh digit tells", () => {
    expect(holdsPersonNumber("290200-4123")).toBe(true);
    expect(holdsPersonNumber("290200-1123")).toBe(false);
  });

  it.each([
    "12.345.678",
    "99 99 12 34 56",
    "1234567890123",
    "2025-H2",
    "Telefon 87654321",
    "+45 20 12 34 56",
    "751014",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "12-08-2025",
    "2025-08-12 10:30",
    "fra 01.08.2024 til 31.07.2025",
    "Birkebjergskolens fritidshjem",
    "p1.QmFzZTY0dXJsIHRva2Vu"
  ])("passes over %s", (text) => expect(findPersonNumber(text)).toBeNull());
});

describe("parsePersonNumber(text)", () => {
  const ways = ["plain", "separators", "spaces", "century written", "leading zero lost", "thousands separated"];
  it.each([...ways, "Arabic digits", "full-width digits"])("reads the same ten digits: %s", (disguise) => {
    const wrong = numbers
      .slice(0, 2000)
      .filter((number) => parsePersonNumber(disguises[disguise]!(number, chance)) !== number);
    expect(wrong).toEqual([]);
  });
  it("reads nothing that has more about it", () =>
    expect(["elev 0101011234", "MDEwMTAxMTIzNA=="].map(parsePersonNumber)).toEqual([null, null]));
});
