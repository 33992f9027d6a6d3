/** Who differs more from the mean than their size lets chance do: told by the funnel, never by rank. */
import type {Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {funnel} from "../charts/funnel.ts";
import {figureOf, figureTable} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {spreadAlt, titleOf} from "../sentences.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {
  funnelRow,
  funnelSizes,
  leastShown,
  type Member,
  meanRemark,
  type StandingOf,
  standingsOf
} from "./funnel-standing.ts";
import {personsCell, pluralOf} from "./indicator-local.ts";
import {byName, cellOf, type Shown} from "./indicator-state.ts";

/** Null where chance has no limits: counts, figures without intervals, or fewer than five with a figure. */
export function funnelFigure(shown: Shown) {
  const {address, indicator, home, place, period, institutions} = shown;
  const {language} = address;
  if (!period) return null;
  const isLocal = institutions.filter(({fact}) => fact.blank === null).length >= leastShown;
  const members: readonly Member[] = isLocal ? institutions : municipalitiesIn(shown);
  const standing = standingsOf(members, indicator, language);
  if (!standing) return null;
  const t = webTextOf(language);
  const plural = isLocal ? pluralOf(institutions, language) : textOf(language).kindsPlural.municipality;
  const ownId = isLocal ? place.id : home?.id;
  const facts = members.map(({fact}) => fact);
  const sketch = {
    id: "tragt",
    title: `${t.indicatorView.funnel}: ${titleOf(indicator, language)}, ${periodLabel(period, language)}`,
    chart: funnel,
    rows: members.map(({fact, name}) => funnelRow(fact, name, ownId)),
    indicator,
    sizes: funnelSizes,
    alt: spreadAlt(facts, indicator, language, plural),
    finding: findingOf(members, ownId, standing, plural, language),
    facts,
    table: tableOf(members, ownId, standing, shown)
  };
  return {
    figure: figureOf(sketch, address),
    place: isLocal ? t.indicatorView.local(plural, home!.name) : t.indicator.strip,
    period: periodLabel(period, language),
    large: isLocal ? null : t.indicatorView.funnelLarge
  };
}

function tableOf(
  members: readonly Member[],
  own: string | undefined,
  standing: StandingOf,
  {address, indicator}: Shown
) {
  const {language} = address;
  const t = webTextOf(language);
  const rows = members.map(({fact, name}) => ({
    key: fact.unit,
    name,
    own: fact.unit === own,
    cells: [
      cellOf(fact, indicator, language),
      personsCell(fact, language),
      {value: t.indicatorView.standings[standing(fact)], note: "", blank: fact.blank !== null}
    ]
  }));
  const {persons, standing: head} = t.indicatorView;
  return figureTable([t.indicator.place, t.indicator.value, persons, head], rows);
}

function municipalitiesIn({spread, world}: Shown): readonly Member[] {
  return spread.municipalities
    .map((fact) => ({fact, name: world.units.get(fact.unit)?.name ?? fact.unit}))
    .toSorted(byName);
}

function findingOf(
  members: readonly Member[],
  ownId: string | undefined,
  standing: StandingOf,
  plural: string,
  language: Language
): string {
  const say = webTextOf(language).indicatorView.funnelSays;
  const told = members.map(({fact, name}) => ({name, unit: fact.unit as string, at: standing(fact)}));
  const outside = (["above", "below"] as const).map((side) => told.filter(({at}) => at === side).map(({name}) => name));
  const {and} = textOf(language);
  const names = (some: readonly string[]) =>
    some.length > mostNamed ? say.many(formatNumber(some.length, 0, language)) : listed(some, and);
  const [above = [], below = []] = outside;
  const parts = [
    above.length > 0 ? say.above(names(above)) : "",
    below.length > 0 ? say.below(names(below)) : "",
    above.length + below.length === 0 ? say.none(plural) : ""
  ];
  const own = told.find(({unit}) => unit === ownId);
  const about = own && own.at !== "none" ? say.own(own.name, say.places[own.at]) : "";
  return [...parts, about, meanRemark(members, language)].filter(Boolean).join(" ");
}

const mostNamed = 15;
