import {describe, expect, it} from "vitest";
import {findPackage} from "../queries/packages/index.ts";
import type {PeriodId} from "../queries/period.ts";
import {defaultWheel, inputPeriod, occurrenceOf, occurrencesOf, yearOfPeriod} from "../queries/reference/wheel.ts";
import {
  addDays,
  danishClock,
  dateOf,
  daysBetween,
  easterOf,
  instantOf,
  isWorkday,
  nextTimeOfDay
} from "../queries/reference/wheel-dates.ts";
import {happening, type WheelEntry} from "../queries/reference/wheel-entry.ts";
import {parseWheelFile} from "../queries/reference/wheel-file.ts";
import {deviationOf, learnShifts} from "../queries/reference/wheel-learning.ts";

const entryOf = (id: string, entries: readonly WheelEntry[] = defaultWheel) => entries.find((each) => each.id === id)!;
const period = (text: string) => text as PeriodId;

describe("dateOf(rule, year)", () => {
  it.each([
    [{month: 10, weekday: "wednesday", nth: 1} as const, 2026, "2026-10-07"],
    [{month: 10, weekday: "wednesday", nth: -1} as const, 2026, "2026-10-28"],
    [{month: 2, weekday: "monday", nth: 5} as const, 2026, "2026-02-23"],
    [{month: 2, day: 29}, 2028, "2028-02-29"],
    [{month: 2, day: 29}, 2026, "2026-02-28"],
    [{month: 4, day: 31}, 2026, "2026-04-30"],
    [{easter: -7}, 2026, "2026-03-29"],
    [{month: 4, day: 3, workday: "next"} as const, 2026, "2026-04-07"],
    [{month: 4, day: 6, workday: "previous"} as const, 2026, "2026-04-01"],
    [{month: 1, day: 1, workday: "previous"} as const, 2027, "2026-12-30"]
  ])("%j is in %i on %s", (rule, year, date) => expect(dateOf(rule, year)).toBe(date));

  it("knows Easter of four centuries' worth of oddities", () => {
    expect([1818, 1943, 2000, 2024, 2025, 2027, 2038].map(easterOf)).toEqual([
      "1818-03-22",
      "1943-04-25",
      "2000-04-23",
      "2024-03-31",
      "2025-04-20",
      "2027-03-28",
      "2038-04-25"
    ]);
  });
  it("counts store bededag as a holiday until 2023 only", () => {
    expect([isWorkday("2023-05-05"), isWorkday("2024-04-26")]).toEqual([false, true]);
  });
});

describe("instantOf(date, time)", () => {
  it("follows the Danish clock over both changes", () => {
    expect(instantOf("2026-07-01", "08:00").toISOString()).toBe("2026-07-01T06:00:00.000Z");
    expect(instantOf("2026-12-01", "08:00").toISOString()).toBe("2026-12-01T07:00:00.000Z");
  });
  it("is the first instant after the gap where the spring day has no such time", () => {
    expect(instantOf("2027-03-28", "02:30").toISOString()).toBe("2027-03-28T01:00:00.000Z");
    expect(danishClock(instantOf("2027-03-28", "02:30"))).toEqual({date: "2027-03-28", time: "03:00"});
  });
  it("is the first of two where the autumn day has the time twice", () => {
    expect(instantOf("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });
  it("reads back as the same wall clock on every day of a leap year", () => {
    for (let date = "2028-01-01"; date < "2029-01-01"; date = addDays(date, 1))
      expect(danishClock(instantOf(date, "08:00"))).toEqual({date, time: "08:00"});
  });
});

describe("nextTimeOfDay(instant, time)", () => {
  it("is today before the time and tomorrow from it on, also over the spring day", () => {
    expect(nextTimeOfDay(new Date("2026-06-01T05:59:00Z"), "08:00").toISOString()).toBe("2026-06-01T06:00:00.000Z");
    expect(nextTimeOfDay(new Date("2026-06-01T06:00:00Z"), "08:00").toISOString()).toBe("2026-06-02T06:00:00.000Z");
    expect(nextTimeOfDay(new Date("2027-03-27T12:00:00Z"), "08:00").toISOString()).toBe("2027-03-28T06:00:00.000Z");
  });
});

describe("the default wheel", () => {
  it("has packages, conversations and arrivals for day care, schools and leisure twice a year", () => {
    for (const area of ["daycare", "school", "leisure"] as const) {
      const own = defaultWheel.filter((entry) => entry.area === area);
      expect(own.filter(({kind}) => kind === "package")).toHaveLength(2);
      expect(own.filter(({kind}) => kind === "conversation")).toHaveLength(2);
    }
  });
  it("names each entry once, with both languages", () => {
    expect(new Set(defaultWheel.map(({id}) => id)).size).toBe(defaultWheel.length);
    for (const {title, titleEnglish, note, noteEnglish} of defaultWheel)
      expect([title !== "", titleEnglish !== "", (note === "") === (noteEnglish === "")]).toEqual([true, true, true]);
  });
  it("gives every kind of unit the editions that exist for it", () => {
    for (const entry of defaultWheel)
      if (entry.kind === "package")
        expect(entry.unitKinds.filter((kind) => !findPackage(entry.definition)!.kinds.includes(kind))).toEqual([]);
  });
  it("ends every window after it begins, in every year of a generation", () => {
    for (let year = 2024; year < 2050; year++)
      for (const {from, to, id} of occurrencesOf(defaultWheel, year))
        expect(to >= from, `${id} ${from} ${to}`).toBe(true);
  });
  it("lets the packages of autumn be about the first half-year and of spring about the second", () => {
    expect(occurrenceOf(entryOf("school-packages-autumn"), 2026).period).toBe("2026-H1");
    expect(occurrenceOf(entryOf("school-packages-spring"), 2026).period).toBe("2025-H2");
    expect(occurrenceOf(entryOf("wellbeing"), 2026).period).toBe("2025/26");
    expect(occurrenceOf(entryOf("grades"), 2026).period).toBe("2025/26");
  });
  it("has the inputs that packages wait for on the wheel, in the periods that they are made of, before the deadline", () => {
    for (const year of [2026, 2027, 2028])
      for (const {entry, to, period: of} of occurrencesOf(defaultWheel, year)) {
        if (entry.kind !== "package") continue;
        for (const standard of entry.inputs) {
          const wanted = inputPeriod(standard, of);
          const sources = defaultWheel.filter((each) => each.kind === "arrival" && each.standards.includes(standard));
          const arrivals = sources.map((each) => occurrenceOf(each, yearOfPeriod(each, wanted) ?? 2000));
          const met = arrivals.find((each) => each.period === wanted);
          expect(met && met.to < to, `${entry.id} ${of}: ${standard} ${wanted}`).toBe(true);
        }
      }
  });
});

describe("occurrencesOf(entries, year)", () => {
  const base = {...entryOf("pupil-count"), kind: "deadline"} as const;
  it("lets a window end in the next year", () => {
    const entry = {...base, window: {from: {month: 12, day: 10}, to: {month: 1, day: 10}}};
    expect(occurrenceOf(entry, 2026)).toMatchObject({from: "2026-12-10", to: "2027-01-10", period: "2026/27"});
  });
  it("does not take a day moved to the working day before for one of the next year", () => {
    const day = {month: 8, day: 1, workday: "previous"} as const;
    const entry = {...base, window: {from: {month: 8, day: 1}, to: day}};
    expect(occurrenceOf(entry, 2026)).toMatchObject({from: "2026-08-01", to: "2026-08-01"});
  });
  it("leaves out what is off or of other years", () => {
    const odd = happening("meeting", {...base, id: "odd", years: "odd"});
    expect(occurrencesOf([odd, {...base, state: "off"}], 2026)).toEqual([]);
    expect(occurrencesOf([odd], 2027)).toHaveLength(1);
  });
  it("keeps its name and period when the window is moved across the middle of the year", () => {
    const shift = new Map([["pupil-count", {days: -80, from: [], capped: false}]]);
    const [moved] = occurrencesOf([base], 2026, shift);
    expect(moved).toMatchObject({
      id: "pupil-count:2026",
      period: "2026/27",
      from: "2026-06-17",
      ruleFrom: "2026-09-05"
    });
  });
});

describe("learnShifts(entries, arrivals, year)", () => {
  const grades = entryOf("grades");
  const came = (of: string, arrivedOn: string) => ({entry: "grades", period: period(of), arrivedOn});
  it("moves the window by the median of the days that data came outside it", () => {
    const arrivals = [came("2022/23", "2023-10-09"), came("2023/24", "2024-10-12"), came("2024/25", "2025-09-01")];
    expect(arrivals.map(({arrivedOn}, index) => deviationOf(grades, 2023 + index, arrivedOn))).toEqual([10, 12, 0]);
    expect(learnShifts([grades], arrivals, 2026).get("grades")).toEqual({
      days: 10,
      from: [
        {year: 2023, days: 10},
        {year: 2024, days: 12},
        {year: 2025, days: 0}
      ],
      capped: false
    });
  });
  it("learns nothing of one year alone, of years to come or of old data taken in afterwards", () => {
    expect(learnShifts([grades], [came("2024/25", "2025-10-20")], 2026).size).toBe(0);
    expect(learnShifts([grades], [came("2024/25", "2025-10-20"), came("2025/26", "2026-10-20")], 2026).size).toBe(0);
    const backfill = ["2021/22", "2022/23", "2023/24"].map((of) => came(of, "2026-11-22"));
    expect(learnShifts([grades], backfill, 2026).size).toBe(0);
  });
  it("moves by four weeks at most and says so", () => {
    const arrivals = [came("2023/24", "2024-12-01"), came("2024/25", "2025-12-10")];
    expect(learnShifts([grades], arrivals, 2026).get("grades")).toMatchObject({days: 28, capped: true});
  });
});

describe("parseWheelFile(content, name)", () => {
  const parse = (entries: unknown) => parseWheelFile(JSON.stringify({entries}), "reference/wheel/751.json");
  it("changes what is given of an entry and keeps the rest", () => {
    const {entries, problems} = parse({
      grades: {owner: "Konsulent", window: {from: {month: 9, day: 1}, to: {easter: 1}}}
    });
    expect(problems).toEqual([]);
    expect(entryOf("grades", entries)).toEqual({
      ...entryOf("grades"),
      owner: "Konsulent",
      window: {from: {month: 9, day: 1}, to: {easter: 1}}
    });
    expect(entries).toHaveLength(defaultWheel.length);
  });
  it("adds entries of the municipality's own", () => {
    const own = {
      kind: "meeting",
      title: "Møde",
      area: "school",
      unitKinds: ["school"],
      owner: "Skolechef",
      window: {from: {month: 3, weekday: "tuesday", nth: 2}, to: {month: 3, weekday: "tuesday", nth: 2}},
      period: {kind: "half-year", step: -1}
    };
    const {entries, problems} = parse({"own-meeting": own});
    expect(problems).toEqual([]);
    expect(entryOf("own-meeting", entries)).toMatchObject({titleEnglish: "Møde", years: "every", state: "active"});
  });
  it("names in Danish what cannot be used and uses the rest", () => {
    const {entries, problems} = parse({
      grades: {window: {from: {month: 13, day: 1}, to: {month: 1, day: 1}}},
      wellbeing: {state: "cancelled"},
      "units-winter": {unknown: 1},
      "leisure-packages-spring": {unitKinds: ["area"]},
      "own-thing": {kind: "deadline"},
      Møde: {}
    });
    expect(entryOf("wellbeing", entries).state).toBe("cancelled");
    expect(entryOf("grades", entries)).toBe(entryOf("grades"));
    expect(problems.slice(0, 3)).toEqual([
      "reference/wheel/751.json: grades › window › from › month: Må højst være 12.",
      "reference/wheel/751.json: units-winter: Kendes ikke: unknown.",
      "reference/wheel/751.json: leisure-packages-spring › unitKinds: Udgaven leader findes ikke for area."
    ]);
    expect(problems).toContain("reference/wheel/751.json: own-thing › title: Mangler.");
    expect(problems.at(-1)).toBe(
      "reference/wheel/751.json: Møde: Navnet skal være små bogstaver (a-z), tal og bindestreger."
    );
  });
  it.each([
    ['{"entries": {"wellbeing": {"owner": ""}}}', "wellbeing › owner: Må ikke være tom."],
    ['{"entries": {"wellbeing": {"state": "away"}}}', "wellbeing › state: Skal være active, cancelled eller off."],
    ['{"entries": {"wellbeing": {"leadDays": "5"}}}', "wellbeing › leadDays: Skal være et tal uden anførselstegn."],
    [
      '{"entries": {"own": {"kind": "mode"}}}',
      "own › kind: Skal være arrival, package, conversation, meeting eller deadline."
    ],
    ['{"entries": {},}', "Filen er ikke gyldig JSON (ved linje 1, tegn 16). Standardhjulet gælder."],
    ['{"entries":', "Filen er ikke gyldig JSON (den slutter, før den er færdig). Standardhjulet gælder."],
    ["[]", "Skal være et objekt: { … }."]
  ])("says in plain Danish what is wrong with %s", (content, said) =>
    expect(parseWheelFile(content, "f").problems).toEqual([`f: ${said}`])
  );

  it("gives the default wheel where the file cannot be read at all", () => {
    for (const content of ["{", "[]", '{"entires": {}}', "null"]) {
      const {entries, problems} = parseWheelFile(content, "f");
      expect(entries).toBe(defaultWheel);
      expect(problems.length).toBeGreaterThan(0);
    }
  });
});

it("daysBetween(a, b) counts whole days over a clock change", () =>
  expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2));
