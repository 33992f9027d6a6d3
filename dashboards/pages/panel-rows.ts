import type {DisclosedFact} from "../../queries/model.ts";
import type {PeriodId} from "../../queries/period.ts";
import type {TrendRow} from "../charts/trend.ts";
import {drawnOf} from "./indicator-state.ts";

/** One unit with a panel of its own. */
export interface Panel {
  readonly id: string;
  readonly name: string;
  readonly series: readonly DisclosedFact[];
}
type Whole = Pick<TrendRow, "role" | "name"> & {readonly series: readonly DisclosedFact[]};

/** The rows of small multiples: each unit's own line, and the whole's in the periods that any of them has. */
export function panelRows(
  panels: readonly Panel[],
  {role, name, series}: Whole,
  breakText: (period: PeriodId) => string | null
): readonly TrendRow[] {
  const own = panels.flatMap((panel) =>
    panel.series.map(
      (fact): TrendRow => ({
        ...drawnOf(fact),
        period: fact.period,
        role: "own",
        id: panel.id,
        name: panel.name,
        breakText: breakText(fact.period)
      })
    )
  );
  const known = new Set(own.map(({period}) => period));
  const whole = series
    .filter(({period}) => known.has(period))
    .map((fact): TrendRow => ({...drawnOf(fact), period: fact.period, role, name, breakText: null}));
  return [...own, ...whole];
}
