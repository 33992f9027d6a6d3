/** The rules of disclosure control as data. TRUST: nothing about fewer than `minimum` persons leaves `jobs`. */
import type {Indicator, IndicatorId, UnitKind} from "../../queries/model.ts";

/** Something that every cell of an indicator tells. */
export type Told = "numerator" | "denominator" | "persons";
export type Term = readonly [indicator: IndicatorId, told: Told];

/** In every unit `whole` is the sum of `parts`, or more; `halves`: of the parts' two half-years. */
export interface Identity {
  readonly whole: Term;
  readonly parts: readonly Term[];
  readonly over: "period" | "halves";
}

/** Indicators that share persons, so that one of them would give away what another one hides. */
export interface LinkedFamily {
  readonly id: string;
  /** A unit is hidden in all of these or in none: they count the same persons. */
  readonly same: readonly IndicatorId[];
  /** Hidden wherever the `same` ones are; what they hide for their own sake does not spread back. */
  readonly follow: readonly IndicatorId[];
  /** Other members, linked by identities only. */
  readonly members: readonly IndicatorId[];
  /** Hidden wherever the other one is, besides what it hides for its own sake. */
  readonly behind?: readonly (readonly [follower: IndicatorId, leader: IndicatorId])[];
  readonly identities: readonly Identity[];
}

export interface DisclosureRules {
  readonly id: string;
  /** Fewest persons in a shown cell, and in what it leaves over. */
  readonly minimum: number;
  /** Narrowest interval that anybody outside may come to about what is hidden. */
  readonly width: number;
  /** The same for a unit's own manager about other units, where the indicator is sensitive. */
  readonly managerWidth: number;
  /** Fewest persons in a cell that only the unit's own manager sees. */
  readonly ownMinimum: number;
  readonly families: readonly LinkedFamily[];
  /** Kinds of units that nothing is released about: a grade less its classes would tell of the pupils in mixed ones. */
  readonly withheldKinds: readonly UnitKind[];
  /** Breakdowns that are released for these kinds only. */
  readonly coarseBreakdowns: readonly {readonly indicator: IndicatorId; readonly kinds: readonly UnitKind[]}[];
  /** Shown without its counts wherever the other one is hidden: beside what is known from elsewhere they would tell of it. */
  readonly uncounted: readonly {readonly indicator: IndicatorId; readonly where: IndicatorId}[];
}

export const disclosureRules: DisclosureRules = {
  id: "minimum-5-elimination-4",
  minimum: 5,
  width: 5,
  managerWidth: 3,
  ownMinimum: 3,
  withheldKinds: ["class"],
  // A municipality's pupils of the 9th grade beside those who took every exam would tell how few did not.
  coarseBreakdowns: [{indicator: "school-absence", kinds: ["nation", "region"]}],
  // The pupils of the 9th grade are counted in public; those who took every exam, beside them, would tell how few did not.
  uncounted: [{indicator: "exam-average", where: "exam-frequency"}],
  families: [
    {
      id: "absence",
      same: ["school-absence", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"],
      follow: [],
      members: [],
      identities: [
        equal(
          ["school-absence", "numerator"],
          ["school-absence-sick", "numerator"],
          ["school-absence-permitted", "numerator"],
          ["school-absence-unlawful", "numerator"]
        )
      ]
    },
    {
      id: "wellbeing",
      same: ["wellbeing-general", "wellbeing-social", "wellbeing-academic", "wellbeing-support", "wellbeing-calm"],
      follow: ["wellbeing-distribution", "wellbeing-response-rate"],
      members: [],
      identities: [
        equal(["wellbeing-general", "persons"], ["wellbeing-distribution", "denominator"]),
        equal(["wellbeing-response-rate", "numerator"], ["wellbeing-general", "persons"])
      ]
    },
    {
      id: "exams",
      same: ["exam-average"],
      follow: ["exam-frequency"],
      members: ["exam-two-or-more"],
      behind: [["exam-two-or-more", "exam-frequency"]],
      identities: [
        equal(["exam-frequency", "numerator"], ["exam-average", "persons"]),
        equal(["exam-frequency", "denominator"], ["exam-two-or-more", "denominator"]),
        equal(["exam-two-or-more", "denominator"], ["exam-average", "persons"])
      ]
    },
    {
      id: "language",
      same: [],
      follow: [],
      members: ["language-support-share", "language-assessment-coverage"],
      identities: [equal(["language-assessment-coverage", "numerator"], ["language-support-share", "denominator"])]
    },
    survey("daycare", "parent-satisfaction", "parent-response-rate"),
    survey("school", "parent-satisfaction-school", "parent-response-rate-school"),
    survey("leisure", "parent-satisfaction-leisure", "parent-response-rate-leisure"),
    {
      id: "staff",
      same: ["staff-sickness-days-per-fte", "staff-sickness"],
      follow: [],
      members: ["teacher-sickness", "pedagogue-share"],
      identities: [
        equal(["staff-sickness", "persons"], ["pedagogue-share", "persons"]),
        {
          whole: ["staff-sickness-days-per-fte", "numerator"],
          parts: [["staff-sickness", "numerator"]],
          over: "halves"
        }
      ]
    },
    {
      id: "pupils",
      same: [],
      follow: [],
      members: ["pupils", "class-size", "pupils-per-teacher"],
      identities: [
        equal(["pupils", "numerator"], ["pupils-per-teacher", "numerator"]),
        equal(["pupils", "numerator"], ["class-size", "numerator"])
      ]
    }
  ]
};

function equal(whole: Term, ...parts: readonly Term[]): Identity {
  return {whole, parts, over: "period"};
}

/** Nobody is counted as satisfied who did not answer. */
function survey(id: string, satisfaction: IndicatorId, response: IndicatorId): LinkedFamily {
  return {
    id: `parents-${id}`,
    same: [],
    follow: [],
    members: [satisfaction, response],
    identities: [equal([response, "numerator"], [satisfaction, "persons"])]
  };
}

/** What protection needs to know of an indicator. */
export type ProtectedIndicator = Pick<
  Indicator,
  "id" | "version" | "counts" | "sensitivity" | "bounds" | "scale" | "measure" | "totals"
>;

/** Periods that are protected together: those of one calendar year where a family reaches over half-years. */
export function spanOf(family: LinkedFamily | undefined, period: string): string {
  return family && isYearly(family) ? period.slice(0, 4) : period;
}

export function isYearly({identities}: LinkedFamily): boolean {
  return identities.some(({over}) => over === "halves");
}

export function findFamily(id: IndicatorId, {families}: DisclosureRules): LinkedFamily | undefined {
  return families.find(({same, follow, members}) => [same, follow, members].some((list) => list.includes(id)));
}

/** Published statistics without persons behind them are never hidden. */
export function isProtected({sensitivity, counts}: ProtectedIndicator): boolean {
  return !(sensitivity === "open" && counts === "none");
}
