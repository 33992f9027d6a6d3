import {endOf, type PeriodId} from "../period.ts";
import {addMonths} from "../reference/wheel-dates.ts";

/** The last day that what is about the period is kept, `YYYY-MM-DD`: what pages promise and what deletes go by. */
export function keptUntil(period: PeriodId, keepMonths: number): string {
  return addMonths(endOf(period), keepMonths);
}
