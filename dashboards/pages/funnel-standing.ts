/** Who lies outside the limits of a funnel, the same wherever a funnel is drawn or its names are listed. */
import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import type {FunnelRow} from "../charts/funnel.ts";
import {pictureOf, quantiles} from "../charts/funnel-picture.ts";
import {figureWidths} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {isComparable} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";

export type Standing = "within" | "between" | "above" | "below" | "none";
export type StandingOf = (fact: Pick<DisclosedFact, "value" | "persons"> | undefined) => Standing;

export interface Member {
  readonly fact: DisclosedFact;
  readonly name: string;
}

export const funnelSizes = {
  wide: {width: figureWidths.wide, height: 320},
  narrow: {width: figureWidths.narrow, height: 280}
} as const;

/** Fewer have no mean that one of them could be held against. */
export const leastShown = 5;

/** Null where chance has no limits: sizes, figures without uncertainty, or fewer than five with a figure. */
export function standingsOf(members: readonly Member[], indicator: Indicator, language: Language): StandingOf | null {
  if (indicator.interval === "none" || !isComparable(indicator)) return null;
  if (members.filter(({fact}) => fact.blank === null).length < leastShown) return null;
  const rows = members.map(({fact, name}) => funnelRow(fact, name));
  const picture = pictureOf(rows, {language, indicator, ...funnelSizes.wide});
  if (!picture || picture.deviation === null) return null;
  const {mean, deviation} = picture;
  return (fact) => {
    if (fact?.value == null || !fact.persons) return "none";
    const reach = deviation / Math.sqrt(fact.persons);
    const distance = Math.abs(fact.value - mean);
    if (distance > quantiles.outer * reach) return fact.value > mean ? "above" : "below";
    return distance > quantiles.inner * reach ? "between" : "within";
  };
}

export function funnelRow(fact: DisclosedFact, name: string, own?: string): FunnelRow {
  const {unit: id, blank} = fact;
  const named = {role: id === own ? "own" : "other", name, id} as const;
  const nowhere = {...named, size: null, value: null, low: null, high: null} as const;
  if (blank !== null) return {...nowhere, blank};
  if (fact.persons === null) return {...nowhere, blank: "hidden"};
  return {...named, size: fact.persons, value: fact.value, low: fact.low, high: fact.high};
}

/** The mean is of those that are shown, which are not like those that are hidden. Empty where all are shown. */
export function meanRemark(members: readonly Member[], language: Language): string {
  const blank = members.filter(({fact}) => fact.blank !== null).length;
  return blank === 0 ? "" : webTextOf(language).indicatorView.funnelSays.shownOnly(formatNumber(blank, 0, language));
}
