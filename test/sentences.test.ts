import {describe, expect, it} from "vitest";
import {
  changeSentence,
  clarityOf,
  comparisonAlt,
  comparisonSentence,
  figureSentence,
  highlightsOf,
  levelSentence,
  nothingStandsOut,
  rangeSentence,
  relationOf,
  spreadAlt,
  spreadSentence,
  trendAlt
} from "../dashboards/sentences.ts";
import {countInWords, listed, textOf} from "../dashboards/text.ts";
import type {Blank, DisclosedFact, Indicator, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const absence: Indicator = {
  ...fixtureIndicators[0]!,
  id: "school-absence",
  title: "Elevfravær",
  titleEnglish: "Pupil absence",
  readableDifference: null
};
const count: Indicator = {...absence, measure: "count", measureLabel: "elever", decimals: 0, interval: "none"};

function fact(period: string, value: number, low: number | null, high: number | null, version = 1): DisclosedFact {
  const cell = {
    indicator: "school-absence",
    version,
    unit: "751014" as UnitId,
    period: period as PeriodId,
    category: ""
  };
  const counts = {numerator: value, denominator: 100, persons: 100};
  return {...cell, ...counts, value, low, high, blank: null, linked: false, members: 1, expected: 1};
}

function blankFact(period: string, blank: Blank): DisclosedFact {
  const none = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null} as const;
  return {...fact(period, 0, null, null), ...none, blank} as DisclosedFact;
}

describe("relationOf(own, other, rule)", () => {
  it("tells figures apart only when their intervals do not meet", () => {
    expect(relationOf(fact("2025-H2", 6, 5.5, 6.5), fact("2025-H2", 5, 4.8, 5.2), absence)).toBe("higher");
    expect(relationOf(fact("2025-H2", 6, 5.1, 6.9), fact("2025-H2", 5, 4.8, 5.2), absence)).toBe("same");
  });
  it("calls figures the same that print the same", () => {
    expect(relationOf(fact("2025-H2", 6.01, null, null), fact("2025-H2", 6.04, null, null), absence)).toBe("same");
  });
  it("calls differences below the publisher's readable one the same", () => {
    const rule = {...absence, readableDifference: 0.6};
    expect(relationOf(fact("2025-H2", 4.5, 4.4, 4.6), fact("2025-H2", 4, 3.9, 4.1), rule)).toBe("same");
    expect(relationOf(fact("2025-H2", 4.7, 4.6, 4.8), fact("2025-H2", 4, 3.9, 4.1), rule)).toBe("higher");
  });
  it("holds a municipality to its own readable difference", () => {
    const rule = {...absence, readableDifference: 0.6, readableDifferenceMunicipality: 0.1};
    const own = {...fact("2025-H2", 4.3, 4.28, 4.32), unit: "751" as UnitId};
    expect(relationOf(own, fact("2025-H2", 4, 3.98, 4.02), rule)).toBe("higher");
    expect(relationOf(own, fact("2025-H2", 4.25, 4.24, 4.26), {...rule, decimals: 2})).toBe("same");
  });
  it("does not compare blanks, missing figures or other definitions", () => {
    expect(relationOf(fact("2025-H2", 6, 5, 7), blankFact("2025-H2", "hidden"), absence)).toBe("unknown");
    expect(relationOf(fact("2025-H2", 6, 5, 7), undefined, absence)).toBe("unknown");
    expect(relationOf(fact("2025-H2", 6, 5, 7), fact("2025-H2", 1, 1, 1, 2), absence)).toBe("unknown");
  });
  it("measures clarity in multiples of the uncertainty, 0 where nothing is told apart", () => {
    expect(clarityOf(fact("2025-H2", 8, 7, 9), fact("2025-H2", 5, 4.9, 5.1), absence)).toBeCloseTo(2.985, 2);
    expect(clarityOf(fact("2025-H2", 6, 5, 7), fact("2025-H2", 5, 4, 6), absence)).toBe(0);
  });
});

describe("comparisonSentence(own, comparators, indicator, language)", () => {
  const own = fact("2025-H2", 6.2, 5.9, 6.5);
  const comparators = [
    {kind: "municipality", fact: fact("2025-H2", 5.4, 5.3, 5.5)},
    {kind: "neighbours", fact: fact("2025-H2", 6.1, 6, 6.2)},
    {kind: "similar", fact: fact("2025-H2", 6.3, 6.2, 6.4)},
    {kind: "nation", fact: fact("2025-H2", 7, 6.9, 7.1)}
  ] as const;
  it("names what differs with its value, and what cannot be told apart without", () => {
    expect(plain(comparisonSentence(own, comparators, absence, "da"))).toBe(
      "Tallet er højere end i kommunen (5,4 pct.), er lavere end i hele landet (7,0 pct.) og kan ikke skelnes fra nabokommunerne eller lignende kommuner."
    );
  });
  it("says the same in English", () => {
    expect(plain(comparisonSentence(own, comparators.slice(0, 1), absence, "en"))).toBe(
      "The figure is higher than in the municipality (5.4 per cent)."
    );
  });
  it("gives the reason where a comparison is blank", () => {
    const given = [{kind: "area", fact: blankFact("2025-H2", "hidden")}] as const;
    expect(comparisonSentence(own, given, absence, "da")).toBe("Der er ikke noget tal for området (skjult).");
  });
  it("says how many of a group have a figure only where some have none", () => {
    const some = {members: 9, expected: 10};
    const given = [
      {kind: "similar", fact: {...fact("2025-H2", 5.4, 5.3, 5.5), ...some}},
      {kind: "neighbours", fact: {...fact("2025-H2", 6.1, 6, 6.2), ...some}},
      {kind: "nation", fact: {...fact("2025-H2", 5, 4.9, 5.1), members: 98, expected: 98}}
    ] as const;
    expect(plain(comparisonSentence(own, given, absence, "da"))).toBe(
      "Tallet er højere end i lignende kommuner (5,4 pct.; 9 af 10) og hele landet (5,0 pct.) og kan ikke skelnes fra nabokommunerne (9 af 10)."
    );
  });
  it("says of a group without a figure that too few of its members can be shown", () => {
    const given = [
      {kind: "similar", fact: blankFact("2025-H2", "hidden")},
      {kind: "region", fact: blankFact("2025-H2", "exempt")}
    ] as const;
    expect(comparisonSentence(own, given, absence, "da")).toBe(
      "Der er ikke noget tal for regionen (fritaget). Der er ikke noget tal for lignende kommuner: for få af dem har et tal, der kan vises."
    );
  });
  it("does not compare counts of units of different size", () => {
    expect(comparisonSentence(own, comparators, count, "da")).toBe("");
  });
});

describe("changeSentence(series, breaks, indicator, language)", () => {
  const series = [fact("2024-H2", 5.4, 5.2, 5.6), fact("2025-H1", 9, 8, 10), fact("2025-H2", 6.2, 5.9, 6.5)];
  it("reads a half-year against the same half-year the year before", () => {
    expect(plain(changeSentence(series, [], absence, "da"))).toBe(
      "Det er 0,8 procentpoint højere end i 2. halvår 2024 (5,4 pct.)."
    );
  });
  it("subtracts what is printed, so that a reader who subtracts gets the same", () => {
    const close = [fact("2024-H2", 54.96, null, null), fact("2025-H2", 54.94, null, null)];
    expect(plain(changeSentence(close, [], absence, "da"))).toBe(
      "Det er 0,1 procentpoint lavere end i 2. halvår 2024 (55,0 pct.)."
    );
  });
  it("says when the change cannot be told apart from none", () => {
    const near = [fact("2024-H2", 6.1, 5.8, 6.4), fact("2025-H2", 6.2, 5.9, 6.5)];
    expect(plain(changeSentence(near, [], absence, "da"))).toBe(
      "Det kan ikke skelnes fra tallet i 2. halvår 2024 (6,1 pct.)."
    );
  });
  it("calls figures that are printed differently no more than hard to tell apart", () => {
    const ratio = {...absence, interval: "none", readableDifference: 0.5} as const;
    const close = [fact("2024-H2", 10.8, null, null), fact("2025-H2", 10.7, null, null)];
    expect(changeSentence(close, [], ratio, "da")).toContain("kan ikke skelnes fra tallet");
    const same = [fact("2024-H2", 10.71, null, null), fact("2025-H2", 10.72, null, null)];
    expect(changeSentence(same, [], ratio, "da")).toContain("Det er det samme som");
  });
  it("does not compare over a break or a new version", () => {
    const breaks = [{period: "2025-H1" as PeriodId, text: "Ny opgørelse"}];
    expect(changeSentence(series, breaks, absence, "da")).toContain("kan ikke sammenlignes");
    const versions = [fact("2024-H2", 5, 4, 6), fact("2025-H2", 9, 8, 10, 2)];
    expect(changeSentence(versions, [], absence, "da")).toContain("kan ikke sammenlignes");
  });
  it("counts persons as more and fewer", () => {
    const pupils = [fact("2024-H2", 400, null, null), fact("2025-H2", 412, null, null)];
    expect(changeSentence(pupils, [], count, "da")).toBe("Der er 12 flere end i 2. halvår 2024 (400).");
  });
  it("gives the reason where the year before is blank, and is silent where it is not there", () => {
    expect(changeSentence([blankFact("2024-H2", "exempt"), series[2]!], [], absence, "da")).toContain("2. halvår 2024");
    expect(changeSentence([series[2]!], [], absence, "da")).toBe("");
  });
});

describe("other sentences", () => {
  const shown = fact("2024/25", 6.2, 5.9, 6.5);
  it("states a level with its uncertainty, or why there is none", () => {
    expect(plain(levelSentence(shown, absence, "da"))).toBe(
      "Elevfravær: 6,2 pct. i skoleåret 2024/25 (usikkerhed 5,9–6,5 pct.)."
    );
    expect(levelSentence(blankFact("2024/25", "hidden"), absence, "da")).toContain("færre end fem personer");
  });
  it("a blank figure is explained and never compared", () => {
    expect(figureSentence([blankFact("2025-H2", "exempt")], [], [], absence, "da")).toMatch(/^Kommunen er/);
  });
  it("gives the range only with three figures or more", () => {
    const series = ["2023-H2", "2024-H2", "2025-H2"].map((period, index) => fact(period, 5 + index, null, null));
    expect(plain(rangeSentence(series, absence, "da"))).toBe(
      "I tre perioder med tal har det ligget mellem 5,0 pct. og 7,0 pct."
    );
    expect(rangeSentence(series.slice(1), absence, "da")).toBe("");
  });
  it("describes a spread without naming anybody", () => {
    const facts = [fact("2025-H2", 4, 3.5, 4.5), fact("2025-H2", 8, 7, 9), blankFact("2025-H2", "hidden")];
    const whole = {name: "kommunen", fact: fact("2025-H2", 6, 5.9, 6.1)};
    expect(plain(spreadSentence(facts, whole, "skoler", absence, "da"))).toBe(
      "2 skoler har tal, fra 4,0 pct. til 8,0 pct. 2 af dem kan skelnes fra kommunen (6,0 pct.). 1 har intet tal."
    );
    expect(plain(spreadSentence(facts, {...whole, isWider: true}, "skoler", absence, "da"))).toContain(
      "2 af dem kan skelnes fra kommunen (alle typer: 6,0 pct.)."
    );
    expect(plain(spreadAlt(facts, absence, "da", "skoler"))).toContain(
      "2 skoler mellem 4,0 pct. og 8,0 pct.; 1 uden tal"
    );
  });
  it("does not say that there are no figures where they are hidden", () => {
    const whole = {name: "kommunen", fact: undefined};
    const concealed = spreadSentence([blankFact("2025-H2", "hidden")], whole, "skoler", absence, "da");
    expect(concealed).toBe("I perioden er der ingen tal for skoler, som kan vises.");
    expect(spreadSentence([], whole, "skoler", absence, "da")).toBe("Der er ingen tal for skoler i perioden.");
  });
  it("speaks of one figure as one", () => {
    const whole = {name: "kommunen", fact: fact("2025-H2", 6, 5.9, 6.1)};
    const one = (value: number, low: number, high: number) =>
      plain(spreadSentence([fact("2025-H2", value, low, high)], whole, "skoler", absence, "da"));
    expect(one(8, 7.5, 8.5)).toBe("Der er kun ét tal: 8,0 pct. Det kan skelnes fra kommunen (6,0 pct.).");
    expect(one(6.2, 5.5, 6.9)).toBe("Der er kun ét tal: 6,2 pct. Det kan ikke skelnes fra kommunen (6,0 pct.).");
  });
  it("carries every value into the alternative texts, blanks as words", () => {
    const series = [fact("2024-H2", 5.4, null, null), blankFact("2025-H1", "hidden"), fact("2025-H2", 6.2, null, null)];
    expect(plain(trendAlt(series, absence, "da"))).toBe(
      "Kurve: Elevfravær fra 2. halvår 2024 til 2. halvår 2025: 5,4 pct.; skjult; 6,2 pct."
    );
    const alt = comparisonAlt({name: "Bøgelundskolen", fact: shown}, [{kind: "nation", fact: shown}], absence, "da");
    expect(plain(alt)).toContain("Bøgelundskolen 6,2 pct. (5,9–6,5); Hele landet 6,2 pct. (5,9–6,5)");
  });
});

describe("highlightsOf(readings, language, atMost)", () => {
  const reading = (value: number, low: number, high: number) => ({
    indicator: {...absence, id: `i${value}`},
    series: [fact("2024-H2", 6, 5.8, 6.2), fact("2025-H2", value, low, high)],
    comparators: [{kind: "nation", fact: fact("2025-H2", 6, 5.9, 6.1)}] as const,
    breaks: []
  });
  it("takes what differs most clearly first, and nothing that cannot be told apart", () => {
    const found = highlightsOf([reading(6.3, 5.8, 6.8), reading(7, 6.5, 7.5), reading(9, 8.5, 9.5)], "da", 6);
    expect(found.map(({indicator}) => indicator.id)).toEqual(["i9", "i7"]);
    expect(plain(found[0]!.title)).toBe("Elevfravær: 9,0 pct.");
  });
  it("says plainly that nothing stands out, and among how many", () => {
    const readings = [reading(6.1, 5.8, 6.4), reading(6, 5.8, 6.2)];
    expect(highlightsOf(readings, "da", 6)).toEqual([]);
    expect(nothingStandsOut(readings, "da")).toMatch(/^Ingen af pakkens to tal kan skelnes klart/);
  });
});

describe("texts", () => {
  it("exist in both languages with the same keys", () => {
    expect(keysOf(textOf("en"))).toEqual(keysOf(textOf("da")));
  });
  it("hold no verdicts", () => {
    const all = JSON.stringify(textOf("da")).toLowerCase();
    for (const word of ["bedst", "værst", "dårlig", "problem", "desværre", "flot"]) expect(all).not.toContain(word);
  });
  it("join lists with the last word, and count in words up to twelve", () => {
    expect(listed(["a", "b", "c"], "og")).toBe("a, b og c");
    expect(listed([], "og")).toBe("");
    expect([countInWords(3, "da"), countInWords(13, "da"), countInWords(5, "en")]).toEqual(["tre", "13", "five"]);
  });
});

function keysOf(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}
