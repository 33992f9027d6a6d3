import type {Indicator, IndicatorId, Quality, UnitKind} from "../model.ts";

export const packageIds = ["leader", "area", "municipality", "councillor"] as const;
export type PackageId = (typeof packageIds)[number];

export const comparatorKinds = ["area", "municipality", "neighbours", "similar", "region", "nation"] as const;
export type ComparatorKind = (typeof comparatorKinds)[number];

export const forms = ["figure", "distribution", "row"] as const;
/** `figure`: a block with charts. `distribution`: a block with the shares per category. `row`: a row in the chapter's table. */
export type Form = (typeof forms)[number];

export interface Choice {
  readonly indicator: IndicatorId;
  readonly form: Form;
  /** Only for units of these kinds; absent: for every kind that the indicator is released for. */
  readonly kinds?: readonly UnitKind[];
}

/** One kind of data package: whom it is for, and which figures it shows in which order. */
export interface DataPackage {
  readonly id: PackageId;
  readonly title: string;
  readonly titleEnglish: string;
  readonly audience: string;
  readonly audienceEnglish: string;
  /** Kinds of units that get one. */
  readonly kinds: readonly UnitKind[];
  readonly comparators: readonly ComparatorKind[];
  /** Periods back in charts and tables, at least five. */
  readonly periods: {readonly "half-year": number; readonly "school-year": number; readonly year: number};
  /** Kinds below the unit that are shown together on one scale. */
  readonly spread: readonly UnitKind[];
  /** At most so many findings among what stands out. */
  readonly standingOut: number;
  /** At most so many findings in each chapter, so that they fill as much of it as the figures leave. */
  readonly findings: Readonly<Record<Quality, number>>;
  /** Fewest and most pages in print. */
  readonly pages: readonly [number, number];
  readonly choices: readonly Choice[];
}

/** The choices that exist for a kind of unit, in the package's order; a choice that the release does not hold is left out. */
export function choicesFor(
  dataPackage: DataPackage,
  kind: UnitKind,
  indicators: ReadonlyMap<IndicatorId, Indicator>
): readonly (Choice & {readonly definition: Indicator})[] {
  return dataPackage.choices.flatMap((choice) => {
    const definition = indicators.get(choice.indicator);
    const isMeant = definition?.kinds.includes(kind) && (choice.kinds?.includes(kind) ?? true);
    return definition && isMeant ? [{...choice, definition}] : [];
  });
}

export function figures(...ids: readonly IndicatorId[]): readonly Choice[] {
  return ids.map((indicator) => ({indicator, form: "figure"}));
}

export function rows(...ids: readonly IndicatorId[]): readonly Choice[] {
  return ids.map((indicator) => ({indicator, form: "row"}));
}

export function distributions(...ids: readonly IndicatorId[]): readonly Choice[] {
  return ids.map((indicator) => ({indicator, form: "distribution"}));
}

/** The same choices for some kinds of units only. */
export function only(kinds: readonly UnitKind[], choices: readonly Choice[]): readonly Choice[] {
  return choices.map((choice) => ({...choice, kinds}));
}
