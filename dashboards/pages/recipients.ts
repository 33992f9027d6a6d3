/** Who gets packages, what has arrived, and the addresses that mail came back from. */
import type {Language} from "../../queries/model.ts";
import type {Bounce, StoppedAddress} from "../../queries/registry/bounces.ts";
import type {Receipt} from "../../queries/registry/receipts.ts";
import type {Recipient} from "../../queries/registry/recipients.ts";
import {formatDate} from "../format.ts";
import {hrefOf, issueHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {editionName} from "./issue-row.ts";

export interface RecipientsState {
  readonly language: Language;
  readonly recipients: readonly Recipient[];
  readonly receipts: readonly Receipt[];
  /** Of these recipients only. */
  readonly stopped: readonly StoppedAddress[];
  readonly bounces: readonly Bounce[];
  readonly unitName: (id: string) => string;
  readonly said: string | null;
}

export function recipientsModel(state: RecipientsState) {
  const {language, recipients, stopped, bounces, said} = state;
  const t = webTextOf(language).recipients;
  const names = new Map(recipients.map(({id, name}) => [id, name]));
  const receipts = Map.groupBy(state.receipts, ({recipient}) => recipient);
  const closed = new Set(stopped.map(({address}) => address));
  return {
    said,
    action: hrefOf(language, "/modtagere/aabn"),
    stopped: stopped.map(({address, reason, stoppedAt}) => ({
      address,
      reason,
      since: formatMoment(stoppedAt, language),
      names: recipients
        .filter((recipient) => recipient.channel === "mail" && recipient.address.toLowerCase() === address)
        .map(({name}) => name)
        .join(", ")
    })),
    add: hrefOf(language, "/modtagere/ny"),
    count: t.count(recipients.length),
    rows: recipients.map((recipient) => rowOf(recipient, receipts.get(recipient.id) ?? [], closed, state)),
    bounces: bounces.slice(0, 50).map(({issue, recipient, address, action, source, answer, at}) => ({
      at: formatMoment(at, language),
      who: names.get(recipient) ?? recipient,
      address,
      what: `${t.actions[action]}, ${t.sources[source]}`,
      answer,
      issue,
      href: issueHref(language, issue)
    }))
  };
}

function rowOf(
  recipient: Recipient,
  receipts: readonly Receipt[],
  closed: ReadonlySet<string>,
  {language, unitName}: RecipientsState
) {
  const t = webTextOf(language).recipients;
  const {id, name, channel, address, form, scope, subscriptions, active} = recipient;
  const delivered = receipts.filter(({state}) => state === "delivered");
  const last = delivered
    .map(({changedAt}) => changedAt)
    .toSorted()
    .at(-1);
  return {
    name,
    href: hrefOf(language, `/modtagere/${id}`),
    address,
    how: channel === "folder" ? t.channels[channel] : `${t.channels[channel]}, ${t.forms[form]}`,
    scope: unitName(scope),
    editions: subscriptions
      .map(({definition, unit}) => editionName(definition, language) + (unit === "*" ? "" : ` (${unitName(unit)})`))
      .join(", "),
    got: String(delivered.length),
    last: last ? formatDate(last, language) : t.never,
    badge: active ? (channel === "mail" && closed.has(address.toLowerCase()) ? t.noMail : null) : t.closed
  };
}
