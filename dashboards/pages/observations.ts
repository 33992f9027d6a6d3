/** Findings that were written on the pages: one's own, or all within reach. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {ObservationEntry} from "../../queries/registry/observations.ts";
import {formatNumber, shortened} from "../format.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {type ObservationWay, stageModel} from "./observation-stage.ts";
import {pagingOf} from "./paging.ts";

export const observationsPerPage = 40;

export interface ObservationsChoice {
  readonly hvis: "alle" | null;
  readonly tema: string | null;
  readonly tilstand: "active" | "withdrawn" | null;
  readonly side: number;
}

export interface ObservationsState {
  readonly language: Language;
  readonly chosen: ObservationsChoice;
  readonly entries: readonly ObservationEntry[];
  readonly count: number;
  readonly themes: readonly string[];
  readonly wayOf: (entry: ObservationEntry) => ObservationWay;
  readonly unitName: (id: string) => string;
  readonly authorName: (id: string) => string;
}

export function observationsModel(state: ObservationsState) {
  const {language, chosen, entries, count} = state;
  const {observationsPage: t} = webTextOf(language);
  const isNarrowed = chosen.hvis !== null || chosen.tema !== null || chosen.tilstand !== null;
  return {
    action: hrefOf(language, "/fund"),
    write: hrefOf(language, "/fund/nyt"),
    filters: filtersOf(state),
    count: t.count(count),
    rows: entries.map((entry) => rowOf(entry, state)),
    empty: isNarrowed ? t.empty : t.none,
    paging: pagingOf({
      ...{language, count, perPage: observationsPerPage, side: chosen.side},
      address: (side) => pageHref(chosen, side, language)
    })
  };
}

function rowOf(entry: ObservationEntry, state: ObservationsState) {
  const {language, unitName, authorName, wayOf, chosen} = state;
  const {observationsPage: t} = webTextOf(language);
  const {id, unit, period, theme, source, assessment, count, author} = entry;
  const about = [
    labelOf("assessments", assessment, language),
    `${labelOf("observation-sources", source, language)} (${formatNumber(count, 0, language)})`,
    periodLabel(period as PeriodId, language),
    ...(chosen.hvis === "alle" ? [t.by(authorName(author))] : [])
  ];
  return {
    href: hrefOf(language, `/fund/${id}`),
    title: `${labelOf("themes", theme, language)}, ${unitName(unit)}`,
    text: shortened(entry.finding || webTextOf(language).observationPage.forgotten, 220),
    about: about.join(" · "),
    stage: stageModel(entry, wayOf(entry), language)
  };
}

function filtersOf({language, chosen, themes}: ObservationsState): readonly Choice[] {
  const {observationsPage: t} = webTextOf(language);
  const named = themes.map((code) => [code, labelOf("themes", code, language)] as const);
  return [
    choicesOf("hvis", t.whose, chosen.hvis, t.mine, [["alle", t.everyones]]),
    choicesOf("tema", t.theme, chosen.tema, t.all, named),
    choicesOf("tilstand", t.state, chosen.tilstand, t.all, Object.entries(t.states))
  ];
}

function pageHref({hvis, tema, tilstand}: ObservationsChoice, side: number, language: Language): string {
  const query = {hvis: hvis ?? "", tema: tema ?? "", tilstand: tilstand ?? "", side: side > 1 ? String(side) : ""};
  return hrefOf(language, "/fund") + searchOf(query);
}
