/** The list of packages, narrowed by municipality, period, edition and language. */
import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {buildingModel} from "./front.ts";
import {type IssueChoice, issueFilters, type KnownIssues} from "./issue-filters.ts";
import {issueRow, type ListedIssue} from "./issue-row.ts";

export interface IssuesState {
  readonly language: Language;
  readonly chosen: IssueChoice & {readonly sprog: string | null};
  readonly known: KnownIssues & {readonly languages: readonly Language[]};
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
  const languages = known.languages.map((id) => [id, t.languages[id]] as const);
  return [...issueFilters(chosen, known, language), choicesOf("sprog", t.language, chosen.sprog, t.all, languages)];
}
