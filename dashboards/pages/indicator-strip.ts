import {type DisclosedFact, nation} from "../../queries/model.ts";
import {comparePeriods, periodLabel} from "../../queries/period.ts";
import {type StripRow, strip} from "../charts/strip.ts";
import {figureOf, figureTable, figureWidths} from "../figure.ts";
import {formatValue} from "../format.ts";
import {hrefOf} from "../link.ts";
import {spreadAlt, spreadSentence, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {groupOf, type World} from "../world.ts";
import {cellOf, drawnOf, type Shown, type Spread} from "./indicator-state.ts";

/** The newest period in which at least half of the municipalities have a figure; else the newest. */
export function newestSpread(facts: readonly DisclosedFact[], units: World["units"]): Spread {
  const municipal = facts.filter(({unit}) => units.get(unit)?.kind === "municipality");
  const byPeriod = [...Map.groupBy(municipal, ({period}) => period)].toSorted(([a], [b]) => comparePeriods(b, a));
  const full = byPeriod.find(([, found]) => found.filter(({blank}) => blank === null).length * 2 >= found.length);
  const [period, municipalities] = full ?? byPeriod[0] ?? [null, []];
  return {municipalities, nation: facts.find((fact) => fact.unit === nation && fact.period === period)};
}

/** All municipalities along one scale; null where none has the figure. */
export function stripFigure(shown: Shown) {
  const {address, indicator, home, spread, world} = shown;
  const {language} = address;
  const period = spread.municipalities[0]?.period;
  if (!period) return null;
  const t = webTextOf(language).indicator;
  const named = spread.municipalities
    .map((fact) => ({fact, name: world.units.get(fact.unit)?.name ?? fact.unit}))
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"));
  const sketch = {
    id: "kommuner",
    title: `${t.strip}: ${titleOf(indicator, language)}, ${periodLabel(period, language)}`,
    chart: strip,
    rows: stripRows(shown),
    indicator,
    sizes: {wide: {width: figureWidths.wide, height: 150}, narrow: {width: figureWidths.narrow, height: 190}},
    alt: spreadAlt(spread.municipalities, indicator, language, textOf(language).kindsPlural.municipality),
    finding: findingOf(shown),
    facts: [...spread.municipalities, ...(spread.nation ? [spread.nation] : [])],
    table: figureTable(
      [t.municipality, t.value],
      named.map(({fact, name}) => ({
        name,
        href: hrefOf(language, address.path) + searchOf(address.query, {enhed: null, kommune: fact.unit}),
        own: fact.unit === home?.id,
        cells: [cellOf(fact, indicator, language)]
      }))
    )
  };
  return {figure: figureOf(sketch, address), period: periodLabel(period, language)};
}

function stripRows({spread, home, world}: Shown): readonly StripRow[] {
  const near = home?.municipality ?? null;
  const neighbours = new Set<string>(
    groupOf("neighbours", (near ?? home?.id ?? null) as typeof near, world)?.members ?? []
  );
  return spread.municipalities.map((fact) => {
    const role = fact.unit === home?.id ? "own" : neighbours.has(fact.unit) ? "neighbours" : "other";
    return {...drawnOf(fact), role, id: fact.unit, name: world.units.get(fact.unit)?.name ?? fact.unit};
  });
}

function findingOf({address, indicator, home, spread, world}: Shown): string {
  const {language} = address;
  const {kindsPlural, whole} = textOf(language);
  const sentence = spreadSentence(
    spread.municipalities,
    {name: whole.nation, fact: spread.nation},
    kindsPlural.municipality,
    indicator,
    language
  );
  const own = spread.municipalities.find(({unit}) => unit === home?.id);
  const ownText = own
    ? webTextOf(language).indicator.stripOwn(
        world.units.get(own.unit)?.name ?? own.unit,
        formatValue(own, indicator, language)
      )
    : "";
  return [sentence, ownText.replace(/\.\.$/, ".")].filter(Boolean).join(" ");
}
