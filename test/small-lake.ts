/**
 * Deliveries of three municipalities with eleven schools over two half-years: one with three pupils, two mergers, an exempt
 * municipality, findings, and made-up published statistics of all municipalities.
 */
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import type {LakeRow} from "./lake-fixture.ts";

export function smallLake(): Readonly<Record<string, readonly LakeRow[]>> {
  const periods = ["2025-H1", "2025-H2"];
  const schools: readonly (readonly [string, string, string, string | null])[] = [
    ["751001", "751-O1", "2015-07-01", null],
    ["751002", "751-O1", "2015-07-01", null],
    ["751003", "751-O1", "2015-07-01", null],
    ["751005", "751-O2", "2015-07-01", "2025-06-30"],
    ["751006", "751-O2", "2015-07-01", null],
    ["751007", "751-O3", "2015-07-01", "2025-06-30"],
    ["751008", "751-O3", "2015-07-01", null],
    ["751009", "751-O3", "2015-07-01", null],
    ["751010", "751-O2", "2015-07-01", null],
    ["740001", "740", "2025-07-01", null],
    ["746001", "746", "2015-07-01", null]
  ];
  const units = periods.flatMap((period) => [
    ...["751-O1", "751-O2", "751-O3"].map((unit) => unitRow(period, unit, "area", "751", "2015-07-01", null)),
    ...schools.map(([unit, parent, from, to]) => unitRow(period, unit, "school", parent, from, to))
  ]);
  const sizes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    "2025-H1": {751001: 40, 751002: 3, 751003: 22, 751005: 20, 751006: 30, 751007: 3, 751008: 30, 751009: 25},
    "2025-H2": {751001: 40, 751002: 3, 751003: 22, 751006: 52, 751008: 33, 751009: 25, 740001: 80}
  };
  const absence = Object.entries(sizes).flatMap(([period, bySchool]) =>
    Object.entries(bySchool).flatMap(([unit, size]) => pupils(unit, period, size))
  );
  return {
    units,
    "unit-successions": [successor("751005", "751006"), successor("751007", "751008")],
    absence,
    observations: observations(),
    "published-statistics": statistics()
  };
}

function unitRow(period: string, unit: string, kind: string, parent: string, from: string, to: string | null): LakeRow {
  const base = {municipality: unit.slice(0, 3), period, unit, name: `Enhed ${unit}`, kind, parent};
  return {...base, valid_from: from, valid_to: to, ownership: "municipal"};
}

function successor(from: string, to: string): LakeRow {
  return {
    municipality: "751",
    period: "2025-H2",
    from_unit: from,
    to_unit: to,
    kind: "merged",
    share: 1,
    date: "2025-07-01"
  };
}

function pupils(unit: string, period: string, size: number): readonly LakeRow[] {
  return Array.from({length: size}, (_, index) =>
    ["sick", "permitted", "unlawful"].map((type, order) => ({
      municipality: unit.slice(0, 3),
      period,
      unit,
      pupil: `p${unit}-${index}`,
      class: index % 2 === 0 ? "7A" : "7B",
      grade: 7,
      absence_type: type,
      days_absent: (index % 7) / (order + 1),
      school_days: 100
    }))
  ).flat();
}

function observations(): readonly LakeRow[] {
  const finding = (text: string, source: string, count: number, quote: string | null, consent: boolean) => ({
    municipality: "751",
    period: "2025-H2",
    unit: "751001",
    observation: text,
    theme: "calm",
    quality: "process",
    source,
    assessment: "strength",
    count,
    finding: text,
    quote,
    quote_consent: consent,
    observed_on: "2025-10-01"
  });
  return [
    finding("a tilsyn", "supervision", 1, "Nævnt ved navn.", true),
    finding("b børneinterview", "child-interview", 3, null, false),
    finding("c elevråd", "pupil-council", 12, "Vi vil gerne høres.", true),
    finding("d elevråd", "pupil-council", 12, "Ikke samtykke.", false)
  ];
}

/** Made-up figures for all municipalities, from their codes. */
function statistics(): readonly LakeRow[] {
  return municipalityFacts.flatMap(({code: municipality}) => {
    const code = Number(municipality);
    const row = (indicator: string, value: number, category: string | null = null) => ({
      indicator,
      municipality,
      period: "2025",
      category,
      value,
      measure: "antal",
      source: "Test"
    });
    return [
      row("population", 1000 + code),
      row("area", 100 + (code % 37)),
      row("employment-rate", 70 + (code % 11)),
      row("disposable-income", 200_000 + (code % 53) * 1000),
      ...["0-5", "6-16", "17-25", "26-66", "67+"].map((age, index) =>
        row("population-by-age", 100 + ((code * (index + 3)) % 97), age)
      )
    ];
  });
}
