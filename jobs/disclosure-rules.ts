/** The rules of disclosure control as data. TRUST: nothing about fewer than `minimum` persons leaves `jobs`. */
import type {Indicator, IndicatorId, UnitKind} from "../queries/model.ts";

/** Indicators that share cells, so that one of them would give away what another one hides. */
export interface LinkedFamily {
  readonly id: string;
  /** A unit that is hidden in one of these is hidden in all of them: they count the same persons. */
  readonly same: readonly IndicatorId[];
  /** Hidden wherever the `same` ones are; their own small numerators do not spread back. */
  readonly follow: readonly IndicatorId[];
  /** `total` is the sum of `parts` in every unit. */
  readonly sum: {readonly total: IndicatorId; readonly parts: readonly IndicatorId[]} | null;
}

export interface DisclosureRules {
  readonly id: string;
  readonly minimum: number;
  readonly families: readonly LinkedFamily[];
  /** Kinds of units that nothing is released about: a grade less its classes would tell of the pupils in mixed ones. */
  readonly withheldKinds: readonly UnitKind[];
  /** Breakdowns that are released for these kinds only. */
  readonly coarseBreakdowns: readonly {readonly indicator: IndicatorId; readonly kinds: readonly UnitKind[]}[];
}

export const disclosureRules: DisclosureRules = {
  id: "minimum-5-complementary-1",
  minimum: 5,
  withheldKinds: ["class"],
  coarseBreakdowns: [{indicator: "school-absence", kinds: ["nation", "region", "municipality"]}],
  families: [
    {
      id: "absence",
      same: ["school-absence", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"],
      follow: ["high-absence-share"],
      sum: {
        total: "school-absence",
        parts: ["school-absence-sick", "school-absence-permitted", "school-absence-unlawful"]
      }
    },
    {
      id: "wellbeing",
      same: ["wellbeing-general", "wellbeing-social", "wellbeing-academic", "wellbeing-support", "wellbeing-calm"],
      follow: ["wellbeing-distribution", "wellbeing-response-rate"],
      sum: null
    },
    {id: "exams", same: ["exam-average"], follow: ["exam-frequency", "exam-two-or-more"], sum: null},
    {id: "language", same: ["language-support-share"], follow: ["language-assessment-coverage"], sum: null},
    {id: "parents-daycare", same: ["parent-satisfaction"], follow: ["parent-response-rate"], sum: null},
    {id: "parents-school", same: ["parent-satisfaction-school"], follow: ["parent-response-rate-school"], sum: null},
    {id: "parents-leisure", same: ["parent-satisfaction-leisure"], follow: ["parent-response-rate-leisure"], sum: null},
    {id: "sickness", same: ["staff-sickness-days-per-fte"], follow: ["staff-sickness", "teacher-sickness"], sum: null}
  ]
};

/** What protection needs to know of an indicator. */
export type ProtectedIndicator = Pick<
  Indicator,
  "id" | "version" | "counts" | "sensitivity" | "bounds" | "scale" | "measure"
>;

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
}

/** Published statistics without persons behind them are never hidden. */
export function isProtected({sensitivity, counts}: ProtectedIndicator): boolean {
  return !(sensitivity === "open" && counts === "none");
}

/** Too few persons, or a mean that tells what everybody answered: the whole unit is hidden. */
export function hidesUnit(cell: Counts, indicator: ProtectedIndicator, minimum: number): boolean {
  if (!isProtected(indicator) || cell.persons <= 0) return false;
  return cell.persons < minimum || isAtAnEnd(cell, indicator);
}

/** The primary rules of one cell. */
export function isPrimary(cell: Counts, indicator: ProtectedIndicator, minimum: number): boolean {
  return (
    hidesUnit(cell, indicator, minimum) || hidesShare(cell, indicator, minimum) || hidesRatio(cell, indicator, minimum)
  );
}

/** Fewer than `minimum` on either side of a ratio of different persons. */
function hidesRatio({numerator, denominator}: Counts, {counts}: ProtectedIndicator, minimum: number): boolean {
  const isSmall = (count: number) => count > 0 && count < minimum;
  return counts === "both" && (isSmall(numerator) || isSmall(denominator));
}

/** Fewer than `minimum` in or outside the numerator; of sensitive matters also none and everybody. */
function hidesShare({numerator, denominator, persons}: Counts, indicator: ProtectedIndicator, minimum: number) {
  if (indicator.counts !== "persons" || !isProtected(indicator) || persons <= 0) return false;
  const lowest = indicator.sensitivity === "sensitive" ? 0 : Number.MIN_VALUE;
  const isSmall = (count: number) => count >= lowest && count < minimum;
  if (indicator.measure === "count") return isSmall(numerator);
  return isSmall(numerator) || isSmall(denominator - numerator);
}

/** A bounded mean within `(high - low) / n` of an end: all, or all but one, have the end's value. */
function isAtAnEnd({numerator, denominator, persons}: Counts, {counts, bounds, scale}: ProtectedIndicator): boolean {
  if (counts !== "scores" || !bounds || !(denominator > 0)) return false;
  const [lowest, highest] = bounds;
  const mean = (numerator / denominator) * scale;
  const reach = (highest - lowest) / persons;
  return mean - lowest < reach || highest - mean < reach;
}
