/** The primary rules: which amounts of one cell nobody may come near, whatever else is shown. Pure. */
import {isProtected, type ProtectedIndicator} from "./rules.ts";

/** What one cell tells; `squares` is the sum of the persons' squared parts of the numerator, where it is known. */
export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
  readonly squares?: number | null;
}

/**
 * `complement`: denominator less numerator. `below` and `above`: how far a sum of scores is from everybody having the lowest
 * or the highest.
 */
export const amounts = ["numerator", "complement", "denominator", "persons", "below", "above"] as const;
export type Amount = (typeof amounts)[number];

/** Nobody may confine `amount` to an interval narrower than `width`, nor to less than `upTo`. */
export interface Guard {
  readonly rule: PrimaryRule["id"] | "P6";
  readonly amount: Amount;
  readonly width: number;
  readonly upTo: number;
  /** The same for a unit's own manager, who may know more. */
  readonly managerWidth: number;
}

export interface Limits {
  readonly minimum: number;
  readonly width: number;
  readonly managerWidth: number;
}

export interface PrimaryRule {
  readonly id: "P1" | "P2" | "P3";
  readonly title: string;
  readonly guards: (cell: Counts, indicator: ProtectedIndicator, minimum: number) => readonly Amount[];
}

/** Share of the largest contribution that the rest must exceed (p %), and so the most that squares may be of the square. */
const leastRest = 0.15;
const mostConcentrated = 0.43;

/**
 * P4 (no quantile, no extreme) holds since no indicator is one, P5 (missing is a category) since whoever did not answer is the
 * complement of a share; P7 is the identities of the families, whose remainders are amounts like any other. P6 is `guardsByHand`.
 */
export const primaryRules: readonly PrimaryRule[] = [
  {
    id: "P1",
    title: "fewer persons than the minimum",
    guards: ({persons, numerator, denominator}, {counts, measure}, minimum) => {
      if (persons >= minimum) return [];
      if (counts === "persons" && measure !== "count")
        return [
          "persons",
          ...kept("numerator", numerator, minimum),
          ...kept("complement", denominator - numerator, minimum)
        ];
      return counts === "scores" ? ["persons"] : ["persons", "numerator"];
    }
  },
  {
    id: "P2",
    title: "fewer than the minimum on one side of a share or ratio; of sensitive matters none and everybody too",
    guards: ({numerator, denominator}, {counts, measure, sensitivity}, minimum) => {
      const lowest = sensitivity === "sensitive" ? 0 : Number.MIN_VALUE;
      const isSmall = (count: number) => count >= lowest && count < minimum;
      if (counts === "both")
        return [
          ...(numerator > 0 && numerator < minimum ? (["numerator"] as const) : []),
          ...(denominator > 0 && denominator < minimum ? (["denominator"] as const) : [])
        ];
      if (counts !== "persons") return [];
      if (measure === "count") return isSmall(numerator) ? ["numerator"] : [];
      return [
        ...(isSmall(numerator) ? (["numerator"] as const) : []),
        ...(isSmall(denominator - numerator) ? (["complement"] as const) : [])
      ];
    }
  },
  {
    id: "P3",
    title: "a sum that few make up, or a bounded mean that tells what everybody has",
    guards: (cell, indicator) => [
      ...(isDominated(cell, indicator) ? (["numerator"] as const) : []),
      ...endsOf(cell, indicator)
    ]
  }
];

function kept(amount: Amount, count: number, minimum: number): readonly Amount[] {
  return count > 0 && count < minimum ? [amount] : [];
}

/** Every amount of the cell that must be kept; none: the cell is not primary. */
export function guardsOf(cell: Counts, indicator: ProtectedIndicator, limits: Limits): readonly Guard[] {
  if (!isProtected(indicator) || cell.persons <= 0) return [];
  const {width, managerWidth} = limits;
  return primaryRules.flatMap(({id, guards}) =>
    guards(cell, indicator, limits.minimum).map((amount) => {
      const rule = {rule: id, amount, managerWidth, upTo: 0};
      if (id !== "P3") return {...rule, width};
      if (amount === "numerator") return {...rule, width: 0, upTo: protectionLevel(cell)};
      return {...rule, width: scoreStep(indicator), managerWidth: scoreStep(indicator)};
    })
  );
}

/** P6: whatever a cell tells besides its number of persons, for whoever has hidden it by hand. */
export function guardsByHand(indicator: ProtectedIndicator, limits: Limits): readonly Guard[] {
  const {counts, measure, bounds} = indicator;
  const rule = {rule: "P6", width: limits.width, managerWidth: limits.managerWidth, upTo: 0} as const;
  if (counts === "scores" && bounds)
    return [{...rule, amount: "below", width: scoreStep(indicator), managerWidth: scoreStep(indicator)}];
  if (counts === "persons" && measure !== "count")
    return (["numerator", "complement"] as const).map((amount) => ({...rule, amount}));
  return [{...rule, amount: "numerator"}];
}

export function isPrimary(cell: Counts, indicator: ProtectedIndicator, minimum: number): boolean {
  return (
    isProtected(indicator) &&
    cell.persons > 0 &&
    primaryRules.some(({guards}) => guards(cell, indicator, minimum).length > 0)
  );
}

/** The size of one amount of a cell. */
export function amountOf(cell: Counts, amount: Amount, {bounds, scale}: ProtectedIndicator): number {
  const {numerator, denominator, persons} = cell;
  const [lowest, highest] = bounds ?? [0, 0];
  switch (amount) {
    case "complement":
      return denominator - numerator;
    case "below":
      return numerator * scale - lowest * denominator;
    case "above":
      return highest * denominator - numerator * scale;
    case "persons":
      return persons;
    default:
      return cell[amount];
  }
}

/**
 * The p % rule from sums of squares: without them no one's part is known, but with so little concentration the two largest
 * always leave `leastRest` of the largest to the rest.
 */
function isDominated({numerator, persons, squares}: Counts, {counts}: ProtectedIndicator): boolean {
  if (counts !== "events" || squares === null || squares === undefined || !(numerator > 0) || persons <= 0)
    return false;
  return squares >= mostConcentrated * numerator ** 2;
}

/** The upper bound that an attacker may at best come to (handbook: X + p % of the largest). */
function protectionLevel({numerator, squares}: Counts): number {
  return numerator + leastRest * Math.sqrt(squares ?? 0);
}

/** A bounded mean within `(high - low) / n` of an end: all, or all but one, have the end's value. */
function endsOf(cell: Counts, indicator: ProtectedIndicator): readonly Amount[] {
  if (indicator.counts !== "scores" || !indicator.bounds || !(cell.denominator > 0)) return [];
  const reach = (scoreStep(indicator) * cell.denominator) / cell.persons;
  return (["below", "above"] as const).filter((end) => amountOf(cell, end, indicator) < reach);
}

function scoreStep({bounds}: ProtectedIndicator): number {
  return bounds ? bounds[1] - bounds[0] : 1;
}
