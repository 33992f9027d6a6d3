import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatNumber} from "../format.ts";
import {sentenceOf} from "../text.ts";
import {relationOf} from "./relation.ts";
import {shortValue} from "./short-value.ts";

/**
 * `12 skoler har tal, fra 4,1 pct. til 8,9 pct. 3 af dem kan skelnes fra kommunen (6,2 pct.). 2 har intet tal.`
 * Never who is highest. `units` is the plural word, `whole` the whole they are seen against; `isWider` when it
 * has other types of units too.
 */
export function spreadSentence(
  facts: readonly DisclosedFact[],
  whole: {readonly name: string; readonly fact: DisclosedFact | undefined; readonly isWider?: boolean},
  units: string,
  indicator: Indicator,
  language: Language
): string {
  const say = words[language];
  const shown = facts.filter(({blank}) => blank === null);
  if (shown.length === 0) return facts.length === 0 ? say.none(units) : say.noneShown(units);
  const values = shown.map(({value}) => value!);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => shortValue(value, indicator, language));
  const count = (number: number) => formatNumber(number, 0, language);
  const told = shown.filter((fact) => ["higher", "lower"].includes(relationOf(fact, whole.fact, indicator))).length;
  const blank = facts.length - shown.length;
  const alone = shown.length === 1;
  const parts = [alone ? say.only(low!) : say.range(count(shown.length), units, low!, high!)];
  if (whole.fact?.value != null && indicator.interval !== "none") {
    const against = `${whole.name} (${whole.isWider ? `${say.all}: ` : ""}${shortValue(whole.fact, indicator, language)})`;
    const [none, some] = alone
      ? [say.onlyNotTold, say.onlyTold]
      : [say.noneTold, (of: string) => say.told(count(told), of)];
    parts.push(told === 0 ? none(against) : some(against));
  }
  if (blank > 0) parts.push(say.blank(count(blank)));
  return parts.join(" ");
}

const words = {
  da: {
    all: "alle typer",
    none: (units: string) => `Der er ingen tal for ${units} i perioden.`,
    noneShown: (units: string) => `I perioden er der ingen tal for ${units}, som kan vises.`,
    range: (count: string, units: string, low: string, high: string) =>
      sentenceOf(`${count} ${units} har tal, fra ${low} til ${high}`),
    only: (value: string) => sentenceOf(`Der er kun ét tal: ${value}`),
    onlyTold: (against: string) => `Det kan skelnes fra ${against}.`,
    onlyNotTold: (against: string) => `Det kan ikke skelnes fra ${against}.`,
    told: (count: string, against: string) => `${count} af dem kan skelnes fra ${against}.`,
    noneTold: (against: string) => `Ingen af dem kan skelnes fra ${against}.`,
    blank: (count: string) => `${count} har intet tal.`
  },
  en: {
    all: "all types",
    none: (units: string) => `There are no figures for ${units} in the period.`,
    noneShown: (units: string) => `In the period there are no figures for ${units} that can be shown.`,
    range: (count: string, units: string, low: string, high: string) =>
      sentenceOf(`${count} ${units} have figures, from ${low} to ${high}`),
    only: (value: string) => sentenceOf(`There is only one figure: ${value}`),
    onlyTold: (against: string) => `It can be told apart from ${against}.`,
    onlyNotTold: (against: string) => `It cannot be told apart from ${against}.`,
    told: (count: string, against: string) => `${count} of them can be told apart from ${against}.`,
    noneTold: (against: string) => `None of them can be told apart from ${against}.`,
    blank: (count: string) => `${count} have no figure.`
  }
} as const;
