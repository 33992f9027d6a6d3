/** What is kept about who is signed in: yes or no for each standard, and when rows of it were taken out. */
import type {Purpose} from "../../queries/access-rules.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import {parsePeriod, periodLabel} from "../../queries/period.ts";
import type {Holding} from "../../queries/personal/citizen-service.ts";
import {keptUntil} from "../../queries/personal/kept-until.ts";
import {isAboutPersons, type Standard} from "../../queries/standards/standard.ts";
import {formatDate} from "../format.ts";
import {hrefOf, indicatorHref} from "../link.ts";
import {titleOfStandard} from "../row-request.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {keptModel} from "./citizen.ts";

export interface TakenRows {
  readonly at: string;
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
  readonly purpose: Purpose;
}

export interface CitizenOwnState {
  readonly language: Language;
  readonly standards: readonly Standard[];
  readonly problem: "demonstration" | "gone" | "unavailable" | null;
  readonly holdings: readonly Holding[];
  /** The newest delivery of a standard, municipality and period, see `deliveredKey`: its date. */
  readonly delivered: ReadonlyMap<string, string>;
  readonly municipalityName: (code: string) => string;
  readonly taken: readonly TakenRows[];
  /** When releases were computed, newest first. */
  readonly runs: readonly string[];
  readonly indicators: readonly Indicator[];
}

export function deliveredKey({standard, municipality, period}: Holding): string {
  return `${standard} ${municipality} ${period}`;
}

export function citizenOwnModel(state: CitizenOwnState) {
  const {language, standards, problem, holdings} = state;
  const {own: t} = webTextOf(language).citizen;
  const personal = standards.filter(isAboutPersons);
  const about = personal.filter(({id}) => holdings.some(({standard}) => standard === id));
  const known = problem === null || problem === "demonstration";
  return {
    foreign: language !== "da",
    problem: problem && t[problem],
    again: problem === "gone" ? hrefOf(language, "/log-ind/borger?til=/mine-oplysninger") : null,
    known,
    held: known ? about.map((standard) => ({...keptModel(standard, language), rows: rowsOf(standard, state)})) : [],
    notHeld: known
      ? personal.filter((standard) => !about.includes(standard)).map((standard) => keptModel(standard, language))
      : [],
    taken: known ? takenOf(state) : [],
    runs: known && about.length > 0 ? state.runs.slice(0, 10).map((at) => formatDate(at, language)) : []
  };
}

function rowsOf({id, keepMonths}: Standard, state: CitizenOwnState) {
  const {language, holdings, delivered, municipalityName, indicators} = state;
  const {own: t} = webTextOf(language).citizen;
  const mine = holdings.filter(({standard}) => standard === id);
  const sources = mine.map((holding) => {
    const name = municipalityName(holding.municipality);
    const at = delivered.get(deliveredKey(holding));
    return at ? t.from(name, formatDate(at, language)) : t.fromUndated(name);
  });
  const last = mine
    .map(({period}) => keptUntil(parsePeriod(period), keepMonths))
    .toSorted()
    .at(-1)!;
  const plain = (term: string, value: string) => ({term, value, links: [] as {href: string; label: string}[]});
  return [
    plain(t.periods, mine.map(({period}) => periodLabel(parsePeriod(period), language)).join(", ")),
    plain(t.delivered, [...new Set(sources)].join("; ")),
    {
      term: t.used,
      value: "",
      links: indicators
        .filter(({standards}) => standards.includes(id))
        .map((indicator) => ({href: indicatorHref(language, indicator.id), label: titleOf(indicator, language)}))
    },
    plain(t.deletedBy, formatDate(last, language))
  ].filter(({value, links}) => value !== "" || links.length > 0);
}

/** Rows of a rejected delivery were never stored under a period: whoever is in the municipality may have been among them. */
function takenOf({language, taken, holdings}: CitizenOwnState): readonly string[] {
  const {own: t} = webTextOf(language).citizen;
  const among = taken.filter(({standard, municipality, period}) =>
    holdings.some(
      (mine) => mine.standard === standard && mine.municipality === municipality && (!period || mine.period === period)
    )
  );
  return among.map(({at, standard, period, purpose}) => {
    const title = titleOfStandard(standard, language);
    const label = period ? periodLabel(parsePeriod(period), language) : "";
    return t.taken(formatDate(at, language), title, label, t.purposes[purpose]);
  });
}
