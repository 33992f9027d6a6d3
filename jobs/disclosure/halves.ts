import {halfYearsOf, parsePeriod} from "../../queries/period.ts";

/** The half-years of a calendar or school year; of anything else none. */
export function halvesOf(period: string): readonly string[] {
  return /^\d{4}(\/\d\d)?$/.test(period) ? halfYearsOf(parsePeriod(period)) : [];
}
