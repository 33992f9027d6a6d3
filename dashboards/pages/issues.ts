/** The list of packages, narrowed by municipality, period, edition and language. */
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {buildingModel} from "./front.ts";
import {editionName, issueRow, type ListedIssue} from "./issue-row.ts";

export interface IssueChoice {
  readonly kommune: string | null;
  readonly periode: string | null;
  readonly udgave: string | null;
  readonly sprog: string | null;
}

export interface IssuesState {
  readonly language: Language;
  readonly chosen: IssueChoice;
  /** Everything there is to choose from. */
  readonly known: {
    readonly municipalities: readonly {readonly id: string; readonly name: string}[];
    readonly periods: readonly PeriodId[];
    readonly definitions: readonly string[];
    readonly languages: readonly Language[];
  };
  readonly issues: readonly ListedIssue[];
  readonly building: {readonly done: number; readonly total: number} | null;
}

export function issuesModel(state: IssuesState) {
  const {language, issues} = state;
  return {
    action: hrefOf(language, "/pakker"),
    filters: filtersOf(state),
    heading: webTextOf(language).packages.listed(issues.length),
    rows: issues.toSorted(inReadingOrder).map((issue) => issueRow(issue, language)),
    building: buildingModel(state)
  };
}

const editions = ["municipality", "councillor", "area", "leader"];

/** Newest period first, from the whole to the parts, then by name; a newer number before the one it replaces. */
function inReadingOrder({manifest: a}: ListedIssue, {manifest: b}: ListedIssue): number {
  return (
    b.period.localeCompare(a.period) ||
    editions.indexOf(a.definition) - editions.indexOf(b.definition) ||
    a.unitName.localeCompare(b.unitName, "da", {numeric: true}) ||
    a.unit.localeCompare(b.unit) ||
    b.number - a.number
  );
}

function filtersOf({language, chosen, known}: IssuesState): readonly Choice[] {
  const t = webTextOf(language).packages;
  const {municipalities, periods, definitions, languages} = known;
  return [
    choicesOf(
      "kommune",
      t.municipality,
      chosen.kommune,
      t.all,
      municipalities.map(({id, name}) => [id, name])
    ),
    choicesOf(
      "periode",
      t.period,
      chosen.periode,
      t.all,
      periods.map((id) => [id, periodLabel(id, language)])
    ),
    choicesOf(
      "udgave",
      t.edition,
      chosen.udgave,
      t.all,
      definitions.map((id) => [id, editionName(id, language)])
    ),
    choicesOf(
      "sprog",
      t.language,
      chosen.sprog,
      t.all,
      languages.map((id) => [id, t.languages[id]])
    )
  ];
}
