import {describe, expect, it} from "vitest";
import {changesBetween, changesTable, type FactRow} from "../jobs/erratum.ts";
import {erratumView, type FactChange} from "../templates/context/erratum.ts";
import {csvOf} from "../templates/export/csv.ts";

const rowOf = (given: Partial<FactRow>): FactRow => ({
  ...{unit: "751014", unit_name: "Bøgelundskolen", indicator: "school-absence", title: "Elevfravær"},
  ...{period: "2025-H2", category: "", category_label: "", value: 5.71, blank: null, shown: "5,7 pct."},
  ...given
});
const hidden = {value: null, blank: "hidden", shown: "skjult"};

describe("changesBetween(before, now)", () => {
  it("tells of what differs, figure by figure, and of nothing else", () => {
    const before = [rowOf({}), rowOf({period: "2025-H1"}), rowOf({period: "2024-H2", ...hidden})];
    const now = [
      rowOf({value: 6.12, shown: "6,1 pct."}),
      rowOf({period: "2025-H1"}),
      rowOf({period: "2024-H2", ...hidden})
    ];
    expect(changesBetween(before, now)).toMatchObject([
      {period: "2025-H2", before: "shown", shownBefore: "5,7 pct.", now: "shown", shownNow: "6,1 pct."}
    ]);
  });
  it("never repeats a figure that is not shown any more, however it went", () => {
    const secret = rowOf({value: 1.234567, shown: "1,234567 pct."});
    for (const now of [[rowOf(hidden)], [rowOf({...hidden, blank: "withdrawn", shown: "trukket tilbage"})], []]) {
      const changes = changesBetween([secret], now);
      expect(changes).toMatchObject([{before: "withheld", shownBefore: ""}]);
      expect(Buffer.from(csvOf(changesTable(changes))).toString()).not.toContain("1,23");
      expect(JSON.stringify(viewOf(changes))).not.toContain("1,23");
    }
  });
  it("tells of a figure that was hidden and is shown, and of one that is new", () => {
    expect(changesBetween([rowOf(hidden)], [rowOf({})])).toMatchObject([
      {before: "blank", shownBefore: "skjult", now: "shown", shownNow: "5,7 pct."}
    ]);
    expect(changesBetween([], [rowOf({})])).toMatchObject([{before: "absent", shownBefore: "", now: "shown"}]);
  });
});

const viewOf = (changes: readonly FactChange[], given: object = {}) =>
  erratumView(
    {
      replaces: "2025-H2-751014-leader-da-1",
      releasedAt: "2026-04-03T06:00:00.000Z",
      reason: "",
      reasonAt: "",
      changes,
      ...given
    },
    "751014",
    "da"
  );

describe("erratumView(erratum, unit, language)", () => {
  it("says what it replaces, and that the reason is missing until it is written", () => {
    const {lead, reason, notes} = viewOf([]);
    expect(lead.replaceAll("\u00a0", " ")).toContain(
      "erstatter 2025-H2-751014-leader-da-1, som blev udsendt 3. april 2026"
    );
    expect(reason).toContain("Begrundelsen er ikke skrevet endnu");
    expect(notes).toEqual([expect.stringContaining("Intet tal ser anderledes ud")]);
    expect(viewOf([], {reason: "Talt dobbelt."}).reason).toBe("Talt dobbelt.");
  });
  it("counts what rounding hides and what there is no room for, and names the file with all of it", () => {
    const many = Array.from({length: 130}, (_, index) => rowOf({period: `${1900 + index}`, value: 1, shown: "1"}));
    const changes = changesBetween(
      many,
      many.map((row, index) => ({...row, value: 2, shown: index < 110 ? "2" : "1"}))
    );
    const {tables, notes} = viewOf(changes);
    expect(tables.map(({rows}) => rows.length)).toEqual([100]);
    expect(notes).toEqual([
      "10 tal mere er ændret; de står i filen data/changes.csv.",
      "20 tal er ændret så lidt, at det ikke ses efter afrunding."
    ]);
  });
});
