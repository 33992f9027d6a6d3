/** The forms of a comparison: whose figures, against whom, which indicators. Each keeps the rest of the address. */
import {areas, institutionKinds, type Language, type Unit} from "../../queries/model.ts";
import {capital} from "../first-letter.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {Address} from "../view.ts";
import type {World} from "../world.ts";
import type {Comparand} from "./compare-groups.ts";
import {type CompareState, sortedIndicators} from "./compare-state.ts";
import {byName, municipalitiesOf} from "./places.ts";

interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export function chooserModel(state: CompareState, world: World) {
  const {address, home, own, comparands, against} = state;
  const {language} = address;
  const t = webTextOf(language).compare;
  return {
    kommune: [
      option("", t.begin, !home),
      ...municipalitiesOf(world.units).map(({id, name}) => option(id, name, id === home?.id))
    ].filter(({value}) => value !== "" || !home),
    keptByKommune: kept(state, ["kommune", "enhed"]),
    enhed: home ? unitOptions(state, home, world) : null,
    keptByEnhed: kept(state, ["enhed", "kommune"], {kommune: home?.id ?? ""}),
    gruppe: own ? comparands.map((each) => groupOption(each, against, language)) : null,
    omraade: areaOptions(state),
    kun: [option("", t.all, !state.onlyDifferent), option("forskelle", t.differences, state.onlyDifferent)],
    keptByFilter: kept(state, ["gruppe", "omraade", "kun"]),
    keptByPair: kept(state, ["x", "y"]),
    picker: pickerOf(state, world),
    keptByPicker: kept(state, ["tal", "omraade"])
  };
}

function option(value: string, label: string, selected: boolean): Option {
  return {value, label, selected};
}

/** The rest of the address, as hidden fields of a form. */
export function kept(
  {address}: {readonly address: Address},
  without: readonly string[],
  more: Readonly<Record<string, string>> = {}
) {
  return Object.entries({...address.query, ...more})
    .filter(([name, value]) => value && (!without.includes(name) || name in more))
    .map(([name, value]) => ({name, value}));
}

function groupOption({key, title, members, unit}: Comparand, against: Comparand | null, language: Language): Option {
  const t = webTextOf(language).compare;
  const isOne = unit !== null && unit.length === 3 && members.length === 1;
  return option(key, isOne ? title : t.counted(title, members.length), key === against?.key);
}

/** Areas and institutions of the municipality, in groups by kind. */
function unitOptions({own, address}: CompareState, home: Unit, {units}: World) {
  const {kindsPlural} = textOf(address.language);
  const local = [...units.values()].filter(
    ({municipality, validTo}) => municipality === (home.id as string) && !validTo
  );
  const kinds = ["area", ...institutionKinds] as const;
  return {
    whole: option("", webTextOf(address.language).compare.whole, own?.id === home.id),
    groups: kinds.flatMap((kind) => {
      const found = local.filter((unit) => unit.kind === kind).toSorted(byName);
      const options = found.map(({id, name}) => option(id, name, id === own?.id));
      return options.length > 0 ? [{label: capital(kindsPlural[kind]), options}] : [];
    })
  };
}

function areaOptions({picks, address}: CompareState): readonly Option[] {
  const {compare: t, indicators} = webTextOf(address.language);
  const ids = (address.query.tal ?? "").split(",").filter(Boolean);
  return [
    ...(ids.length > 0 ? [option("", t.ownList(ids.length), picks.kind === "list")] : []),
    option(ids.length > 0 ? "alle" : "", t.everything, picks.kind === "all"),
    ...areas.map((area) => option(area, indicators.areas[area], picks.area === area))
  ];
}

function pickerOf({picks, address, own}: CompareState, world: World) {
  const {areas: names} = webTextOf(address.language).indicators;
  const chosen = new Set(picks.indicators.map(({id}) => id));
  const all = sortedIndicators(world).filter(({kinds}) => !own?.unit || kinds.includes(own.unit.kind));
  return areas.flatMap((area) => {
    const found = all.filter((indicator) => indicator.area === area);
    const boxes = found.map((each) => ({
      value: each.id,
      label: titleOf(each, address.language),
      checked: chosen.has(each.id)
    }));
    return boxes.length > 0 ? [{title: names[area], boxes}] : [];
  });
}
