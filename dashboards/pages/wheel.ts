/** The annual wheel of a municipality: a drawing to see at a glance, and beside it a list that says the same. */
import type {Area, Language} from "../../queries/model.ts";
import {monthNames} from "../../queries/period.ts";
import {addDays} from "../../queries/reference/wheel-dates.ts";
import {type EntryKind, entryKinds} from "../../queries/reference/wheel-entry.ts";
import type {Told, WheelRound} from "../../queries/reference/wheel-round.ts";
import {drawWheel, ringKinds, type WheelWords} from "../charts/wheel.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {wheelTextOf} from "../text-wheel.ts";
import {searchOf} from "../view.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {itemOf, lookOf, roleName, wheelRow} from "./wheel-rows.ts";

export interface WheelChoice {
  readonly kommune: string | null;
  readonly omraade: Area | null;
  readonly rolle: string | null;
  readonly slags: EntryKind | null;
  readonly aar: string | null;
}

export interface WheelState {
  readonly language: Language;
  readonly chosen: WheelChoice;
  readonly municipality: {readonly id: string; readonly name: string};
  readonly municipalities: readonly {readonly id: string; readonly name: string}[];
  readonly round: WheelRound;
  readonly isSignedIn: boolean;
}

const mostLate = 5;

export function wheelModel(state: WheelState) {
  const {language, chosen, municipality, round} = state;
  const {wheelPage: t} = webTextOf(language);
  const {today} = round;
  const fitting = round.told.filter((told) => fits(told, chosen));
  const year = Number(chosen.aar ?? today.slice(0, 4));
  const shown = fitting.filter(({occurrence}) => occurrence.year === year);
  const late = fitting.filter((told) => lookOf(told) === "late" && told.occurrence.to >= addDays(today, -365));
  const rows = (some: readonly Told[]) => some.map((told) => wheelRow(told, language));
  return {
    action: hrefOf(language, "/aarshjul"),
    filters: filtersOf(state),
    reset: isNarrowed(chosen) ? hrefOf(language, "/aarshjul") + searchOf({kommune: chosen.kommune ?? ""}) : null,
    heading: t.heading(municipality.name, year),
    problems: round.problems,
    late:
      late.length === 0
        ? null
        : {
            title: t.late(late.length),
            rows: rows(late.slice(0, mostLate)),
            more: late.length > mostLate ? t.lateMore(late.length - mostLate) : null
          },
    now: rows(fitting.filter((told) => lookOf(told) === "now")),
    next: rows(fitting.filter((told) => begins(told, today))),
    count: t.listCount(shown.length),
    months: monthsOf(shown, language),
    wheel: shown.length > 0 ? drawingOf(shown, year, today, language) : null,
    legend: legendOf(shown, language),
    feed: feedOf(state)
  };
}

/** What is shared concerns every area. */
function fits({occurrence: {entry}}: Told, {omraade, rolle, slags}: WheelChoice): boolean {
  const shared = entry.area === "staff" || entry.area === "municipality";
  return (
    (!omraade || shared || entry.area === omraade) &&
    (!rolle || entry.owner === rolle) &&
    (!slags || entry.kind === slags)
  );
}

function isNarrowed({omraade, rolle, slags, aar}: WheelChoice): boolean {
  return Boolean(omraade || rolle || slags || aar);
}

function begins(told: Told, today: string): boolean {
  const {from} = told.occurrence;
  return lookOf(told) === "coming" && from <= addDays(today, 28);
}

function filtersOf({language, chosen, municipality, municipalities, round}: WheelState): readonly Choice[] {
  const {wheelPage: t} = webTextOf(language);
  const {kinds} = wheelTextOf(language);
  const owners = [...new Set(round.told.map(({occurrence}) => occurrence.entry.owner))];
  const thisYear = round.today.slice(0, 4);
  const years = [-1, 1].map((step) => String(Number(thisYear) + step));
  const areas = Object.entries(t.areas);
  const places = choicesOf(
    "kommune",
    t.municipality,
    municipality.id,
    "",
    municipalities.map(({id, name}) => [id, name])
  );
  return [
    ...(municipalities.length > 1 ? [{...places, options: places.options.slice(1)}] : []),
    choicesOf("omraade", t.area, chosen.omraade, t.all, areas),
    choicesOf(
      "slags",
      t.kind,
      chosen.slags,
      t.all,
      entryKinds.map((kind) => [kind, kinds[kind]])
    ),
    choicesOf(
      "rolle",
      t.role,
      chosen.rolle,
      t.all,
      owners
        .map((owner) => [owner, roleName(owner, language)] as const)
        .toSorted(([, a], [, b]) => a.localeCompare(b, language))
    ),
    choicesOf(
      "aar",
      t.year,
      chosen.aar,
      `${t.thisYear} (${thisYear})`,
      years.map((year) => [year, year])
    )
  ];
}

function monthsOf(shown: readonly Told[], language: Language) {
  const format = new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", {month: "long", year: "numeric"});
  const byMonth = Map.groupBy(
    shown.toSorted((a, b) =>
      a.occurrence.from < b.occurrence.from ? -1 : a.occurrence.from > b.occurrence.from ? 1 : 0
    ),
    ({occurrence}) => occurrence.from.slice(0, 7)
  );
  return [...byMonth].map(([month, told]) => {
    const name = format.format(new Date(`${month}-15T12:00Z`));
    return {
      id: `m-${month}`,
      name: name.charAt(0).toLocaleUpperCase(language) + name.slice(1),
      rows: told.map((each) => wheelRow(each, language))
    };
  });
}

function drawingOf(shown: readonly Told[], year: number, today: string, language: Language) {
  const {wheelPage: t} = webTextOf(language);
  const items = shown.map((told) => itemOf(told, language));
  const words = wordsOf(today, language);
  const picture = {year, items, words, today: today.startsWith(String(year)) ? today : null};
  return {
    alt: t.alt(year, items.length, items.filter(({look}) => look === "late").length),
    drawing: {wide: drawWheel({...picture, size: 680}), narrow: drawWheel({...picture, size: 340})}
  };
}

function wordsOf(today: string, language: Language): WheelWords {
  const {wheelPage: t} = webTextOf(language);
  const months = monthNames[language];
  const day = String(Number(today.slice(8)));
  return {
    months,
    today: [language === "da" ? `${day}.` : day, months[Number(today.slice(5, 7)) - 1]!],
    several: (kind, count) =>
      [...t.several[kind].split("|"), String(count)].map((text) => text.replace("#", String(count))),
    late: (count) => [t.lateShort(count), `${count}!`]
  };
}

function legendOf(shown: readonly Told[], language: Language) {
  const {wheelPage: t} = webTextOf(language);
  const {kinds} = wheelTextOf(language);
  const met = new Set(shown.map(lookOf));
  const held = new Set(shown.map(({occurrence}) => occurrence.entry.kind));
  return {
    rings: ringKinds.filter((kind) => held.has(kind)).map((kind) => ({kind, label: kinds[kind]})),
    looks: (["late", "now", "coming", "done", "cancelled"] as const)
      .filter((look) => met.has(look))
      .map((look) => ({look, label: t.looks[look]}))
  };
}

function feedOf({language, municipality: {id}, municipalities, chosen: {omraade}, isSignedIn}: WheelState) {
  const {wheelPage: t} = webTextOf(language);
  const options = Object.entries(t.areas).filter(([area]) => area !== "municipality");
  return municipalities.length === 0
    ? null
    : {
        action: hrefOf(language, "/aarshjul/kalender"),
        municipality: id,
        options: choicesOf("omraade", "", omraade, t.feedAll, options).options,
        mine: isSignedIn ? hrefOf(language, "/kalendere") : null
      };
}

export interface FeedState {
  readonly language: Language;
  readonly municipality: {readonly id: string; readonly name: string};
  readonly area: Area | null;
  /** The whole address with its host. */
  readonly address: string;
}

export function feedModel({language, municipality, area, address}: FeedState) {
  const {wheelPage: t} = webTextOf(language);
  const areas: Readonly<Record<string, string>> = t.areas;
  return {
    about: t.feedFor(municipality.name, (area && areas[area]) || t.feedAll),
    address,
    open: address.replace(/^https?:/, "webcal:"),
    back: hrefOf(language, `/aarshjul?kommune=${municipality.id}`)
  };
}
