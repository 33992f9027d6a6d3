/** The page that a correction opens with: what it replaces, why, and every figure that has changed. */
import {formatDate} from "../../dashboards/format.ts";
import {textOf} from "../../dashboards/text.ts";
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {TableView} from "./views.ts";

/** `withheld`: it stood in the old issue and may not be told again, since it is not shown any more. */
export interface FactChange {
  readonly unit: string;
  readonly unitName: string;
  readonly indicator: string;
  readonly title: string;
  readonly period: string;
  readonly category: string;
  readonly categoryLabel: string;
  readonly before: "shown" | "blank" | "absent" | "withheld";
  /** Empty where it was not there or may not be told again. */
  readonly shownBefore: string;
  readonly now: "shown" | "blank" | "absent";
  readonly shownNow: string;
}

export interface Erratum {
  readonly replaces: string;
  /** When the old issue was released, ISO 8601. */
  readonly releasedAt: string | null;
  /** What is corrected and why, and when that was written; empty until it has been. */
  readonly reason: string;
  readonly reasonAt: string;
  readonly changes: readonly FactChange[];
}

export interface ErratumView {
  readonly title: string;
  readonly lead: string;
  readonly reasonTitle: string;
  readonly reason: string;
  readonly reasonAt: string;
  readonly changesTitle: string;
  readonly tables: readonly TableView[];
  readonly notes: readonly string[];
}

const mostOwn = 100;
const mostOthers = 25;

export function erratumView(erratum: Erratum, unit: string, language: Language): ErratumView {
  const text = textOf(language).erratum;
  const {replaces, releasedAt, reason, reasonAt, changes} = erratum;
  const seen = changes.filter(isSeen);
  const own = seen.filter((change) => change.unit === unit);
  const others = seen.filter((change) => change.unit !== unit);
  const left = Math.max(0, own.length - mostOwn) + Math.max(0, others.length - mostOthers);
  const tables = [
    tableOf(text.own, own.slice(0, mostOwn), language, false),
    tableOf(text.others, others.slice(0, mostOthers), language, true)
  ];
  return {
    title: text.title,
    lead: text.lead(replaces, releasedAt ? formatDate(releasedAt, language) : null),
    reasonTitle: text.reasonTitle,
    reason: reason || text.noReason,
    reasonAt: reasonAt ? text.reasonAt(formatDate(reasonAt, language)) : "",
    changesTitle: text.changesTitle,
    tables: tables.filter((table) => table !== null),
    notes: [
      seen.length === 0 && text.nothing,
      left > 0 && text.left(left),
      changes.length > seen.length && text.rounded(changes.length - seen.length),
      changes.some(({before}) => before === "withheld") && text.withheld
    ].filter((note) => note !== false)
  };
}

/** Some differences are too small to be seen in the figure as it is written. */
function isSeen({before, now, shownBefore, shownNow}: FactChange): boolean {
  return before !== "shown" || now !== "shown" || shownBefore !== shownNow;
}

function tableOf(
  caption: string,
  changes: readonly FactChange[],
  language: Language,
  named: boolean
): TableView | null {
  if (changes.length === 0) return null;
  const text = textOf(language).erratum;
  return {
    caption,
    head: [
      {text: text.indicator, isText: true},
      {text: text.period, isText: true},
      {text: text.before},
      {text: text.now}
    ],
    rows: changes.map((change) => ({
      head: change.categoryLabel ? `${change.title}: ${change.categoryLabel}` : change.title,
      ...(named ? {small: change.unitName} : {}),
      cells: [
        {text: periodLabel(change.period as PeriodId, language), isText: true},
        {
          text: change.before === "shown" || change.before === "blank" ? change.shownBefore : text.states[change.before]
        },
        {text: change.now === "absent" ? text.states.absent : change.shownNow}
      ]
    }))
  };
}
