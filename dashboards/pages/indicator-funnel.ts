/** Who differs more from the mean than their size lets chance do: told by the funnel, never by rank. */
import type {DisclosedFact, Language} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {type FunnelRow, funnel} from "../charts/funnel.ts";
import {pictureOf, quantiles} from "../charts/funnel-picture.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {isComparable, spreadAlt, titleOf} from "../sentences.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {personsCell, pluralOf} from "./indicator-local.ts";
import {byName, cellOf, type Shown} from "./indicator-state.ts";

interface Member {
  readonly fact: DisclosedFact;
  readonly name: string;
}

const leastMembers = 5;

/** Null where chance has no limits: counts, figures without intervals, or fewer than five with a figure. */
export function funnelFigure(shown: Shown) {
  const {address, indicator, home, place, period, institutions} = shown;
  const {language} = address;
  if (!period || indicator.interval === "none" || !isComparable(indicator)) return null;
  const isLocal = institutions.filter(({fact}) => fact.blank === null).length >= leastMembers;
  const members: readonly Member[] = isLocal ? institutions : municipalitiesIn(shown);
  if (members.filter(({fact}) => fact.blank === null).length < leastMembers) return null;
  const t = webTextOf(language);
  const plural = isLocal ? pluralOf(institutions, language) : textOf(language).kindsPlural.municipality;
  const ownId = isLocal ? place.id : home?.id;
  const rows = members.map(({fact, name}) => rowOf(fact, name, ownId));
  const sizes = {wide: {width: figureWidths.wide, height: 320}, narrow: {width: figureWidths.narrow, height: 280}};
  const picture = pictureOf(rows, {language, indicator, ...sizes.wide});
  if (!picture || picture.deviation === null) return null;
  const facts = members.map(({fact}) => fact);
  const sketch = {
    id: "tragt",
    title: `${t.indicatorView.funnel}: ${titleOf(indicator, language)}, ${periodLabel(period, language)}`,
    chart: funnel,
    rows,
    indicator,
    sizes,
    alt: spreadAlt(facts, indicator, language, plural),
    finding: findingOf(rows, picture, plural, language),
    facts,
    table: tableOf(members, ownId, picture, shown)
  };
  return {
    figure: figureOf(sketch, address),
    place: isLocal ? t.indicatorView.local(plural, home!.name) : t.indicator.strip,
    period: periodLabel(period, language),
    large: isLocal ? null : t.indicatorView.funnelLarge
  };
}

function tableOf(members: readonly Member[], own: string | undefined, picture: Picture, {address, indicator}: Shown) {
  const {language} = address;
  const t = webTextOf(language);
  const standing = standingOf(picture);
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

function rowOf(fact: DisclosedFact, name: string, own: string | undefined): FunnelRow {
  const role = fact.unit === own ? "own" : "other";
  const named = {role, name, id: fact.unit} as const;
  if (fact.blank !== null) return {...named, size: null, value: null, low: null, high: null, blank: fact.blank};
  return {...named, size: fact.persons, value: fact.value, low: fact.low, high: fact.high};
}

type Picture = NonNullable<ReturnType<typeof pictureOf>>;
type Standing = "within" | "between" | "above" | "below" | "none";

function standingOf({mean, deviation}: Pick<Picture, "mean" | "deviation">) {
  return ({value, persons}: Pick<DisclosedFact, "value" | "persons">): Standing => {
    if (value === null || !persons || deviation === null) return "none";
    const reach = deviation / Math.sqrt(persons);
    if (Math.abs(value - mean) > quantiles.outer * reach) return value > mean ? "above" : "below";
    return Math.abs(value - mean) > quantiles.inner * reach ? "between" : "within";
  };
}

function findingOf(rows: readonly FunnelRow[], picture: Picture, plural: string, language: Language): string {
  const say = webTextOf(language).indicatorView.funnelSays;
  const standing = standingOf(picture);
  const told = rows.map((row) => ({row, at: standing({value: row.value, persons: row.size} as DisclosedFact)}));
  const outside = (["above", "below"] as const).map((side) =>
    told.filter(({at}) => at === side).map(({row}) => row.name)
  );
  const {and} = textOf(language);
  const names = (some: readonly string[]) =>
    some.length > mostNamed ? say.many(formatNumber(some.length, 0, language)) : listed(some, and);
  const [above = [], below = []] = outside;
  const parts = [
    above.length > 0 ? say.above(names(above)) : "",
    below.length > 0 ? say.below(names(below)) : "",
    above.length + below.length === 0 ? say.none(plural) : ""
  ];
  const own = told.find(({row}) => row.role === "own");
  const about = own && own.at !== "none" ? say.own(own.row.name, say.places[own.at]) : "";
  return [...parts, about].filter(Boolean).join(" ");
}

const mostNamed = 15;
