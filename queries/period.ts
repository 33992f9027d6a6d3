/**
 * Periods. A period id is text that sorts within its kind: `2025`, `2025-H2`, `2025-Q1`, `2025-03`, `2024/25`.
 * H1 is January–June and H2 July–December; a school year runs 1 July – 30 June as in the ministry's own dimension.
 */
declare const brand: unique symbol;
export type PeriodId = string & {readonly [brand]: "PeriodId"};
export const periodKinds = ["year", "half-year", "quarter", "month", "school-year"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** First calendar year, and the part of it from 1 (0 where the kind has no parts). */
interface Parts {
  readonly kind: PeriodKind;
  readonly year: number;
  readonly part: number;
}

const partsPerYear: Record<PeriodKind, number> = {year: 1, "half-year": 2, quarter: 4, month: 12, "school-year": 1};

export function parsePeriod(text: string): PeriodId {
  partsOf(text);
  return text as PeriodId;
}

export function isPeriod(text: string): text is PeriodId {
  try {
    partsOf(text);
    return true;
  } catch {
    return false;
  }
}

export function periodKind(period: PeriodId): PeriodKind {
  return partsOf(period).kind;
}

/** Steps of the period's own kind; negative is back. */
export function stepPeriod(period: PeriodId, steps: number): PeriodId {
  const {kind, year, part} = partsOf(period);
  const count = partsPerYear[kind];
  const index = year * count + Math.max(part - 1, 0) + steps;
  return periodOf({kind, year: Math.floor(index / count), part: (((index % count) + count) % count) + 1});
}

export function previousPeriod(period: PeriodId): PeriodId {
  return stepPeriod(period, -1);
}

/** The same part of the year before: half-years are seasonal and are read against this one. */
export function previousYear(period: PeriodId): PeriodId {
  return stepPeriod(period, -partsPerYear[partsOf(period).kind]);
}

/** Dates `YYYY-MM-DD`, both included. */
export function startOf(period: PeriodId): string {
  const {kind, year, part} = partsOf(period);
  if (kind === "school-year") return `${year}-07-01`;
  const months = 12 / partsPerYear[kind];
  return `${year}-${two((Math.max(part, 1) - 1) * months + 1)}-01`;
}

export function endOf(period: PeriodId): string {
  const {kind, year, part} = partsOf(period);
  if (kind === "school-year") return `${year + 1}-06-30`;
  const month = Math.max(part, 1) * (12 / partsPerYear[kind]);
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${two(month)}-${two(day)}`;
}

/** Negative when `a` ends before `b`; across kinds by end, then by start (the longer period first). */
export function comparePeriods(a: PeriodId, b: PeriodId): number {
  if (a === b) return 0;
  const [{start: startA, end: endA}, {start: startB, end: endB}] = [spanOf(a), spanOf(b)];
  return endA < endB ? -1 : endA > endB ? 1 : startA < startB ? -1 : startA > startB ? 1 : 0;
}

/** A page compares the same few periods thousands of times. */
const spans = new Map<PeriodId, {readonly start: string; readonly end: string}>();
function spanOf(period: PeriodId) {
  const span = spans.get(period) ?? {start: startOf(period), end: endOf(period)};
  spans.set(period, span);
  return span;
}

export function schoolYearOf(halfYear: PeriodId): PeriodId {
  const {year, part} = halfYearParts(halfYear);
  return periodOf({kind: "school-year", year: part === 2 ? year : year - 1, part: 0});
}

export function yearOf(period: PeriodId): PeriodId {
  return periodOf({kind: "year", year: partsOf(period).year, part: 0});
}

/** The half-years that a school year, a year or a half-year consists of. */
export function halfYearsOf(period: PeriodId): readonly PeriodId[] {
  const {kind, year} = partsOf(period);
  if (kind === "half-year") return [period];
  if (kind === "year") return [`${year}-H1` as PeriodId, `${year}-H2` as PeriodId];
  if (kind === "school-year") return [`${year}-H2` as PeriodId, `${year + 1}-H1` as PeriodId];
  throw new Error(`not made of half-years: ${period}`);
}

/** The school years that a calendar year meets with their weights: 7/12 of the last and 5/12 of the next (KOSTRA's rule). */
export function schoolYearWeights(year: PeriodId): readonly (readonly [PeriodId, number])[] {
  const {kind, year: first} = partsOf(year);
  if (kind !== "year") throw new Error(`not a year: ${year}`);
  return [
    [periodOf({kind: "school-year", year: first - 1, part: 0}), 7 / 12],
    [periodOf({kind: "school-year", year: first, part: 0}), 5 / 12]
  ];
}

/** The newest period of a kind that has ended on or before the end of `period`. */
export function latestWithin(period: PeriodId, kind: "half-year" | "school-year" | "year"): PeriodId {
  const end = endOf(period);
  let latest = periodOf({kind, year: Number(end.slice(0, 4)), part: 2});
  while (endOf(latest) > end) latest = previousPeriod(latest);
  return latest;
}

export const monthNames = {
  da: [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december"
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  ]
} as const;

/** `1. halvår 2025`, `skoleåret 2024/25`, `marts 2025`; English by option. */
export function periodLabel(period: PeriodId, language: "da" | "en" = "da"): string {
  const {kind, year, part} = partsOf(period);
  if (kind === "year") return String(year);
  if (kind === "month") return `${monthNames[language][part - 1]} ${year}`;
  if (kind === "school-year") return language === "da" ? `skoleåret ${period}` : `school year ${period}`;
  if (kind === "quarter") return language === "da" ? `${part}. kvartal ${year}` : `Q${part} ${year}`;
  return language === "da" ? `${part}. halvår ${year}` : `${part === 1 ? "first" : "second"} half of ${year}`;
}

/** Short label for an axis: `1. hå. 25`, `2024/25`, `2025`. */
export function periodShortLabel(period: PeriodId, language: "da" | "en" = "da"): string {
  const {kind, year, part} = partsOf(period);
  if (kind === "half-year") return `${language === "da" ? `${part}. hå.` : `H${part}`} ${two(year % 100)}`;
  if (kind === "quarter") return `${language === "da" ? `${part}. kv.` : `Q${part}`} ${two(year % 100)}`;
  if (kind === "month") return `${monthNames[language][part - 1]!.slice(0, 3)} ${two(year % 100)}`;
  return period;
}

function halfYearParts(period: PeriodId): Parts {
  const parts = partsOf(period);
  if (parts.kind !== "half-year") throw new Error(`not a half-year: ${period}`);
  return parts;
}

function partsOf(text: string): Parts {
  const match = /^(\d{4})(?:-H([12])|-Q([1-4])|-(0[1-9]|1[0-2])|\/(\d{2}))?$/.exec(text);
  if (!match) throw new Error(`not a period: ${text}`);
  const year = Number(match[1]);
  if (match[2]) return {kind: "half-year", year, part: Number(match[2])};
  if (match[3]) return {kind: "quarter", year, part: Number(match[3])};
  if (match[4]) return {kind: "month", year, part: Number(match[4])};
  if (!match[5]) return {kind: "year", year, part: 0};
  if (Number(match[5]) !== (year + 1) % 100) throw new Error(`not a period: ${text}`);
  return {kind: "school-year", year, part: 0};
}

function periodOf({kind, year, part}: Parts): PeriodId {
  const text = {
    year: `${year}`,
    "half-year": `${year}-H${part}`,
    quarter: `${year}-Q${part}`,
    month: `${year}-${two(part)}`,
    "school-year": `${year}/${two((year + 1) % 100)}`
  }[kind];
  return text as PeriodId;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
