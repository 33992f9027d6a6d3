/** The form in which a recipient of mail is added or changed, with what it will get before it is stored. */
import type {Language, Unit} from "../../queries/model.ts";
import {type PackageId, packageIds} from "../../queries/packages/data-package.ts";
import type {RecipientProblem} from "../../queries/recipient-rules.ts";
import {type Recipient, recipientKinds} from "../../queries/registry/recipients.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {recipientProblemText} from "../recipient-problem.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";
import {editionName} from "./issue-row.ts";
import {byName, kindOrder} from "./places.ts";
import {changedRows} from "./recipient-fields.ts";
import {type OutlookState, outlookModel} from "./recipient-outlook.ts";

export const reaches = ["alle", "enheden", "som-nu"] as const;
export type Reaches = (typeof reaches)[number];

export interface RecipientFormDraft {
  readonly navn: string;
  readonly adresse: string;
  readonly slags: Recipient["kind"];
  readonly enhed: string;
  readonly pakker: Reaches;
  readonly udgaver: readonly PackageId[];
  readonly sprog: Language;
  readonly hvordan: Recipient["form"];
}

export interface RecipientFormState {
  readonly language: Language;
  readonly draft: RecipientFormDraft;
  /** Null for a new one. */
  readonly recipient: Recipient | null;
  readonly units: readonly Unit[];
  /** Whose units are offered; null for all that there are. */
  readonly municipality: string | null;
  /** Where there are too many units for one list: municipalities to choose from first. */
  readonly municipalities: readonly {readonly id: string; readonly name: string}[];
  readonly domains: readonly string[];
  readonly problems: readonly RecipientProblem[];
  readonly unitName: (id: string) => string;
  /** What it gets as the fields stand; null while that has not been asked, or something is wrong. */
  readonly ahead: OutlookState | null;
  /** What the outlook was made of, to be sent back with it. */
  readonly seen: string;
  readonly isSeenOld: boolean;
  /** Somebody has changed it meanwhile. */
  readonly stale: {readonly who: string; readonly at: string; readonly yours: Recipient} | null;
  /** When the recipient was as the fields are. */
  readonly takenFrom: string | null;
}

type FieldName = "navn" | "adresse" | "enhed" | "udgaver";

const fieldOfProblem: Readonly<Record<RecipientProblem["code"], FieldName>> = {
  ...{"no-name": "navn", "long-name": "navn"},
  ...{"no-address": "adresse", "not-mail": "adresse", "no-domains": "adresse", domain: "adresse"},
  ...{"folder-name": "adresse", "webhook-form": "adresse", "webhook-host": "adresse", duplicate: "adresse"},
  ...{"no-scope": "enhed", unit: "enhed", outside: "enhed", wide: "enhed"},
  ...{"no-edition": "udgaver", edition: "udgaver", nowhere: "udgaver"}
};

export function recipientFormModel(state: RecipientFormState) {
  const {language, recipient, municipalities, units, problems, unitName, ahead, seen, isSeenOld, takenFrom} = state;
  const {recipientForm: t, recipients, recipientPage} = webTextOf(language);
  const told = problems.map((problem) => ({
    field: fieldOfProblem[problem.code],
    text: recipientProblemText(problem, language, unitName)
  }));
  const errorAt = (field: FieldName) => told.find((each) => each.field === field)?.text ?? null;
  return {
    heading: recipient ? t.editTitle(recipient.name) : t.title,
    list: {href: hrefOf(language, "/modtagere"), label: recipients.title},
    action: hrefOf(language, recipient ? `/modtagere/${recipient.id}/ret` : "/modtagere/ny"),
    back: hrefOf(language, recipient ? `/modtagere/${recipient.id}` : "/modtagere"),
    municipality: recipient ? null : state.municipality,
    version: recipient ? String(recipient.version) : "",
    municipalities:
      municipalities.length > 0 ? {action: hrefOf(language, "/modtagere/ny"), options: municipalities} : null,
    noUnits: municipalities.length === 0 && units.length === 0,
    problem: told.length > 0 ? told.map(({field, text}) => ({href: `#felt-${field}`, text})) : null,
    stale: staleModel(state),
    from: takenFrom && t.fromHistory(formatMoment(takenFrom, language)),
    ahead: ahead && {
      ...{title: recipientPage.nextLook, note: isSeenOld ? t.changedSinceLook : recipientPage.lookNote, seen},
      closed: recipient && !recipient.active ? recipientPage.closedNext : null,
      ...{outlook: outlookModel(ahead, unitName, language), save: recipient ? t.saveEdit : t.save}
    },
    look: ahead ? t.lookAgain : t.look,
    fields: fieldsOf(state, errorAt)
  };
}

function fieldsOf(state: RecipientFormState, errorAt: (field: FieldName) => string | null) {
  const {language, draft, units, domains, recipient, unitName} = state;
  const {recipientForm: t} = webTextOf(language);
  const kept = recipient?.subscriptions.filter(({unit}) => unit !== "*" && unit !== recipient.scope);
  const reach = (value: Reaches, label: string) => ({value, label, checked: value === draft.pakker});
  return {
    navn: fieldOf({
      ...{name: "navn", label: t.name, hint: t.nameHint, value: draft.navn, longest: 200, error: errorAt("navn")}
    }),
    adresse: fieldOf({
      ...{name: "adresse", label: t.address, value: draft.adresse, longest: 320, error: errorAt("adresse")},
      hint: domains.length > 0 ? t.addressHint(domains.join(", ")) : null
    }),
    slags: selectOf("slags", t.kind, optionsOf(recipientKinds, t.kinds, draft.slags)),
    enhed: {
      ...{id: "felt-enhed", name: "enhed", label: t.scope, hint: t.scopeHint, error: errorAt("enhed")},
      choose: t.choose,
      groups: unitGroups(units, draft.enhed, language)
    },
    pakker: [
      reach("alle", t.units.all),
      reach("enheden", t.units.own),
      ...(kept && kept.length > 0 ? [reach("som-nu", t.units.kept(namesOf(kept, unitName)))] : [])
    ],
    udgaver: {
      error: errorAt("udgaver"),
      options: packageIds.map((id) => ({
        ...{id, name: `udgave-${id}`, label: editionName(id, language)},
        checked: draft.udgaver.includes(id)
      }))
    },
    sprog: selectOf(
      "sprog",
      t.language,
      optionsOf(["da", "en"] as const, webTextOf(language).languageNames, draft.sprog)
    ),
    hvordan: selectOf("hvordan", t.form, optionsOf(["attached", "link"] as const, t.forms, draft.hvordan))
  };
}

function namesOf(kept: Recipient["subscriptions"], unitName: (id: string) => string): string {
  return [...new Set(kept.map(({unit}) => unitName(unit)))].join(", ");
}

function selectOf(name: string, label: string, options: ReturnType<typeof optionsOf>) {
  return {id: `felt-${name}`, name, label, options};
}

function optionsOf<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
  chosen: Code
): readonly {readonly value: string; readonly label: string; readonly selected: boolean}[] {
  return codes.map((value) => ({value, label: labels[value], selected: value === chosen}));
}

function unitGroups(units: readonly Unit[], chosen: string, language: Language) {
  const {kinds} = textOf(language);
  const byKind = Map.groupBy(units, ({kind}) => kind);
  const ordered = kindOrder.map((kind) => ({kind, some: byKind.get(kind) ?? []})).filter(({some}) => some.length > 0);
  return ordered.map(({kind, some}) => ({
    label: kinds[kind],
    options: some.toSorted(byName).map(({id, name}) => ({value: id, text: name, selected: id === chosen}))
  }));
}

/** What is stored now beside what was written, field by field where they differ. */
function staleModel({language, recipient, stale, unitName}: RecipientFormState) {
  if (!stale || !recipient) return null;
  const {recipientForm: t} = webTextOf(language);
  const rows = changedRows(recipient, stale.yours, unitName, language);
  return {
    text: t.stale(stale.who, formatMoment(stale.at, language)),
    rows: rows.map(({term, before, after}) => ({term, now: before, yours: after}))
  };
}
