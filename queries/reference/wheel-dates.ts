/** Days by rule instead of by date, and instants in Danish time. Dates are `YYYY-MM-DD`; all functions are pure. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

interface Moved {
  /** Moved to the next or the previous working day where it falls on none. */
  readonly workday?: "next" | "previous" | undefined;
}
/**
 * A day of every year: of a month (a day past the month's end means its last), a weekday of a month (`nth` -1: the last),
 * or days from Easter Sunday.
 */
export type DayRule = Moved &
  (
    | {readonly month: number; readonly day: number}
    | {readonly month: number; readonly weekday: Weekday; readonly nth: number}
    | {readonly easter: number}
  );

export const danishTime = "Europe/Copenhagen";

export function dateOf(rule: DayRule, year: number): string {
  const date = plainDate(rule, year);
  if (rule.workday === undefined) return date;
  let moved = date;
  while (!isWorkday(moved)) moved = addDays(moved, rule.workday === "next" ? 1 : -1);
  return moved;
}

function plainDate(rule: DayRule, year: number): string {
  if ("easter" in rule) return addDays(easterOf(year), rule.easter);
  if ("day" in rule) return dateText(year, rule.month, Math.min(rule.day, daysIn(year, rule.month)));
  const wanted = weekdays.indexOf(rule.weekday);
  const last = daysIn(year, rule.month);
  const days = Array.from({length: last}, (_, index) => index + 1).filter(
    (day) => new Date(Date.UTC(year, rule.month - 1, day)).getUTCDay() === wanted
  );
  return dateText(year, rule.month, rule.nth < 0 ? days.at(rule.nth)! : days[Math.min(rule.nth, days.length) - 1]!);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876). */
export function easterOf(year: number): string {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon = (19 * a + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * week) / 451);
  const days = moon + week - 7 * late + 114;
  return dateText(year, Math.floor(days / 31), (days % 31) + 1);
}

/** Monday to Friday but for the Danish holidays and the days on which a town hall is closed. */
export function isWorkday(date: string): boolean {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !closedDays(Number(date.slice(0, 4))).has(date);
}

const closedByYear = new Map<number, ReadonlySet<string>>();
function closedDays(year: number): ReadonlySet<string> {
  const known = closedByYear.get(year);
  if (known) return known;
  const prayerDay = year < 2024 ? [26] : []; // store bededag was a holiday until 2023
  const fromEaster = [-3, -2, 0, 1, 39, 49, 50, ...prayerDay].map((days) => addDays(easterOf(year), days));
  const fixed = ["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"].map((day) => `${year}-${day}`);
  const closed = new Set([...fromEaster, ...fixed]);
  closedByYear.set(year, closed);
  return closed;
}

export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The last day of the month that is so many months later. */
export function addMonths(date: string, months: number): string {
  const day = new Date(`${date}T00:00Z`);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is before. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00Z`) - Date.parse(`${a}T00:00Z`)) / 86_400_000);
}

const wallClock = new Intl.DateTimeFormat("en-CA", {
  timeZone: danishTime,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit"
});

/** `YYYY-MM-DD` and `HH:MM` on a Danish wall clock. */
export function danishClock(instant: Date): {readonly date: string; readonly time: string} {
  const part = Object.fromEntries(wallClock.formatToParts(instant).map(({type, value}) => [type, value]));
  return {date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}`};
}

/**
 * The instant of a Danish wall clock. A time that is skipped in spring is the first instant after the gap, and one that
 * comes twice in autumn is the first of them.
 */
export function instantOf(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const candidates = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000));
  const met = candidates.find((each) => wallText(each) === `${date}T${time}`);
  if (met) return met;
  const gapEnd = new Date(asUtc - 2 * 3_600_000);
  gapEnd.setUTCMinutes(0, 0, 0);
  return new Date(gapEnd.getTime() + (wallText(gapEnd) < `${date}T${time}` ? 3_600_000 : 0));
}

function wallText(instant: Date): string {
  const {date, time} = danishClock(instant);
  return `${date}T${time}`;
}

/** The next time that a Danish wall clock shows `time` after `instant`. */
export function nextTimeOfDay(instant: Date, time: string): Date {
  const {date} = danishClock(instant);
  const today = instantOf(date, time);
  return today > instant ? today : instantOf(addDays(date, 1), time);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dateText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
