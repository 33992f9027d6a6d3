/** Windows and periods that many entries share. */
import type {PeriodRule, Window} from "../wheel-entry.ts";

/** Packages of spring are about the half-year that ended at New Year, those of autumn about the one that ended in June. */
export const lastHalfYear: PeriodRule = {kind: "half-year", step: -1};
export const thisHalfYear: PeriodRule = {kind: "half-year", step: 0};
export const lastSchoolYear: PeriodRule = {kind: "school-year", step: -1};
export const thisSchoolYear: PeriodRule = {kind: "school-year", step: 0};
export const lastYear: PeriodRule = {kind: "year", step: -1};
export const thisYear: PeriodRule = {kind: "year", step: 0};

/** `within(4, 1, 4, 15)`: 1–15 April; the last day is moved back to a working day. */
export function within(fromMonth: number, fromDay: number, toMonth: number, toDay: number): Window {
  return {from: {month: fromMonth, day: fromDay}, to: {month: toMonth, day: toDay, workday: "previous"}};
}

export function onDay(month: number, day: number): Window {
  return {from: {month, day}, to: {month, day}};
}

export const winterIntake = within(1, 5, 1, 25);
export const summerIntake = within(8, 5, 8, 25);
export const springPackages = within(4, 1, 4, 15);
export const autumnPackages = within(10, 20, 11, 2);
export const springConversations = within(4, 16, 5, 31);
export const autumnConversations = within(11, 3, 12, 11);
