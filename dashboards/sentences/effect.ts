import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {comparePeriods, latestWithin, type PeriodId, periodLabel} from "../../queries/period.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import {explainBlank, formatBlank, formatValue} from "../format.ts";
import {sentenceOf} from "../text.ts";
import {type Break, changeSentence, periodPhrase, type Series} from "./change.ts";
import {printedDifference, relationOf} from "./relation.ts";
import {shortDifference, shortValue} from "./short-value.ts";

/** What has become of the figure that an agreement aims at. `missing`: a newer one should be there and is not. */
export const effects = ["no-baseline", "no-newer", "missing", "blank", "broken", "same", "rise", "fall"] as const;
export type Effect = (typeof effects)[number];

export interface EffectGiven {
  readonly agreement: Pick<Agreement, "period" | "direction" | "target">;
  readonly indicator: Indicator;
  /** The unit's own, oldest first. */
  readonly series: Series;
  readonly breaks: readonly Break[];
  /** The newest half-year that can be seen. */
  readonly until: PeriodId;
}

export interface EffectFound {
  readonly effect: Effect;
  /** The figure that was known when the agreement was made. */
  readonly before: DisclosedFact | undefined;
  /** The newest one since. */
  readonly now: DisclosedFact | undefined;
}

export function effectOf({agreement, indicator, series, breaks, until}: EffectGiven): EffectFound {
  const made = agreement.period as PeriodId;
  const known = series.filter(({blank}) => blank !== "not-yet-published");
  const before = known.findLast(({period}) => comparePeriods(period, made) <= 0);
  const newer = (facts: Series) => facts.findLast(({period}) => comparePeriods(period, made) > 0);
  const expected = latestWithin(until, indicator.periodKind);
  const now = newer(known) ?? newer(series.filter(({period}) => comparePeriods(period, expected) <= 0));
  const found = (effect: Effect): EffectFound => ({effect, before, now});
  if (!before || before.blank !== null) return found("no-baseline");
  if (!now) return found(comparePeriods(expected, made) > 0 ? "missing" : "no-newer");
  if (now.blank !== null) return found("blank");
  const broken = breaks.some(({period}) => period > before.period && period <= now.period);
  if (broken || before.version !== now.version) return found("broken");
  const relation = relationOf(now, before, indicator);
  return found(relation === "higher" ? "rise" : relation === "lower" ? "fall" : "same");
}

/** Says plainly whether the change since the agreement can be told from chance, or why there is none to speak of. */
export function effectSentence(given: EffectGiven, language: Language, found = effectOf(given)): string {
  const {indicator, until} = given;
  const {effect, before, now} = found;
  const say = words[language];
  if (effect === "no-baseline") return say.noBaseline(before?.blank ? formatBlank(before.blank, language) : null);
  if (effect === "no-newer") return say.noNewer;
  if (effect === "missing") return say.missing(periodLabel(latestWithin(until, indicator.periodKind), language));
  if (!before || !now) return "";
  if (now.blank !== null)
    return `${say.blank(periodLabel(now.period, language), formatBlank(now.blank, language))} ${explainBlank(now.blank, language)}`;
  const when = periodPhrase(before.period, language);
  if (effect === "broken") return say.broken(when);
  return [changeOf(given, found, language), expectation(given, effect, language), ...seasonal(given, found, language)]
    .concat(targetOf(given, now, language))
    .filter(Boolean)
    .join(" ");
}

function changeOf({indicator}: EffectGiven, {effect, before, now}: EffectFound, language: Language): string {
  if (!before || !now || before.value === null || now.value === null) return "";
  const say = words[language];
  const when = periodPhrase(before.period, language);
  const was = shortValue(before, indicator, language);
  const isUncertain = before.low !== null && now.low !== null;
  const changed = printedDifference(now.value, before.value, indicator);
  if (effect === "same")
    return isUncertain ? say.chance(when, was) : changed === 0 ? say.equal(when, was) : say.small(when, was);
  const difference = shortDifference(changed, indicator, language);
  return (isUncertain ? say.told : say.plain)(difference, when, was);
}

function expectation({agreement: {direction}}: EffectGiven, effect: Effect, language: Language): string {
  const say = words[language];
  if (direction === null) return "";
  if (effect === "same") return direction === "hold" ? say.asExpected : "";
  if (direction === "hold") return say.notHeld;
  return direction === effect ? say.asExpected : say.opposite;
}

/** Half-years of different seasons say little of each other: the same time the year before is told of too. */
function seasonal(
  {indicator, series, breaks}: EffectGiven,
  {before, now}: EffectFound,
  language: Language
): readonly string[] {
  if (!now || indicator.periodKind !== "half-year" || before?.period.at(-1) === now.period.at(-1)) return [];
  const upTo = series.filter(({period}) => comparePeriods(period, now.period) <= 0);
  const sentence = changeSentence(upTo, breaks, indicator, language);
  return sentence ? [words[language].season + sentence] : [];
}

function targetOf({agreement, indicator}: EffectGiven, now: DisclosedFact, language: Language): readonly string[] {
  const {target, direction} = agreement;
  if (target === null || now.value === null) return [];
  const say = words[language];
  const value = formatValue(target, indicator, language);
  if (now.low !== null && now.high !== null && now.low <= target && target <= now.high)
    return [sentenceOf(say.nearTarget(value))];
  const downwards = direction === "fall" || (direction !== "rise" && indicator.better === "lower");
  const reached = downwards ? now.value <= target : now.value >= target;
  return [reached ? say.reached(value) : say.notReached(value)];
}

const words = {
  da: {
    noBaseline: (blank: string | null) =>
      blank
        ? `Tallet fra dengang er ikke vist (${blank}), så en ændring kan ikke ses.`
        : "Der var intet tal, da aftalen blev indgået, så en ændring kan ikke ses.",
    noNewer: "Der er ikke kommet et nyt tal, siden aftalen blev indgået.",
    missing: (period: string) => `Der er intet tal for ${period} at holde aftalen op imod.`,
    blank: (period: string, blank: string) => `Det nye tal for ${period} er ikke vist (${blank}).`,
    broken: (when: string) =>
      `Definitionen eller opgørelsen er ændret siden tallet ${when}; de to kan ikke sammenlignes.`,
    chance: (when: string, was: string) =>
      `Tallet kan ikke skelnes fra det ${when} (${was}): ændringen kan være tilfældig.`,
    equal: (when: string, was: string) => `Tallet er det samme som ${when} (${was}).`,
    small: (when: string, was: string) => `Forskellen fra ${when} (${was}) er for lille til at læse noget ud af.`,
    told: (difference: string, when: string, was: string) =>
      `Tallet er ${difference} end ${when} (${was}), og ændringen kan skelnes fra tilfældighed.`,
    plain: (difference: string, when: string, was: string) => `Tallet er ${difference} end ${when} (${was}).`,
    asExpected: "Det er, som man ventede.",
    opposite: "Det er den modsatte vej af den, man ventede.",
    notHeld: "Man ventede, at det ville være uændret.",
    season: "Halvår har hver sin årstid, så se også samme tid året før: ",
    reached: (target: string) => `Målet på ${target} er nået.`,
    notReached: (target: string) => `Målet på ${target} er ikke nået.`,
    nearTarget: (target: string) => `Tallet kan ikke skelnes fra målet på ${target}`
  },
  en: {
    noBaseline: (blank: string | null) =>
      blank
        ? `The figure of that time is not shown (${blank}), so no change can be seen.`
        : "There was no figure when the agreement was made, so no change can be seen.",
    noNewer: "No new figure has come since the agreement was made.",
    missing: (period: string) => `There is no figure for ${period} to hold the agreement against.`,
    blank: (period: string, blank: string) => `The new figure for ${period} is not shown (${blank}).`,
    broken: (when: string) =>
      `The definition or the method has changed since the figure ${when}; the two do not compare.`,
    chance: (when: string, was: string) =>
      `The figure cannot be told apart from the one ${when} (${was}): the change may be chance.`,
    equal: (when: string, was: string) => `The figure is the same as ${when} (${was}).`,
    small: (when: string, was: string) => `The difference from ${when} (${was}) is too small to read anything from.`,
    told: (difference: string, when: string, was: string) =>
      `The figure is ${difference} than ${when} (${was}), and the change can be told from chance.`,
    plain: (difference: string, when: string, was: string) => `The figure is ${difference} than ${when} (${was}).`,
    asExpected: "That is as expected.",
    opposite: "That is the opposite way of what was expected.",
    notHeld: "It was expected to stay as it was.",
    season: "Half-years have seasons of their own, so see also the same time the year before: ",
    reached: (target: string) => `The target of ${target} is reached.`,
    notReached: (target: string) => `The target of ${target} is not reached.`,
    nearTarget: (target: string) => `The figure cannot be told apart from the target of ${target}`
  }
} as const;
