/** The same development for one after the other, all on one scale. */
import {type DisclosedFact, nation} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {multiples} from "../charts/multiples.ts";
import type {TrendRow} from "../charts/trend.ts";
import {figureOf, figureTable} from "../figure.ts";
import {hrefOf} from "../link.ts";
import {isComparable, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {pluralOf} from "./indicator-local.ts";
import {sizesOf} from "./indicator-municipalities.ts";
import {periodsOf} from "./indicator-periods.ts";
import {cellOf, type Line, type Shown} from "./indicator-state.ts";
import {panelRows} from "./panel-rows.ts";

interface Member {
  readonly id: string;
  readonly name: string;
  readonly series: readonly DisclosedFact[];
}

const most = 24;

/** The group's municipalities, the place's own first; null for a group of everybody, which the other figures show. */
export function municipalMultiples(shown: Shown, country: readonly DisclosedFact[]) {
  const {circle, home, world, address} = shown;
  if (circle.role === "nation") return null;
  const wanted = [...(home ? [home.id as string] : []), ...circle.members];
  const members = [...new Set(wanted)].map((id) => ({id, name: world.units.get(id as never)?.name ?? id}));
  const t = webTextOf(address.language).indicatorView;
  return multiplesFigure(shown, "kommuner-udvikling", t.together(circle.name), members, country, nation);
}

/** The municipality's institutions, the place's own first. */
export function localMultiples(shown: Shown) {
  const {home, place, localSeries, address, institutions} = shown;
  if (!home) return null;
  const own = institutions.filter(({unit}) => unit.id === place.id);
  const members = [...own, ...institutions.filter(({unit}) => unit.id !== place.id)].map(({unit}) => unit);
  const t = webTextOf(address.language).indicatorView;
  const title = t.together(t.local(pluralOf(institutions, address.language), home.name));
  return multiplesFigure(shown, "institutioner-udvikling", title, members, localSeries, home.id);
}

function multiplesFigure(
  shown: Shown,
  id: string,
  title: string,
  units: readonly {readonly id: string; readonly name: string}[],
  facts: readonly DisclosedFact[],
  whole: string
) {
  const {address, indicator, lines} = shown;
  const {language, path, query} = address;
  const all = membersOf(units, facts);
  if (all.length < 2) return null;
  const isWhole = query.alle === id;
  const members = isWhole ? all : all.slice(0, most);
  const common = isComparable(indicator) ? lines.find(({unit}) => unit === whole) : undefined;
  const rows = rowsOf(members, common, shown);
  const t = webTextOf(language);
  const link = {href: hrefOf(language, path) + searchOf(query, {alle: id}), label: t.indicatorView.showAll(all.length)};
  const sketch = {
    id,
    title: `${title}: ${titleOf(indicator, language)}`,
    chart: multiples,
    rows,
    indicator,
    sizes: sizesOf(multiples, rows),
    alt: t.indicatorView.multiplesAlt(titleOf(indicator, language), members.map(({name}) => name).join(", ")),
    finding: common ? t.indicatorView.multiplesNote : t.indicatorView.multiplesScale,
    facts: members.flatMap(({series}) => series),
    table: tableOf(members, shown)
  };
  return {
    figure: figureOf(sketch, address),
    title,
    more:
      all.length > members.length
        ? {...link, id: `alle-${id}`, text: t.indicatorView.someOf(members.length, all.length)}
        : null
  };
}

function membersOf(
  units: readonly {readonly id: string; readonly name: string}[],
  facts: readonly DisclosedFact[]
): readonly Member[] {
  const byUnit = Map.groupBy(facts, ({unit}) => unit as string);
  return units.flatMap(({id, name}) => {
    const series = byUnit.get(id)?.filter(({category}) => category === "") ?? [];
    return series.length > 0 ? [{id, name, series}] : [];
  });
}

function rowsOf(members: readonly Member[], whole: Line | undefined, shown: Shown): readonly TrendRow[] {
  const {address, indicator, world} = shown;
  const names = textOf(address.language).comparators;
  const note = webTextOf(address.language).indicator.breakNote;
  const broken = new Set(world.breaks.filter((each) => each.indicator === indicator.id).map(({period}) => period));
  const breakText = (period: PeriodId) => (broken.has(period) ? note : null);
  const role = whole?.unit === nation ? "nation" : "municipality";
  const name = role === "nation" ? names.nation : (whole?.name ?? "");
  return panelRows(members, {role, name, series: whole?.series ?? []}, breakText);
}

/** A row for each, the newest period first. */
function tableOf(members: readonly Member[], {address, indicator, place}: Shown) {
  const {language} = address;
  const periods = periodsOf(...members.map(({series}) => series));
  return figureTable(
    [webTextOf(language).indicator.place, ...periods.map((period) => periodLabel(period, language))],
    members.map(({id, name, series}) => {
      const byPeriod = new Map(series.map((fact) => [fact.period, fact]));
      return {
        key: id,
        name,
        own: id === place.id,
        cells: periods.map((period) => cellOf(byPeriod.get(period), indicator, language))
      };
    })
  );
}
