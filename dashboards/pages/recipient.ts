/** One recipient: what it is, what it gets next and has got, and all that has happened to it. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language} from "../../queries/model.ts";
import type {Receipt} from "../../queries/registry/receipts.ts";
import type {Recipient, RecipientEvent, RecipientFields} from "../../queries/registry/recipients.ts";
import {hrefOf, issueHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";
import {changedRows, recipientRows} from "./recipient-fields.ts";
import {type OutlookState, outlookModel} from "./recipient-outlook.ts";

export interface RecipientState {
  readonly language: Language;
  readonly recipient: Recipient;
  /** Oldest first. */
  readonly events: readonly RecipientEvent[];
  readonly receipts: readonly Receipt[];
  readonly ahead: OutlookState | null;
  readonly unitName: (id: string) => string;
  readonly actorName: (id: string) => string;
  readonly saved: RecipientEvent["step"] | null;
  readonly problem: string | null;
}

const mostReceipts = 50;

export function recipientModel(state: RecipientState) {
  const {language, recipient, events, receipts, ahead, unitName, saved, problem} = state;
  const {recipientPage: t, recipients} = webTextOf(language);
  const {id, name, active, channel, municipality, version} = recipient;
  const isMail = channel === "mail";
  const to = (path: string) => hrefOf(language, `/modtagere/${id}${path}`);
  const switchTo = active ? ([t.close, t.closeLead, "/luk"] as const) : ([t.open, t.openLead, "/aabn"] as const);
  return {
    heading: name,
    badge: active ? null : recipients.closed,
    list: {href: hrefOf(language, "/modtagere"), label: recipients.title},
    saved: saved && t.saved[saved],
    problem,
    outlook: active && ahead ? outlookModel(ahead, unitName, language) : null,
    facts: [
      ...recipientRows(recipient, unitName, language)
        .slice(1)
        .map(({term, value}) => fact(term, value)),
      fact(t.municipality, labelOf("municipalities", municipality, language))
    ],
    edit: isMail ? to("/ret") : null,
    elsewhere: isMail ? null : t.elsewhere,
    change: isMail ? {action: to(switchTo[2]), label: switchTo[0], lead: switchTo[1], version: String(version)} : null,
    got: receipts
      .toSorted((a, b) => (a.changedAt > b.changedAt ? -1 : 1))
      .slice(0, mostReceipts)
      .map((receipt) => receiptRow(receipt, language)),
    gotMore: receipts.length > mostReceipts ? t.gotMore(mostReceipts) : null,
    events: events.map((event, index) => eventRow(event, events[index - 1] ?? null, state)).toReversed()
  };
}

function receiptRow({issue, state, answer, changedAt}: Receipt, language: Language) {
  const {recipientPage: t} = webTextOf(language);
  return {
    ...{issue, href: issueHref(language, issue), at: formatMoment(changedAt, language), state: t.states[state]},
    answer: state === "delivered" ? "" : answer
  };
}

function eventRow(event: RecipientEvent, before: RecipientEvent | null, state: RecipientState) {
  const {language, recipient, unitName, actorName} = state;
  const {recipientPage: t} = webTextOf(language);
  const at = formatMoment(event.at, language);
  const changes = event.step === "changed" && before ? changesBetween(before, event, unitName, language) : [];
  const isOther = recipient.channel === "mail" && textOfFields(event.fields) !== textOfFields(recipient);
  return {
    at,
    who: event.actor === "" ? t.commandLine : actorName(event.actor),
    happened: changes.length > 0 ? changes : [t.steps[event.step]],
    again: isOther
      ? {
          href: `${hrefOf(language, `/modtagere/${recipient.id}/ret`)}?fra=${event.position}`,
          label: t.againLabel(at)
        }
      : null
  };
}

function textOfFields(fields: Omit<RecipientFields, "active">): string {
  const {name, kind, address, scope, language, form, subscriptions} = fields;
  const held = subscriptions.map(({definition, unit}) => `${definition} ${unit}`).toSorted();
  return JSON.stringify([name, kind, address, scope, language, form, held]);
}

function changesBetween(
  before: RecipientEvent,
  after: RecipientEvent,
  unitName: (id: string) => string,
  language: Language
): readonly string[] {
  const {recipientPage: t} = webTextOf(language);
  const rows = changedRows(before.fields, after.fields, unitName, language);
  return rows.map((row) => t.became(row.term, row.before, row.after));
}
