import {describe, expect, it} from "vitest";
import {
  explainBlank,
  formatBlank,
  formatChange,
  formatDate,
  formatDifference,
  formatInterval,
  formatMembers,
  formatNumber,
  formatValue
} from "../dashboards/format.ts";
import {blanks} from "../queries/model.ts";

const share = {measureLabel: "pct.", measureLabelEnglish: "%", decimals: 1};
const ratio = {measureLabel: "børn pr. voksen", measureLabelEnglish: "children per adult", decimals: 1};

describe("formatNumber(value, decimals, language)", () => {
  it("writes Danish with decimal comma and thousands point", () =>
    expect(formatNumber(1234.56, 1, "da")).toBe("1.234,6"));
  it("writes English with decimal point", () => expect(formatNumber(1234.56, 1, "en")).toBe("1,234.6"));
  it("has a real minus sign", () => expect(formatNumber(-3.2, 1, "da")).toBe("−3,2"));
  it("never writes a negative zero", () => {
    expect(formatNumber(-0, 0, "da")).toBe("0");
    expect(formatNumber(-0.04, 1, "da")).toBe("0,0");
  });
  it("throws on what is no number", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => formatNumber(value, 1, "da")).toThrow(RangeError);
  });
});

describe("formatValue(figure, measured, language)", () => {
  it("keeps value and measure on one line", () => expect(formatValue(6.24, share, "da")).toBe("6,2\u00a0pct."));
  it("sets the English per cent sign close", () => expect(formatValue(6.24, share, "en")).toBe("6.2%"));
  it("takes a fact", () => expect(formatValue({value: 3, blank: null}, ratio, "da")).toBe("3,0\u00a0børn pr. voksen"));
  it("says a blank in its own word", () =>
    expect(formatValue({value: null, blank: "hidden"}, share, "da")).toBe("skjult"));
});

describe("formatInterval(low, high, measured, language)", () => {
  it("joins with a dash", () => expect(formatInterval(5.1, 7.44, share, "da")).toBe("5,1–7,4\u00a0pct."));
  it("is empty without both ends", () => expect(formatInterval(null, 7, share, "da")).toBe(""));
});

describe("formatDifference(difference, measured, language)", () => {
  it("calls differences of shares percentage points", () => {
    expect(formatDifference(0.4, share, "da")).toBe("0,4\u00a0procentpoint højere");
    expect(formatDifference(-0.4, share, "en")).toBe("0.4\u00a0percentage points lower");
  });
  it("keeps the measure of anything else", () =>
    expect(formatDifference(-0.2, ratio, "da")).toBe("0,2\u00a0børn pr. voksen lavere"));
  it("says none where it rounds to nothing", () => expect(formatDifference(0.04, share, "da")).toBe("ingen forskel"));
});

describe("formatChange(difference, decimals, language)", () => {
  it("signs both ways and not at all for nothing", () =>
    expect([0.4, -0.4, 0.01].map((value) => formatChange(value, 1, "da"))).toEqual(["+0,4", "−0,4", "0,0"]));
});

describe("formatDate(date, language)", () => {
  it("writes long dates, whatever the machine's time zone", () => {
    expect(formatDate("2025-12-31", "da")).toBe("31.\u00a0december 2025");
    expect(formatDate("2025-12-31T23:59:00Z", "en")).toBe("31\u00a0December 2025");
  });
  it("throws on what is no date", () => expect(() => formatDate("soon", "da")).toThrow("not a date: soon"));
});

describe("formatMembers(members, expected, language)", () => {
  it("says how many of how many", () => expect(formatMembers(96, 98, "da")).toBe("96\u00a0af\u00a098"));
});

describe("formatBlank(blank, language), explainBlank(blank, language)", () => {
  it.each(blanks)("has word and sentence for %s in both languages", (blank) => {
    for (const language of ["da", "en"] as const) {
      expect(formatBlank(blank, language)).not.toBe("");
      expect(explainBlank(blank, language)).toMatch(/^[A-Z].*\.$/);
    }
  });
});
