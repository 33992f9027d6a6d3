/** Who asks for which rows, why, and who says yes. Not a row is here. */
import type {Purpose} from "../../queries/access-rules.ts";
import type {Language} from "../../queries/model.ts";
import {daysOfApproval, type RowKind, type RowRequest, rowKinds} from "../../queries/registry/row-requests.ts";
import type {Standard} from "../../queries/standards/standard.ts";
import {formatDate} from "../format.ts";
import {hrefOf} from "../link.ts";
import {titleOfStandard, whatOf} from "../row-request.ts";
import {webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";

export interface RowDraft {
  readonly kind: RowKind;
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
  readonly delivery: string;
  readonly reason: string;
}

export interface RowRequestsState {
  readonly language: Language;
  readonly requests: readonly RowRequest[];
  readonly names: ReadonlyMap<string, string>;
  readonly standards: readonly Standard[];
  readonly purpose: Purpose;
  /** Whether the reader may decide on a request. */
  readonly mayDecide: (request: RowRequest) => boolean;
  readonly draft: RowDraft;
  readonly problem: string | null;
  readonly sent: string | null;
}

export function rowRequestsModel(state: RowRequestsState) {
  const {language, requests, purpose, problem, sent} = state;
  const {rowRequests: t, citizen} = webTextOf(language);
  return {
    action: hrefOf(language, "/raekker"),
    purpose: t.purpose(citizen.own.purposes[purpose]),
    count: t.list(requests.length),
    rows: requests.map((request) => rowOf(request, state)),
    problem,
    sent: sent && t.sent(sent),
    ...formOf(state)
  };
}

function rowOf(request: RowRequest, {language, names, mayDecide}: RowRequestsState) {
  const {rowRequests: t, citizen} = webTextOf(language);
  const {number, state, reason, purpose} = request;
  const name = (id: string) => names.get(id) ?? id;
  const day = (at: string) => formatDate(at.slice(0, 10), language);
  return {
    number,
    what: whatOf(request, language),
    why: reason,
    purpose: citizen.own.purposes[purpose],
    asked: t.asked(name(request.askedBy), day(request.askedAt)),
    state: t.states[state],
    decided: request.decidedBy ? t.decided(name(request.decidedBy), day(request.decidedAt!)) : null,
    taken: request.takenAt ? t.taken(day(request.takenAt), request.rows ?? 0) : null,
    command: state === "approved" ? {text: t.command(number), note: t.commandNote(daysOfApproval)} : null,
    decide: state === "asked" && mayDecide(request) ? hrefOf(language, `/raekker/${number}`) : null
  };
}

function formOf({language, standards, draft}: RowRequestsState) {
  const {rowRequests: t} = webTextOf(language);
  const options = (values: readonly (readonly [string, string])[], chosen: string) =>
    values.map(([value, label]) => ({value, label, selected: value === chosen}));
  return {
    selects: [
      {
        name: "slags",
        label: t.kind,
        options: options(
          rowKinds.map((kind) => [kind, t.kinds[kind]]),
          draft.kind
        )
      },
      {
        name: "standard",
        label: t.standard,
        options: options(
          standards.map(({id}) => [id, titleOfStandard(id, language)]),
          draft.standard
        )
      }
    ],
    fields: [
      fieldOf({
        name: "kommune",
        label: t.municipality,
        hint: t.municipalityHint,
        value: draft.municipality,
        longest: 3,
        numeric: true
      }),
      fieldOf({name: "periode", label: t.period, hint: t.periodHint, value: draft.period, longest: 20}),
      fieldOf({name: "leverance", label: t.delivery, hint: t.deliveryHint, value: draft.delivery, longest: 140})
    ],
    reason: draft.reason
  };
}
