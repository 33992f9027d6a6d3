/** What the reader can choose: place, whom to compare with, and period. */

import {institutionKinds, type Language, type Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {capital} from "../first-letter.ts";
import {hrefOf} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {choicesOf} from "./choice.ts";
import {circlesOf, defaultChoice} from "./indicator-circle.ts";
import {byName, type Shown} from "./indicator-state.ts";
import {municipalitiesOf} from "./places.ts";

/** `usual` is the period that is shown when none is asked for; what is usual is left out of the address. */
export function formModel(shown: Shown, periods: readonly PeriodId[], usual: PeriodId | null) {
  const {address, home, place, period, circle, world} = shown;
  const {language, path, query} = address;
  const t = webTextOf(language);
  const circles = circlesOf(place, home, language, world);
  const municipalities = municipalitiesOf(world.units);
  return {
    action: hrefOf(language, path),
    municipality: choicesOf(
      "kommune",
      t.indicator.municipality,
      home?.id ?? null,
      t.indicator.everywhere,
      municipalities.map(({id, name}) => [id, name])
    ),
    unit: home ? unitChoice(shown, home) : null,
    group: [...circles, ...(circle.isOwn ? [circle] : [])].map(({choice, name}) => ({
      value: choice === defaultChoice(place, home, world) ? "" : choice,
      label: name,
      selected: choice === circle.choice
    })),
    period: {
      name: "periode",
      options: periods.map((each) => ({
        value: each === usual ? "" : each,
        label: periodLabel(each, language),
        selected: each === period
      }))
    },
    /** Kept through the form, since they are chosen elsewhere. */
    kept: [
      ...(query.visning ? [{name: "visning", value: query.visning}] : []),
      ...(place.kind === "region" ? [{name: "enhed", value: place.id}] : [])
    ],
    groupName: circle.isOwn ? (query.navn ?? "") : null,
    own: ownGroupModel(shown, municipalities),
    reset: Object.keys(query).length > 0 ? hrefOf(language, path) : null
  };
}

/** The municipality itself first, then its areas and institutions that have the indicator. */
function unitChoice({address: {language}, place, local, world}: Shown, home: Unit) {
  const t = webTextOf(language).indicatorView;
  const kinds = textOf(language).kindsPlural;
  const units = new Set(local.map(({unit}) => unit));
  const listed = [...units, place.id].flatMap((id) => world.units.get(id) ?? []);
  const unique = [...new Map(listed.map((unit) => [unit.id, unit])).values()].filter(({id}) => id !== home.id);
  const option = ({id, name}: Unit) => ({value: id as string, label: name, selected: id === place.id});
  const order = ["area", ...institutionKinds, "class"] as const;
  return {
    all: {label: t.wholeMunicipality, selected: place.id === home.id},
    sets: order.flatMap((kind) => {
      const found = unique.filter((unit) => unit.kind === kind);
      if (found.length === 0) return [];
      const sorted = found.toSorted(byName);
      return [{label: capital(kinds[kind]), options: sorted.map(option)}];
    })
  };
}

/** The same form again with a box for each municipality, for a group of one's own. */
function ownGroupModel({address, circle}: Shown, municipalities: readonly Unit[]) {
  const {language, path, query} = address;
  const members = new Set<string>(circle.isOwn ? circle.members : []);
  return {
    name: circle.isOwn ? (query.navn ?? "") : "",
    kept: (["kommune", "enhed", "periode", "visning"] as const).flatMap((name) =>
      query[name] ? [{name, value: query[name]}] : []
    ),
    boxes: municipalities.map(({id, name}) => ({id, name, checked: members.has(id)})),
    clear: circle.isOwn ? hrefOf(language, path) + searchOf(query, {gruppe: null, navn: null}) : null
  };
}

export function unknownModel(
  {address, unknown, home, world, place}: Shown,
  periods: readonly PeriodId[]
): readonly {readonly text: string; readonly links: readonly {readonly href: string; readonly label: string}[]}[] {
  const {language, path, query} = address;
  const t = webTextOf(language);
  const to = (change: Readonly<Record<string, string | null>>, label: string) => ({
    href: hrefOf(language, path) + searchOf(query, change),
    label
  });
  return unknown.map(({noun, id}) => {
    const text = t.indicatorView.unknown(nounOf(noun, language), id.slice(0, 60));
    if (noun === "period")
      return {text, links: periods.slice(0, 8).map((each) => to({periode: each}, periodLabel(each, language)))};
    if (noun === "group")
      return {
        text,
        links: circlesOf(place, home, language, world).map(({choice, name}) => to({gruppe: choice, navn: null}, name))
      };
    const everywhere = to({kommune: null, enhed: null}, t.indicator.everywhere);
    return {text, links: [everywhere, ...(home ? [to({enhed: null, kommune: home.id}, home.name)] : [])]};
  });
}

function nounOf(noun: string, language: Language): string {
  const {unknownNouns} = webTextOf(language).indicatorView;
  return unknownNouns[noun as keyof typeof unknownNouns];
}
