/** How old a figure is, and when the next one can be expected; dates are `YYYY-MM-DD`, and no clock is read. */
import type {Indicator} from "../queries/model.ts";
import {endOf, type PeriodId, stepPeriod} from "../queries/period.ts";

type Paced = Pick<Indicator, "lagMonths">;

/** Whole months from one date to a later one, 0 where it is not later. */
export function monthsBetween(from: string, to: string): number {
  return Math.max(0, monthIndex(to) - monthIndex(from));
}

/** The period after `newest`, and the month in which its figure can be expected. */
export function nextFigure(
  newest: PeriodId,
  indicator: Paced
): {readonly period: PeriodId; readonly expected: PeriodId} {
  const period = stepPeriod(newest, 1);
  return {period, expected: monthAfter(endOf(period), indicator.lagMonths)};
}

/** Packages are built when the figures of the half-year itself are there. */
const packageLag = 2;

/** Whether a figure could not yet stand in the package of `halfYear`. */
export function isNewSince(halfYear: PeriodId, period: PeriodId, {lagMonths}: Paced): boolean {
  return monthIndex(endOf(period)) + lagMonths > monthIndex(endOf(halfYear)) + packageLag;
}

function monthAfter(date: string, months: number): PeriodId {
  const index = monthIndex(date) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` as PeriodId;
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
