/** One indicator of a unit: its figure, how old it is, where it lies, and where to read on. */
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {endOf, periodLabel} from "../../queries/period.ts";
import {personsRemark} from "../charts/points.ts";
import {
  explainBlank,
  formatBlank,
  formatInterval,
  formatMembers,
  formatNumber,
  formatValue,
  measureOf
} from "../format.ts";
import {monthsBetween} from "../freshness.ts";
import {factHref, indicatorHref} from "../link.ts";
import {figureSentence, titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {World} from "../world.ts";
import {isWhole} from "./newest.ts";
import {partsCard, positionCard, trendCard} from "./unit-figures.ts";
import {isPeered, peerKindOf} from "./unit-peers.ts";
import type {Told, UnitState} from "./unit-state.ts";

/** Below this many persons one of them moves the figure visibly. */
const fewPersons = 20;

export function cardModel(state: UnitState, told: Told, {release}: Pick<World, "release">) {
  const {indicator, last, breaks} = told;
  const {language} = state.address;
  const t = webTextOf(language).unitView;
  const whole = isWhole(indicator, last);
  const position = whole ? null : positionCard(state, told);
  const main = (whole ? partsCard(state, told) : trendCard(state, told)) ?? position;
  return {
    id: indicator.id,
    title: titleOf(indicator, language),
    ...valueModel(told, whole, language),
    period: periodLabel(last.period, language),
    age: t.age(monthsBetween(endOf(last.period), endOf(release.period))),
    persons:
      last.blank === null && last.persons !== null && last.persons > 0 && indicator.measure !== "count"
        ? t.persons(personsRemark(last.persons, language))
        : "",
    target: targetOf(indicator, language),
    main,
    second: main === position ? null : position,
    sentence: whole ? (main?.finding ?? "") : shownSentence(told, language),
    breaks: breaks.map(({period, text}) => `${periodLabel(period, language)}: ${text}`),
    flags: flagsOf(last, state.unit, language),
    definition: indicatorHref(language, indicator.id, placeOf(state.unit)),
    behind: factHref(language, last),
    peers: peersLink(told, state.unit, language)
  };
}
export type Card = ReturnType<typeof cardModel>;

function valueModel({last, series, indicator}: Told, whole: boolean, language: Language) {
  const t = webTextOf(language).unit;
  if (whole) return {value: "", measure: "", blank: false, note: "", known: ""};
  if (last.blank !== null) {
    const known = series.findLast(({blank}) => blank === null);
    return {
      value: formatBlank(last.blank, language),
      measure: "",
      blank: true,
      note: explainBlank(last.blank, language),
      known: known
        ? `${t.lastKnown(formatValue(known, indicator, language), periodLabel(known.period, language))}.`
        : ""
    };
  }
  const interval = formatInterval(
    last.low,
    last.high,
    {...indicator, measureLabel: "", measureLabelEnglish: ""},
    language
  );
  return {
    value: formatNumber(last.value, indicator.decimals, language),
    measure: measureOf(indicator, language),
    blank: false,
    note: interval ? t.interval(interval) : "",
    known: ""
  };
}

/** Why there is no figure stands beside its word already. */
function shownSentence({indicator, series, last, comparators, breaks}: Told, language: Language): string {
  return last.blank === null ? figureSentence(series, comparators, breaks, indicator, language) : "";
}

function targetOf(indicator: Indicator, language: Language): string {
  if (indicator.target === null) return "";
  const value = formatValue(indicator.target, indicator, language);
  return webTextOf(language).unitView.target(value, language === "da" ? indicator.targetText : "");
}

function flagsOf(fact: DisclosedFact, {kind}: Pick<Unit, "kind">, language: Language): readonly string[] {
  const t = webTextOf(language).unitView.flags;
  const {linked, members, expected, blank, persons} = fact;
  return [
    ...(linked ? [t.linked] : []),
    ...(expected > 1 && members < expected
      ? [t.members(formatMembers(members, expected, language), partsOf(kind, language))]
      : []),
    ...(blank === null && persons !== null && persons > 0 && persons < fewPersons ? [t.few] : [])
  ];
}

/** What the members of a larger unit's figure are. */
function partsOf(kind: Unit["kind"], language: Language): string {
  return ["nation", "region"].includes(kind)
    ? textOf(language).kindsPlural.municipality
    : webTextOf(language).unitView.flags.institutions;
}

function peersLink(told: Told, unit: Unit, language: Language) {
  const kind = peerKindOf(unit);
  if (!kind || !isPeered(told)) return null;
  return {href: `#blandt-${told.indicator.id}`, label: webTextOf(language).unitPeers.link[kind]};
}

export function placeOf(unit: Unit) {
  if (unit.kind === "municipality") return {municipality: unit.id};
  return unit.kind === "nation" ? {} : {unit: unit.id};
}
