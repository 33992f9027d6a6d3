import {describe, expect, it} from "vitest";
import {agreementFigure} from "../dashboards/agreement-figure.ts";
import {dueStateOf, effectGroupOf} from "../dashboards/pages/agreements.ts";
import {type EffectGiven, effectOf, effectSentence} from "../dashboards/sentences.ts";
import type {DisclosedFact, Unit} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import type {Agreement} from "../queries/registry/agreements.ts";
import {absence, factOf} from "./indicator-fixture.ts";

const agreement: Agreement = {
  ...{id: "a", unit: "751014", period: "2025-H1", indicator: absence.id, text: "Morgenmad", owner: "", createdAt: ""},
  ...{target: null, due: null, status: "open", conversation: null, direction: null, expected: "", changedAt: null}
};
const unit = "751014";
const calm = [factOf(unit, "2024-H2", {value: 6.6}), factOf(unit, "2025-H1", {value: 6})];
const given = (series: readonly DisclosedFact[], change: Partial<EffectGiven> = {}): EffectGiven => ({
  ...{agreement, indicator: absence, series, breaks: [], until: "2025-H2" as PeriodId},
  ...change
});
const agreed = (change: Partial<Agreement>) => ({agreement: {...agreement, ...change}});
const said = (series: readonly DisclosedFact[], change: Partial<EffectGiven> = {}) =>
  effectSentence(given(series, change), "da").replaceAll("\u00a0", " ");

describe("effectOf(given)", () => {
  it("tells a change from chance only where the intervals do not meet", () => {
    expect(effectOf(given([...calm, factOf(unit, "2025-H2", {value: 5})])).effect).toBe("fall");
    expect(effectOf(given([...calm, factOf(unit, "2025-H2", {value: 7})])).effect).toBe("rise");
    expect(effectOf(given([...calm, factOf(unit, "2025-H2", {value: 5.8})])).effect).toBe("same");
  });

  it("says which figure is missing: then, now, or none expected yet", () => {
    expect(effectOf(given([])).effect).toBe("no-baseline");
    expect(effectOf(given([factOf(unit, "2025-H1", {blank: "hidden"})])).effect).toBe("no-baseline");
    expect(effectOf(given(calm, {until: "2025-H1" as PeriodId})).effect).toBe("no-newer");
    expect(effectOf(given(calm)).effect).toBe("missing");
  });

  it("keeps every blank of the new figure a blank", () => {
    for (const blank of ["hidden", "not-reported", "withdrawn", "exempt", "not-yet-published"] as const)
      expect(effectOf(given([...calm, factOf(unit, "2025-H2", {blank})])).effect).toBe("blank");
  });

  it("does not compare across a break or a new definition", () => {
    const series = [...calm, factOf(unit, "2025-H2", {value: 5})];
    const breaks = [{period: "2025-H2" as PeriodId, text: "Ny opgørelse."}];
    expect(effectOf(given(series, {breaks})).effect).toBe("broken");
    expect(effectOf(given([...calm, {...series[2]!, version: 2}])).effect).toBe("broken");
  });
});

describe("effectSentence(given, language)", () => {
  const fallen = [...calm, factOf(unit, "2025-H2", {value: 5})];

  it("says plainly whether the change can be told from chance, and that half-years have seasons", () => {
    expect(said(fallen)).toBe(
      "Tallet er 1,0 procentpoint lavere end i 1. halvår 2025 (6,0 pct.), og ændringen kan skelnes fra tilfældighed. " +
        "Halvår har hver sin årstid, så se også samme tid året før: Det er 1,6 procentpoint lavere end i 2. halvår 2024 (6,6 pct.)."
    );
    expect(said([...calm, factOf(unit, "2025-H2", {value: 5.8})])).toMatch(
      /^Tallet kan ikke skelnes fra det i 1\. halvår 2025 \(6,0 pct\.\): ændringen kan være tilfældig\./
    );
  });

  it("holds the change against what was expected, only where it can be told", () => {
    expect(said(fallen, agreed({direction: "fall"}))).toContain("Det er, som man ventede.");
    expect(said(fallen, agreed({direction: "rise"}))).toContain("Det er den modsatte vej af den, man ventede.");
    expect(said(fallen, agreed({direction: "hold"}))).toContain("Man ventede, at det ville være uændret.");
    const same = [...calm, factOf(unit, "2025-H2", {value: 5.8})];
    expect(said(same, agreed({direction: "fall"}))).not.toContain("ventede");
  });

  it("says of a target whether it is reached, missed, or cannot be told apart", () => {
    expect(said(fallen, agreed({target: 5.5, direction: "fall"}))).toContain("Målet på 5,5 pct. er nået.");
    expect(said(fallen, agreed({target: 4, direction: "fall"}))).toContain("Målet på 4,0 pct. er ikke nået.");
    expect(said(fallen, agreed({target: 5.1}))).toContain("Tallet kan ikke skelnes fra målet på 5,1 pct.");
  });

  it("says why there is nothing to say, without a figure that is not shown", () => {
    const hidden = [...calm, factOf(unit, "2025-H2", {blank: "hidden"})];
    expect(said(hidden, agreed({target: 5}))).toBe(
      "Det nye tal for 2. halvår 2025 er ikke vist (skjult). Tallet er skjult, fordi det kunne fortælle noget om færre end fem personer."
    );
    expect(said(calm)).toBe("Der er intet tal for 2. halvår 2025 at holde aftalen op imod.");
    expect(said(calm, {until: "2025-H1" as PeriodId})).toBe(
      "Der er ikke kommet et nyt tal, siden aftalen blev indgået."
    );
    expect(said([factOf(unit, "2025-H1", {blank: "hidden"}), factOf(unit, "2025-H2")])).toBe(
      "Tallet fra dengang er ikke vist (skjult), så en ændring kan ikke ses."
    );
  });
});

describe("agreementFigure(given, language)", () => {
  it("prints a blank as its word, and that there is no figure as that", () => {
    const hidden = agreementFigure(given([...calm, factOf(unit, "2025-H2", {blank: "hidden"})]), "da");
    expect([hidden.before, hidden.now]).toEqual(["6,0\u00a0pct. (1. halvår 2025)", "skjult (2. halvår 2025)"]);
    expect(agreementFigure(given(calm), "da").now).toBe("intet tal");
    expect(agreementFigure(given(calm, {until: "2025-H1" as PeriodId}), "da").now).toBe("intet nyt tal endnu");
  });
});

describe("the list of agreements", () => {
  const known = (series: readonly DisclosedFact[], indicator: typeof absence | null = absence) => ({
    ...{agreement, indicator, series, breaks: [], template: null, until: "2025-H2" as PeriodId},
    unit: {id: unit, name: "", kind: "school"} as unknown as Unit
  });

  it("groups by whether a change can be told, and leaves what has no figure among the unknown", () => {
    expect(effectGroupOf(known([...calm, factOf(unit, "2025-H2", {value: 5})]))).toBe("changed");
    expect(effectGroupOf(known([...calm, factOf(unit, "2025-H2", {value: 6})]))).toBe("unchanged");
    expect(effectGroupOf(known(calm))).toBe("unknown");
    expect(effectGroupOf(known(calm, null))).toBe("unknown");
  });

  it("knows what is overdue, near, or later, of what is still open", () => {
    const due = (day: string | null, status: Agreement["status"] = "open") =>
      dueStateOf({...agreement, due: day, status}, "2026-02-01");
    expect([due("2026-01-31"), due("2026-02-01"), due("2026-03-03"), due("2026-03-04"), due(null)]).toEqual([
      ...["overdue", "soon", "soon", "later"],
      null
    ]);
    expect(due("2026-01-31", "done")).toBeNull();
  });
});
