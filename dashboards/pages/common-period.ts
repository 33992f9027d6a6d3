import type {DisclosedFact} from "../../queries/model.ts";
import {comparePeriods} from "../../queries/period.ts";

/** The figures of the newest period in which at least half of the units have one; else of the newest. */
export function newestFilled(facts: readonly DisclosedFact[]): readonly DisclosedFact[] {
  const groups = Map.groupBy(facts, ({period}) => period);
  const byPeriod = [...groups].toSorted(([a], [b]) => comparePeriods(b, a));
  const full = byPeriod.find(([, found]) => found.filter(({blank}) => blank === null).length * 2 >= found.length);
  return (full ?? byPeriod[0])?.[1] ?? [];
}
