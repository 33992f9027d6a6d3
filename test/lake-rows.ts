/** Rows of deliveries for tests of computing: everybody alike, so that a sum can be told by heart. */
import type {LakeRow} from "./lake-fixture.ts";

export type Sizes = Readonly<Record<string, number>>;

export function unitRow(
  unit: string,
  kind: string,
  parent: string,
  from = "2010-01-01",
  to: string | null = null
): LakeRow {
  const municipality = parent.slice(0, 3);
  return {
    municipality,
    period: "2025-H1",
    unit,
    name: unit,
    kind,
    parent,
    ownership: "municipal",
    valid_from: from,
    valid_to: to
  };
}

export function successionRow(from: string, to: string, kind: string, share: number, date: string): LakeRow {
  return {municipality: "751", period: "2025-H1", from_unit: from, to_unit: to, kind, share, date};
}

/** One class 1A per school. */
export function pupilsOf(period: string, sizes: Sizes): readonly LakeRow[] {
  return everybody(period, sizes).map(({name, ...row}) => ({
    ...row,
    pupil: name,
    class: "1A",
    grade: 1,
    class_type: "normal",
    age_divided: true
  }));
}

/** 3 sick, 1 permitted and 0 unlawful days of 90 for each pupil. */
export function absenceOf(period: string, sizes: Sizes): readonly LakeRow[] {
  return everybody(period, sizes).flatMap(({name, ...row}) =>
    ["sick", "permitted", "unlawful"].map((type, index) => ({
      ...row,
      pupil: name,
      class: "1A",
      grade: 1,
      absence_type: type,
      days_absent: [3, 1, 0][index]!,
      school_days: 90
    }))
  );
}

/** Children of 3-5 years, full time. */
export function childrenOf(period: string, sizes: Sizes): readonly LakeRow[] {
  return everybody(period, sizes).map(({name, ...row}) => ({...row, child: name, age_group: "3-5", full_time: 1}));
}

/** A full-time pedagogue for every five children. */
export function staffOf(period: string, sizes: Sizes): readonly LakeRow[] {
  const posts = Object.fromEntries(Object.entries(sizes).map(([unit, size]) => [unit, size / 5]));
  return everybody(period, posts).map(({name, ...row}) => ({
    ...row,
    employee: name,
    position: "pedagogue",
    education: "pedagogue",
    age_group: "3-5",
    full_time_equivalents: 1,
    norm_funded: false
  }));
}

export function published(indicator: string, municipality: string, period: string, value: number): LakeRow {
  return {indicator, municipality, period, category: null, value, measure: "", source: "test"};
}

function everybody(period: string, sizes: Sizes) {
  return Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({length: size}, (_, index) => ({
      municipality: /^\d/.test(unit) ? unit.slice(0, 3) : "751",
      period,
      unit,
      name: `${unit}-${index}`
    }))
  );
}
