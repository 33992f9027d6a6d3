/** One reason for many corrections: what is ticked on the list, and the page that shows what will be printed. */
import type {Language} from "../../queries/model.ts";
import {formatDate} from "../format.ts";
import {hrefOf} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import type {IssueChoice} from "./issue-filters.ts";
import {type DeskRow, lacksReason, rowOf} from "./signoff-row.ts";

export const mostReasons = 400;

/** What was ticked and written, so that nobody does it twice. */
export interface ReasonsGiven {
  readonly ticked: ReadonlySet<string> | "all";
  readonly text: string;
  readonly problem: string | null;
}

interface ListState {
  readonly language: Language;
  readonly chosen: IssueChoice;
  readonly rows: readonly DeskRow[];
  readonly reasons: ReasonsGiven;
}

/** The corrections without a reason as a part of the list; null where there is none. */
export function unexplainedOf({language, chosen, rows, reasons: {ticked, text, problem}}: ListState) {
  const t = webTextOf(language).signoff;
  const own = rows.filter(lacksReason);
  if (own.length === 0 && problem === null) return null;
  const here = (valgt: string) =>
    `${hrefOf(language, "/godkendelse")}${searchOf({...filterOf(chosen), valgt})}#begrund`;
  const isTicked = ({issue}: DeskRow) => ticked === "all" || ticked.has(issue.issue);
  return {
    action: reasonsHref(language, chosen),
    count: t.count(own.length),
    note: own.length > mostReasons ? t.shown(mostReasons, own.length) : null,
    rows: own
      .slice(0, mostReasons)
      .map((row) => rowOf(row, row.mayAct ? {...tickOf(row), checked: isTicked(row)} : null, null, language)),
    canChoose: own.some(({mayAct}) => mayAct),
    all: ticked === "all" ? {href: here(""), label: t.chooseNone} : {href: here("alle"), label: t.chooseAll},
    text,
    error: problem
  };
}

export interface ReasonsState {
  readonly language: Language;
  readonly chosen: IssueChoice;
  /** Those that get the reason. */
  readonly rows: readonly DeskRow[];
  readonly text: string;
  /** How many were ticked besides, and have changed since. */
  readonly left: number;
  readonly now: Date;
}

/** What is about to be written and where, before it is. */
export function reasonsModel({language, chosen, rows, text, left, now}: ReasonsState) {
  const t = webTextOf(language).signoff;
  const printed = textOf(language).erratum;
  return {
    list: {href: hrefOf(language, "/godkendelse") + searchOf(filterOf(chosen)), label: t.title},
    heading: t.reasonsTitle(rows.length),
    count: t.count(rows.length),
    left: left > 0 ? t.leftMany(left) : null,
    printed: {
      title: printed.title,
      reasonTitle: printed.reasonTitle,
      reason: text,
      at: printed.reasonAt(formatDate(now.toISOString(), language)),
      changesTitle: printed.changesTitle
    },
    rows: rows.map((row) => ({...rowOf(row, null, null, language), tick: tickOf(row).value})),
    form: {action: reasonsHref(language, chosen), text, save: t.reasonsSave(rows.length)}
  };
}

function tickOf({issue}: DeskRow) {
  return {name: "valgt", value: `${issue.version} ${issue.issue}`};
}

function reasonsHref(language: Language, chosen: IssueChoice): string {
  return hrefOf(language, "/godkendelse/begrund") + searchOf(filterOf(chosen));
}

/** How the list was narrowed, as it stands in the address. */
export function filterOf({kommune, periode, udgave}: IssueChoice) {
  return {kommune: kommune ?? "", periode: periode ?? "", udgave: udgave ?? ""};
}
