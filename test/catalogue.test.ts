import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {catalogueOf, readCatalogue} from "../queries/catalogue.ts";
import {parseIndicatorFile} from "../queries/indicator-file.ts";
import {seriesBreaksOf} from "../queries/reference/series-breaks.ts";

const folder = fileURLToPath(new URL("../queries/indicators", import.meta.url));
const names = (readdirSync(folder, {recursive: true}) as string[]).filter((name) => name.endsWith(".sql"));
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const path = "school/exam-frequency.sql";
const good = read(path);
const set = (key: string, value: string, text = good) =>
  text.replace(new RegExp(`^-- ${key}: .*$`, "m"), `-- ${key}: ${value}`);
const parse = (text: string, name = path) => parseIndicatorFile({path: name, text});
const {indicators, latest, find} = await readCatalogue();

describe("the catalogue", () => {
  it("says from which difference on a ratio of positions or classes is readable", () => {
    const unread = indicators.filter(
      ({interval, measure, standards, readableDifference, readableDifferenceMunicipality: municipal}) =>
        interval === "none" &&
        measure !== "count" &&
        !standards.some((standard) => standard.startsWith("published-statistics")) &&
        !(readableDifference !== null && municipal !== null && municipal < readableDifference)
    );
    expect(unread.map(({id}) => id)).toEqual([]);
  });
});

describe("parseIndicatorFile(file)", () => {
  it("gives the header, the query below it and the file's checksum", () => {
    const indicator = parse(good);
    expect(indicator).toMatchObject({
      id: "exam-frequency",
      reference: "F21",
      version: 1,
      validFrom: null,
      kinds: ["nation", "region", "municipality", "area", "school"],
      standards: ["grades"],
      bounds: [0, 100],
      scale: 100,
      target: null,
      targetText: ""
    });
    expect(indicator.sql).toMatch(/^WITH pupil AS/);
    expect(indicator.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
  it.each([
    ["an unknown key", `-- colour: red\n${good}`, "school/exam-frequency.sql: colour: unknown key"],
    ["a missing key", good.replace(/^-- purpose: .*\n/m, ""), "school/exam-frequency.sql: purpose: missing"],
    ["a key twice", `-- title: Igen\n${good}`, "school/exam-frequency.sql: title: given twice"],
    ["an empty value", good.replace(/^-- purpose: .*$/m, "-- purpose:"), "not a header line: -- purpose:"],
    [
      "an unknown word",
      set("better", "up"),
      "school/exam-frequency.sql: better: not one of higher, lower, context: up"
    ],
    ["a kind that is none", set("kinds", "school, street"), "kinds: not one of"],
    ["what is no number", set("scale", "hundred"), "school/exam-frequency.sql: scale: not a number: hundred"],
    ["bounds the wrong way", set("bounds", "100..0"), "bounds: not bounds such as 0..100: 100..0"],
    ["what is no period", set("valid-from", "2025-H3"), "school/exam-frequency.sql: valid-from: not a period: 2025-H3"],
    ["two statements", `${good};\nSELECT 1`, "school/exam-frequency.sql: more than one statement"],
    ["no query", good.slice(0, good.indexOf("WITH")), "school/exam-frequency.sql: no SQL below the header"]
  ])("refuses %s and names file and key", (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
  it("refuses a name that contradicts the header, and one that is no id", () => {
    expect(() => parse(good, "school/exam-frequency@2.sql")).toThrow("the file's name says 2, the header says 1");
    expect(() => parse(good, "school/Exam Frequency.sql")).toThrow("not the name of an indicator's file");
  });
});

describe("catalogueOf(files)", () => {
  const only = (text: string, name = path) => catalogueOf([{path: name, text}]);
  it.each([
    ["another area's folder", good, "daycare/exam-frequency.sql", "area: school in folder daycare"],
    ["a standard that is none", set("standards", "marks"), path, "standards: no such standard: marks"],
    ["a classification that is none", set("dimension", "colours"), path, "dimension: no such classification"],
    ["periods that cannot be made", set("period-kind", "half-year"), path, "half-year cannot be made of grades"],
    ["own totals of nothing", set("totals", "own"), path, "totals: own without a dimension"],
    [
      "a share interval of no share of persons",
      set("counts", "events"),
      path,
      "interval: wilson needs a share of persons"
    ],
    ["a ratio interval without squares", set("interval", "ratio"), path, "interval: ratio without yy, xy and xx"],
    ["a share without bounds", set("bounds", "none"), path, "bounds: none for a share"],
    ["a target without its text", set("target", "95"), path, "target: a target and its text go together"],
    ["a publisher's figure counted here", set("group", "published"), path, "group: published without publisher"],
    ["a first version with a beginning", set("valid-from", "2020/21"), path, "valid-from: the first version has none"],
    ["a version too many", set("version", "2"), path, "version: 2 where 1 is next"],
    [
      "wellbeing per class",
      read("school/wellbeing-social.sql").replace("area, school", "area, school, class"),
      "school/wellbeing-social.sql",
      "kinds: wellbeing is never shown per class"
    ]
  ])("refuses %s", (_, text, name, message) => {
    expect(() => only(text, name)).toThrow(message);
  });
  it("refuses a newer version that does not begin after the older one", () => {
    const older = {path: "school/class-size@1.sql", text: read("school/class-size@1.sql")};
    const newer = read("school/class-size.sql");
    const both = (text: string) => catalogueOf([older, {path: "school/class-size.sql", text}]);
    expect(() => both(set("valid-from", "none", newer))).toThrow("valid-from: missing in version 2");
    expect(() => both(set("valid-from", "2023", newer))).toThrow("valid-from: not a half-year: 2023");
    expect(both(newer).latest("class-size").version).toBe(2);
  });
  it("names every contradiction at once", () => {
    expect(() => only(set("bounds", "none", set("standards", "marks")))).toThrow(/bounds: none.*\n.*no such standard/s);
  });
});

describe("readCatalogue(dir)", () => {
  it("reads a folder of areas and finds versions", async () => {
    expect(latest("class-size").version).toBe(2);
    expect(find("class-size", 1)?.exclusions).toContain("færre end 5");
    expect(find("class-size", 3)).toBeUndefined();
    expect(() => latest("happiness")).toThrow("no such indicator: happiness");
    const dir = mkdtempSync(join(tmpdir(), "aarshjul-catalogue-"));
    mkdirSync(dirname(join(dir, path)));
    writeFileSync(join(dir, path), good);
    expect((await readCatalogue(dir)).indicators.map(({id}) => id)).toEqual(["exam-frequency"]);
    rmSync(dir, {recursive: true});
  });
  it("covers the core of the field", () => {
    const wanted =
      "D01 D02 D05 D08 D09 D10 D12 D13 F01 F02 F04 F05 F06 F07 F08 F09 F10 F11 F12 F13 F14 F16 F17 F20 F21 O03".split(
        " "
      );
    const known = new Set(indicators.map(({reference}) => reference));
    expect(wanted.filter((reference) => !known.has(reference))).toEqual([]);
    expect(new Set(indicators.map(({quality}) => quality))).toEqual(new Set(["structure", "process", "result"]));
  });
  it("holds every file, and is frozen", () => {
    expect(indicators).toHaveLength(names.length);
    expect(Object.isFrozen(indicators) && indicators.every((each) => Object.isFrozen(each))).toBe(true);
  });
  it.each(indicators.map((each) => [`${each.id}@${each.version}`, each] as const))(
    "writes %s in whole Danish sentences",
    (_, each) => {
      for (const text of [
        each.description,
        each.numerator,
        each.denominator,
        each.exclusions,
        each.purpose,
        each.source
      ])
        expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(each.question).toMatch(/^\p{Lu}.*\?$/u);
      expect(`${each.title}${each.titleEnglish}`).not.toMatch(/[.?:;]$/);
    }
  );
});

describe("seriesBreaksOf(indicators, demonstration)", () => {
  it("marks where a newer definition takes over, and what publishers have changed", () => {
    const breaks = seriesBreaksOf(indicators);
    expect(breaks).toContainEqual(expect.objectContaining({indicator: "class-size", period: "2023-H2"}));
    expect(breaks).toContainEqual(expect.objectContaining({indicator: "disposable-income", period: "2016"}));
    const known = new Set(indicators.map(({id}) => id));
    expect(breaks.filter(({indicator}) => !known.has(indicator))).toEqual([]);
    expect(seriesBreaksOf(indicators, true).length).toBe(breaks.length + 1);
    expect(seriesBreaksOf([])).toEqual([]);
  });
});
