/** What a difference means in persons or days, where the indicator lets it be said honestly. */
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatDifference, formatNumber} from "../format.ts";
import {printedDifference} from "../sentences/relation.ts";
import {relationOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";

const whoByStandard: Readonly<Record<string, "pupils" | "children" | "staff">> = {
  absence: "pupils",
  pupils: "pupils",
  wellbeing: "pupils",
  grades: "pupils",
  children: "children",
  "language-assessments": "children",
  staffing: "staff",
  "staff-absence": "staff"
};

/** Pupils, children, employees; persons where the figure counts several sorts of them. */
export function whoOf({standards, counts}: Pick<Indicator, "standards" | "counts">) {
  const [first] = standards.map((standard) => standard.replace(/@\d+$/, ""));
  return counts === "both" || !first ? "persons" : (whoByStandard[first] ?? "persons");
}

/** `412 elever`. */
export function personsWords(count: number, indicator: Indicator, language: Language): string {
  const [one, many] = webTextOf(language).indicatorView.who[whoOf(indicator)];
  return `${formatNumber(count, 0, language)}\u00a0${count === 1 ? one : many}`;
}

/** `0,7 procentpoint højere`, without a scale's words. */
export function differenceWords(difference: number, indicator: Indicator, language: Language): string {
  const isShare = /^(pct\.|%|per cent)/.test(indicator.measureLabel);
  const bare = isShare ? indicator : {...indicator, measureLabel: "", measureLabelEnglish: ""};
  return formatDifference(difference, bare, language);
}

/** `0,7 procentpoint`, `0,25`: with the decimals that the number needs. */
export function differenceSize(size: number, indicator: Indicator, language: Language): string {
  const decimals = [0, 1, 2].find((each) => Number(size.toFixed(each)) === size) ?? indicator.decimals;
  return differenceWords(size, {...indicator, decimals}, language).replace(/\s(højere|higher)$/, "");
}

/**
 * How much more or less the place's own numerator would be with the other's value: persons for a share of persons, days
 * for a share of days, from the figures themselves and no more exactly than two digits. Empty where the two cannot be told apart, or where the numerator is no number of either.
 */
export function amountSentence(
  own: DisclosedFact,
  other: {readonly said: string; readonly fact: DisclosedFact | undefined},
  indicator: Indicator,
  language: Language
): string {
  const relation = relationOf(own, other.fact, indicator);
  if (own.blank !== null || !other.fact || other.fact.blank !== null) return "";
  if (relation !== "higher" && relation !== "lower") return "";
  if (own.denominator === null || own.persons === null) return "";
  const difference = printedDifference(own.value, other.fact.value, indicator);
  const amount = (Math.abs(own.value - other.fact.value) / indicator.scale) * own.denominator;
  const say = webTextOf(language).indicatorView.amount;
  const words = differenceWords(Math.abs(difference), indicator, language).replace(/\s(højere|higher)$/, "");
  if (indicator.measure === "share" && indicator.counts === "persons" && amount >= 0.5)
    return say.persons(words, other.said, personsWords(about(amount), indicator, language));
  if (!countsDays(indicator) || own.persons === 0 || amount < 0.5) return "";
  const each = webTextOf(language).indicatorView.who[whoOf(indicator)][0];
  const days = formatNumber(about(amount), 0, language);
  const perPerson = amount / own.persons;
  if (perPerson < 0.05) return say.fewDays(words, other.said, days, about(amount) === 1);
  return say.days(words, other.said, days, about(amount) === 1, formatNumber(perPerson, 1, language), each);
}

/** Two digits: the difference is not known more exactly than that. */
function about(amount: number): number {
  return Number(amount.toPrecision(amount < 10 ? 1 : 2));
}

function countsDays({counts, standards, interval}: Indicator): boolean {
  return counts === "events" && interval === "ratio" && standards.some((each) => /absence/.test(each));
}
