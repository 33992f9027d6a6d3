/** The place's figure in the page's period, in large type and in words. */
import {periodLabel} from "../../queries/period.ts";
import {explainBlank, formatInterval, formatMembers, formatValue} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {amountSentence, personsWords} from "./indicator-amount.ts";
import type {Shown} from "./indicator-state.ts";
import {newestOf} from "./newest.ts";
import {placeName} from "./places.ts";

export function nowModel(shown: Shown) {
  const {address, indicator, lines, period, place} = shown;
  const {language, path, query} = address;
  const [own] = lines;
  const fact = own?.series.find((each) => each.period === period);
  const newest = newestOf(own?.series ?? []);
  const t = webTextOf(language);
  const where = {
    place: {label: placeName(place, language), href: unitHref(language, place.id)},
    period: period ? periodLabel(period, language) : ""
  };
  if (!fact) return {...where, value: t.indicatorView.noFigure, blank: true, notes: [], newer: null};
  const interval = formatInterval(fact.low, fact.high, indicator, language);
  const notes = [
    fact.blank === null ? "" : explainBlank(fact.blank, language),
    interval ? t.unit.interval(interval) : "",
    fact.persons !== null && fact.persons > 0 && indicator.counts !== "none"
      ? t.indicatorView.behind(personsWords(fact.persons, indicator, language))
      : "",
    fact.expected > 1 ? t.indicatorView.membersOf(formatMembers(fact.members, fact.expected, language)) : "",
    ...amountsOf(shown, fact)
  ];
  return {
    ...where,
    value: formatValue(fact, indicator, language),
    blank: fact.blank !== null,
    notes: notes.filter(Boolean),
    newer:
      newest && period && newest.period > period && query.periode !== period
        ? {
            id: "nyere",
            href: hrefOf(language, path) + searchOf(query, {periode: newest.period}),
            label: t.indicatorView.newer(periodLabel(newest.period, language))
          }
        : null
  };
}

/** What the difference to the municipality is worth, or to the group and the nation. */
function amountsOf({address, indicator, lines, period}: Shown, own: NonNullable<ReturnType<typeof newestOf>>) {
  const {language} = address;
  const {whole} = textOf(language);
  const t = webTextOf(language).indicatorView;
  const [, ...others] = lines;
  const sentences = others.map(({role, series, name, said: quoted}) => {
    const said =
      role === "municipality" || role === "nation"
        ? whole[role]
        : role === "neighbours"
          ? t.toNeighbours
          : (quoted ?? name);
    const fact = series.find((each) => each.period === period);
    return amountSentence(own, {said, fact}, indicator, language);
  });
  return sentences.filter(Boolean).slice(0, 2);
}
