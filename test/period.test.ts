import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  comparePeriods,
  endOf,
  halfYearsOf,
  isPeriod,
  latestWithin,
  type PeriodId,
  parsePeriod,
  periodKind,
  periodLabel,
  periodShortLabel,
  previousPeriod,
  previousYear,
  schoolYearOf,
  schoolYearWeights,
  startOf,
  stepPeriod,
  yearOf
} from "../queries/period.ts";

const p = parsePeriod;
const anyPeriod = fc
  .tuple(
    fc.integer({min: 1990, max: 2089}),
    fc.integer({min: 1, max: 12}),
    fc.constantFrom("year", "half", "quarter", "month", "school")
  )
  .map(([year, part, kind]) => {
    if (kind === "year") return p(`${year}`);
    if (kind === "half") return p(`${year}-H${((part - 1) % 2) + 1}`);
    if (kind === "quarter") return p(`${year}-Q${((part - 1) % 4) + 1}`);
    if (kind === "month") return p(`${year}-${String(part).padStart(2, "0")}`);
    return p(`${year}/${String((year + 1) % 100).padStart(2, "0")}`);
  });

describe("parsePeriod(text)", () => {
  it.each(["2025", "2025-H1", "2025-H2", "2025-Q4", "2025-03", "2024/25", "1999/00"])("reads %s", (text) => {
    expect(parsePeriod(text)).toBe(text);
  });
  it.each(["2025-H3", "2025-Q5", "2025-13", "2024/26", "2024/2025", "25", "2025-H2 ", "", "2025H2", "2025-00"])(
    "refuses '%s' and quotes it",
    (text) => {
      expect(() => parsePeriod(text)).toThrow(`not a period: ${text}`);
      expect(isPeriod(text)).toBe(false);
    }
  );
});

describe("stepPeriod(period, steps)", () => {
  it("crosses the turn of the year in both directions", () => {
    expect(stepPeriod(p("2025-H2"), 1)).toBe("2026-H1");
    expect(stepPeriod(p("2025-H1"), -1)).toBe("2024-H2");
    expect(stepPeriod(p("2025-01"), -1)).toBe("2024-12");
    expect(stepPeriod(p("1999/00"), 1)).toBe("2000/01");
    expect(stepPeriod(p("2025-Q1"), -5)).toBe("2023-Q4");
  });
  it("keeps the kind, comes back, and leaves no gap", () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({min: -30, max: 30}), (period, steps) => {
        const there = stepPeriod(period, steps);
        expect(periodKind(there)).toBe(periodKind(period));
        expect(stepPeriod(there, -steps)).toBe(period);
        expect(dayAfter(endOf(previousPeriod(period)))).toBe(startOf(period));
      })
    );
  });
});

describe("previousYear(period)", () => {
  it("is the same part of the year before", () => {
    expect(previousYear(p("2025-H2"))).toBe("2024-H2");
    expect(previousYear(p("2025-03"))).toBe("2024-03");
    expect(previousYear(p("2024/25"))).toBe("2023/24");
    expect(previousYear(p("2025"))).toBe("2024");
  });
});

describe("startOf(period), endOf(period)", () => {
  it("are the first and last day, both included", () => {
    expect([startOf(p("2025-H1")), endOf(p("2025-H1"))]).toEqual(["2025-01-01", "2025-06-30"]);
    expect([startOf(p("2025-H2")), endOf(p("2025-H2"))]).toEqual(["2025-07-01", "2025-12-31"]);
    expect([startOf(p("2024/25")), endOf(p("2024/25"))]).toEqual(["2024-07-01", "2025-06-30"]);
    expect([startOf(p("2025-Q2")), endOf(p("2025-Q2"))]).toEqual(["2025-04-01", "2025-06-30"]);
    expect([startOf(p("2025")), endOf(p("2025"))]).toEqual(["2025-01-01", "2025-12-31"]);
  });
  it("knows leap years", () => {
    expect(endOf(p("2024-02"))).toBe("2024-02-29");
    expect(endOf(p("2025-02"))).toBe("2025-02-28");
    expect(endOf(p("2100-02"))).toBe("2100-02-28");
  });
});

describe("comparePeriods(a, b)", () => {
  it("orders by end, and the longer period before the shorter one that ends with it", () => {
    const periods = ["2025-H2", "2025-06", "2024/25", "2025", "2025-H1"].map(p);
    expect(periods.toSorted(comparePeriods)).toEqual(["2024/25", "2025-H1", "2025-06", "2025", "2025-H2"]);
  });
  it("agrees with steps", () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({min: 1, max: 20}), (period, steps) => {
        expect(comparePeriods(period, stepPeriod(period, steps))).toBeLessThan(0);
        expect(comparePeriods(period, period)).toBe(0);
      })
    );
  });
});

describe("conversions", () => {
  it("a half-year belongs to one school year and one year", () => {
    expect(schoolYearOf(p("2025-H1"))).toBe("2024/25");
    expect(schoolYearOf(p("2025-H2"))).toBe("2025/26");
    expect(schoolYearOf(p("1999-H2"))).toBe("1999/00");
    expect(yearOf(p("2025-H1"))).toBe("2025");
    expect(() => schoolYearOf(p("2025"))).toThrow("not a half-year: 2025");
  });
  it("halfYearsOf gives back what schoolYearOf and yearOf join", () => {
    fc.assert(
      fc.property(fc.integer({min: 1990, max: 2089}), fc.constantFrom(1, 2), (year, half) => {
        const period = p(`${year}-H${half}`);
        expect(halfYearsOf(schoolYearOf(period))).toContain(period);
        expect(halfYearsOf(yearOf(period))).toContain(period);
        expect(halfYearsOf(period)).toEqual([period]);
      })
    );
    expect(() => halfYearsOf(p("2025-03"))).toThrow("not made of half-years: 2025-03");
  });
  it("a year is 7/12 of the school year that ends in it and 5/12 of the one that begins", () => {
    expect(schoolYearWeights(p("2025"))).toEqual([
      ["2024/25", 7 / 12],
      ["2025/26", 5 / 12]
    ]);
    expect(() => schoolYearWeights(p("2025-H1"))).toThrow("not a year: 2025-H1");
  });
});

describe("latestWithin(period, kind)", () => {
  it.each([
    ["2025-H2", "half-year", "2025-H2"],
    ["2025-H2", "school-year", "2024/25"],
    ["2025-H2", "year", "2025"],
    ["2025-H1", "half-year", "2025-H1"],
    ["2025-H1", "school-year", "2024/25"],
    ["2025-H1", "year", "2024"],
    ["2024/25", "half-year", "2025-H1"],
    ["2025", "school-year", "2024/25"],
    ["2025-03", "half-year", "2024-H2"],
    ["2025-03", "school-year", "2023/24"],
    ["2025-Q3", "half-year", "2025-H1"]
  ] as const)("%s holds the %s %s", (period, kind, expected) => {
    expect(latestWithin(p(period), kind)).toBe(expected);
  });
  it("has ended when the period ends, and its next has not", () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom("half-year", "school-year", "year"), (period, kind) => {
        const latest = latestWithin(period, kind);
        expect(periodKind(latest)).toBe(kind);
        expect(endOf(latest) <= endOf(period)).toBe(true);
        expect(endOf(stepPeriod(latest, 1)) > endOf(period)).toBe(true);
      })
    );
  });
});

describe("periodLabel(period, language), periodShortLabel(period, language)", () => {
  it.each([
    ["2025-H2", "2. halvår 2025", "second half of 2025", "2. hå. 25", "H2 25"],
    ["2024/25", "skoleåret 2024/25", "school year 2024/25", "2024/25", "2024/25"],
    ["2025-03", "marts 2025", "March 2025", "mar 25", "Mar 25"],
    ["2025-Q1", "1. kvartal 2025", "Q1 2025", "1. kv. 25", "Q1 25"],
    ["2025", "2025", "2025", "2025", "2025"]
  ] as const)("%s is %s", (text, danish, english, short, shortEnglish) => {
    const period = p(text) as PeriodId;
    expect([periodLabel(period), periodLabel(period, "en")]).toEqual([danish, english]);
    expect([periodShortLabel(period), periodShortLabel(period, "en")]).toEqual([short, shortEnglish]);
  });
});

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
