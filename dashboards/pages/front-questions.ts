/** Questions that a reader may come with, and where each is answered. */
import type {Indicator, IndicatorId, Language, Unit, UnitKind} from "../../queries/model.ts";
import {hrefOf, indicatorHref, standardHref, unitHref} from "../link.ts";
import type {SearchEntry} from "../search.ts";

interface Question {
  /** Kinds of units that it can be asked of. */
  readonly kinds: readonly UnitKind[];
  /** The indicator that answers it; null where the whole page does. */
  readonly indicator: IndicatorId | null;
}

export const questions = {
  fravaer: {kinds: ["school"], indicator: "school-absence"},
  trivsel: {kinds: ["school"], indicator: "wellbeing-general"},
  normering: {kinds: ["daycare"], indicator: "daycare-ratio-3-5"},
  naboer: {kinds: ["municipality"], indicator: null},
  institutioner: {kinds: ["municipality"], indicator: null}
} as const satisfies Readonly<Record<string, Question>>;
export type QuestionId = keyof typeof questions;
export const questionIds = Object.keys(questions) as [QuestionId, ...QuestionId[]];

/** A question that the release holds no figure for is not asked. */
export function askable(indicators: ReadonlyMap<IndicatorId, Indicator>): readonly QuestionId[] {
  return questionIds.filter((id) => {
    const {indicator} = questions[id];
    return indicator === null || indicators.has(indicator);
  });
}

/** The page of a unit, at the place that answers the question. */
export function answerHref(unit: string, question: QuestionId | null, language: Language): string {
  if (question === null) return unitHref(language, unit);
  if (question === "institutioner") return hrefOf(language, `/institutioner/${encodeURIComponent(unit)}`);
  if (question === "naboer") return `${unitHref(language, unit)}?sammenlign=naboer`;
  return `${unitHref(language, unit)}#kort-${questions[question].indicator}`;
}

export function hitHref({group, id}: SearchEntry, question: QuestionId | null, language: Language): string {
  if (group === "indicator") return indicatorHref(language, id);
  return group === "standard" ? standardHref(language, id) : answerHref(id, question, language);
}

/** The units of a municipality that the question can be asked of, by the alphabet; closed ones are left out. */
export function askedOf(question: QuestionId, municipality: string, units: Iterable<Unit>): readonly Unit[] {
  const kinds: readonly UnitKind[] = questions[question].kinds;
  return [...units]
    .filter(({kind, validTo, municipality: home}) => kinds.includes(kind) && home === municipality && validTo === null)
    .toSorted((a, b) => a.name.localeCompare(b.name, "da", {numeric: true}));
}
