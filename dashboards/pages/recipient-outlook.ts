/** What a recipient gets next, in sentences. */
import type {Language} from "../../queries/model.ts";
import type {Outlook} from "../../queries/reference/recipient-outlook.ts";
import type {SignedIssue} from "../../queries/registry/signoffs.ts";
import {formatDate} from "../format.ts";
import {issueHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {editionName} from "./issue-row.ts";

export interface OutlookState {
  readonly outlook: Outlook;
  /** Nothing can be sent by its channel yet. */
  readonly waits: boolean;
  readonly stopped: boolean;
}

/** So many are named; of more only the number is told. */
const mostNamed = 3;
const mostLinked = 6;

export function outlookModel(
  {outlook, waits, stopped}: OutlookState,
  unitName: (id: string) => string,
  language: Language
) {
  const {recipientPage: t} = webTextOf(language);
  const {ready, embargoed, coming, none} = outlook;
  const linksTo = (issues: readonly SignedIssue[]) => ({
    links: issues.slice(0, mostLinked).map(({issue, unit, definition}) => ({
      href: issueHref(language, issue),
      text: `${unitName(unit)}, ${editionName(definition, language)}`
    })),
    more: issues.length > mostLinked
  });
  const [first] = embargoed;
  return {
    warnings: [waits ? t.noMailServer : null, stopped ? t.stopped : null].filter((text) => text !== null),
    ready: ready.length > 0 ? {text: t.ready(ready.length), ...linksTo(ready)} : {text: t.noneReady, ...linksTo([])},
    embargoed: first && {
      text: t.embargo(embargoed.length, formatMoment(first.releaseAt!, language)),
      ...linksTo(embargoed)
    },
    coming: coming.map(({entry, from, to, units}) => {
      const title = language === "da" ? entry.title : entry.titleEnglish;
      const named = units.length <= mostNamed ? units.map(unitName).join(", ") : t.packages(units.length);
      return from === to
        ? t.onDay(title, named, formatDate(from, language))
        : t.coming(title, named, formatDate(from, language), formatDate(to, language));
    }),
    none: none.map((edition) => t.noneComing(editionName(edition, language)))
  };
}
