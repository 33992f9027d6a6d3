/** The drop-down lists that narrow packages by municipality, period and edition. */
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {editionName} from "./issue-row.ts";

export interface IssueChoice {
  readonly kommune: string | null;
  readonly periode: string | null;
  readonly udgave: string | null;
}

/** Everything there is to choose from. */
export interface KnownIssues {
  readonly municipalities: readonly {readonly id: string; readonly name: string}[];
  readonly periods: readonly PeriodId[];
  readonly definitions: readonly string[];
}

export function issueFilters(
  {kommune, periode, udgave}: IssueChoice,
  {municipalities, periods, definitions}: KnownIssues,
  language: Language
): readonly Choice[] {
  const t = webTextOf(language).packages;
  const places = municipalities.map(({id, name}) => [id, name] as const);
  const times = periods.map((id) => [id, periodLabel(id, language)] as const);
  const editions = definitions.map((id) => [id, editionName(id, language)] as const);
  return [
    choicesOf("kommune", t.municipality, kommune, t.all, places),
    choicesOf("periode", t.period, periode, t.all, times),
    choicesOf("udgave", t.edition, udgave, t.all, editions)
  ];
}
