/** Similar municipalities on conditions and weights that the reader may move, with distances and reasons. */
import type {Language, MunicipalityCode, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {figureTable} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {newestSlice, type Slices} from "../slices.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf, type View} from "../view.ts";
import {groupOf, type World} from "../world.ts";
import {tabsOf} from "./compare-tabs.ts";
import {cellOf} from "./indicator-state.ts";
import {betterModel} from "./peers-better.ts";
import {figureOf, type Peers, peersOf, unitOf} from "./peers-find.ts";
import {peersFormModel} from "./peers-form.ts";
import {type PeersState, peersStateOf, weightPrefix} from "./peers-state.ts";
import {municipalitiesOf, placeName} from "./places.ts";
import {sheetOf} from "./sheet.ts";

export const peersView: View<PeersState, ReturnType<typeof modelOf>> = {
  id: "peers-view",
  stateOf: peersStateOf,
  needs: () => [newestSlice],
  model: modelOf
};

function modelOf(state: PeersState, world: World, slices: Slices) {
  const {address, home, unknown} = state;
  const {language, path, query} = address;
  const t = webTextOf(language);
  const peers = home ? peersOf(home, state.conditions, state.count, world, slices) : null;
  const units = peers?.nearest.map(({member}) => unitOf(member, world)) ?? [];
  const found = home && peers ? foundModel(state, home, peers, world, slices) : null;
  const sheet =
    home && peers && units.length > 0 ? sheetFigure(state, [home, ...units], peers, found!.heading, slices) : null;
  return {
    figures: sheet ? [sheet] : [],
    sheet,
    tabs: tabsOf("peers", language, home?.id ?? null),
    action: hrefOf(language, path),
    spoken: found
      ? `${found.heading}: ${listed(
          units.map(({name}) => name),
          textOf(language).and
        )}.`
      : t.compare.begin,
    notice: unknown.length > 0 ? t.compare.unknown(unknown.map(t.compare.quoted).join(", ")) : null,
    begin: home
      ? null
      : municipalitiesOf(world.units).map(({id, name}) => ({
          label: name,
          href: hrefOf(language, path) + searchOf(query, {kommune: id})
        })),
    form: peersFormModel(state, units, world, slices),
    found,
    better: betterModel(state, units, slices)
  };
}

function sheetFigure(state: PeersState, units: readonly Unit[], peers: Peers, title: string, slices: Slices) {
  const facts = peers.counting.flatMap((condition) => units.flatMap((unit) => figureOf(condition, unit, slices) ?? []));
  return sheetOf({id: "vilkaar", title, finding: "", facts}, peers.counting[0]!.indicator, state.address);
}

function foundModel(state: PeersState, home: Unit, peers: Peers, world: World, slices: Slices) {
  const {language} = state.address;
  const t = webTextOf(language).peers;
  const name = placeName(home, language);
  const {nearest} = peers;
  return {
    heading: t.nearest(nearest.length || state.count, name),
    problem: problemOf(peers, language),
    remarks: [remarkOf(state, home, world, slices), withoutOf(peers, language)].filter(Boolean),
    rows: nearest.map(({member, distance, gaps}) => ({
      name: unitOf(member, world).name,
      href: unitHref(language, member),
      distance: formatNumber(distance, 2, language),
      reasons: reasonsOf(gaps, peers, language)
    })),
    use:
      nearest.length > 0
        ? hrefOf(language, "/sammenlign") +
          searchOf({
            kommune: home.id,
            gruppe: nearest.map(({member}) => member).join(","),
            navn: t.groupName(home.name)
          })
        : null,
    reset: state.conditions.every(({weight, usual}) => weight === usual)
      ? null
      : hrefOf(language, state.address.path) + searchOf(plainQuery(state)),
    table: nearest.length > 0 ? conditionTable(state, home, peers, world, slices) : null
  };
}

/** Why nobody can be found. */
function problemOf({counting, lacking}: Peers, language: Language): string {
  const t = webTextOf(language).peers;
  if (counting.length === 0) return t.noWeights;
  const titles = lacking.map(({indicator}) => titleOf(indicator, language));
  return titles.length > 0 ? t.noOwn(listed(titles, textOf(language).and)) : "";
}

function plainQuery({address: {query}}: PeersState): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).filter(([name]) => !name.startsWith(weightPrefix) && name !== "tilfoej")
  );
}

/** Whether these are the municipalities that the packages use. */
function remarkOf({conditions, address, count}: PeersState, home: Unit, world: World, slices: Slices): string {
  const t = webTextOf(address.language).peers;
  if (conditions.some(({weight, usual}) => weight !== usual)) return t.changed;
  const group = groupOf("similar", home.id as string as MunicipalityCode, world);
  if (!group || group.members.length !== count) return "";
  const isSame = group.variables.every(
    ({indicator, period}) => figureOf({indicator: world.indicators.get(indicator)!}, home, slices)?.period === period
  );
  return isSame ? t.default : t.mayDiffer;
}

function withoutOf({without, lacking}: Peers, language: Language): string {
  const t = webTextOf(language).peers;
  if (without.length === 0 || lacking.length > 0) return "";
  if (without.length > 12) return t.leftMany(without.length);
  return t.left(
    listed(
      without.map(({name}) => name),
      textOf(language).and
    )
  );
}

/** What counts most in the distance, in words; nothing for differences below a quarter of a standard deviation. */
function reasonsOf(gaps: readonly number[], {counting}: Peers, language: Language): string {
  const t = webTextOf(language).peers;
  const told = gaps
    .map((gap, index) => ({gap, condition: counting[index]!}))
    .filter(({gap}) => Math.abs(gap) >= 0.25)
    .toSorted((a, b) => b.condition.weight * b.gap ** 2 - a.condition.weight * a.gap ** 2)
    .slice(0, 3)
    .map(({gap, condition}) => {
      const words = gap > 0 ? t.bigger : t.smaller;
      const size = Math.abs(gap) >= 1 ? words.high : Math.abs(gap) >= 0.5 ? words.some : words.little;
      return t.reason(titleOf(condition.indicator, language).toLocaleLowerCase("da"), size);
    });
  return told.length > 0 ? listed(told, textOf(language).and) : t.alike;
}

function conditionTable({address}: PeersState, home: Unit, peers: Peers, world: World, slices: Slices) {
  const {language} = address;
  const units = [home, ...peers.nearest.map(({member}) => unitOf(member, world))];
  const heads = peers.counting.map(({indicator}) => {
    const period = figureOf({indicator}, home, slices)?.period;
    return period ? `${titleOf(indicator, language)}, ${periodLabel(period, language)}` : titleOf(indicator, language);
  });
  return figureTable(
    [webTextOf(language).peers.municipality, ...heads],
    units.map((unit) => ({
      name: unit.name,
      href: unitHref(language, unit.id),
      own: unit.id === home.id,
      cells: peers.counting.map((condition) => cellOf(figureOf(condition, unit, slices), condition.indicator, language))
    }))
  );
}
