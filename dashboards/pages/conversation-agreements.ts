/** The agreements of a conversation, as its page lets them be written. */
import {
  type AgreementDraft,
  agreementIdOf,
  agreementPartOf,
  agreementStatuses,
  directions,
  draftOf,
  draftText,
  emptyDraft,
  readDraft
} from "../../queries/conversations/agreement-draft.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import {formatDate} from "../format.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {type KnownAgreement, rowOf} from "./agreements.ts";
import {type PartsGiven, savedModel} from "./conversation-parts.ts";

export interface AgreementsGiven extends PartsGiven {
  /** Made in this conversation, oldest first. */
  readonly own: readonly KnownAgreement[];
  /** Indicators that the unit has figures of. */
  readonly indicators: readonly Indicator[];
  /** What an agreement that is not written yet will be called. */
  readonly fresh: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export function ownAgreements(given: AgreementsGiven) {
  const {own, fresh, unkept, mayWrite, isClosed, language} = given;
  const t = webTextOf(language).conversation;
  const known = own.map((each, index) => agreementModel(given, each.agreement.id, each, t.agreement(index + 1)));
  const started = [...unkept.keys()]
    .flatMap((part) => agreementIdOf(part) ?? [])
    .filter((id) => !own.some(({agreement}) => agreement.id === id));
  const open = mayWrite && !isClosed ? [...started, fresh] : started;
  return [...known, ...open.map((id) => agreementModel(given, id, null, t.newAgreement))];
}

function agreementModel(given: AgreementsGiven, id: string, known: KnownAgreement | null, legend: string) {
  const {language, parts, unkept, mayWrite, markOf, today} = given;
  const part = agreementPartOf(id);
  const standing = parts.get(part);
  const draft: AgreementDraft =
    unkept.get(part)?.draft ?? (standing ? readDraft(standing.text) : known ? draftOf(known.agreement) : emptyDraft);
  const saved = savedModel(given, part);
  const {conflict} = saved;
  return {
    ...{part, id, legend, draft, locked: !mayWrite, isNew: known === null},
    ...saved,
    seen: standing || !known ? saved.seen : `0.${markOf(draftText(draftOf(known.agreement)))}`,
    conflict: conflict && {...conflict, theirs: termsText(readDraft(conflict.theirs), given)},
    indicators: indicatorOptions(given, draft.indicator, known?.indicator ?? null),
    directions: optionsOf(["", ...directions], webTextOf(language).conversation.fields.directions, draft.direction),
    statuses: optionsOf(agreementStatuses, textOf(language).agreements.statuses, draft.status),
    row: known ? rowOf(known, today, language) : null
  };
}

function optionsOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
  chosen: string
) {
  return values.map((value) => ({value, label: words[value], selected: value === chosen}));
}

/** What an agreement aims at can be kept also where the unit no longer has figures of it. */
function indicatorOptions({indicators, language}: AgreementsGiven, chosen: string, aimed: Indicator | null) {
  const {noIndicator} = webTextOf(language).conversation.fields;
  return [
    {value: "", label: noIndicator, selected: chosen === ""},
    ...indicators.map((each) => ({value: each.id, label: titleOf(each, language), selected: each.id === chosen})),
    ...(chosen !== "" && !indicators.some(({id}) => id === chosen)
      ? [{value: chosen, label: aimed?.id === chosen ? titleOf(aimed, language) : chosen, selected: true}]
      : [])
  ];
}

/** An agreement in one piece of text, for whoever compares two of them. */
export function termsText(
  draft: AgreementDraft,
  {indicators, language}: {readonly indicators: readonly Indicator[]; readonly language: Language}
): string {
  const {fields: t} = webTextOf(language).conversation;
  const {statuses} = textOf(language).agreements;
  const indicator = indicators.find(({id}) => id === draft.indicator);
  const direction = draft.direction as keyof typeof t.directions;
  const rows: readonly (readonly [string, string])[] = [
    [t.aim, indicator ? titleOf(indicator, language) : draft.indicator],
    [t.direction, draft.direction && t.directions[direction]],
    [t.expected, draft.expected],
    [t.target, draft.target],
    [t.owner, draft.owner],
    [t.due, draft.due && formatDate(draft.due, language)],
    [t.status, statuses[draft.status as keyof typeof statuses] ?? draft.status]
  ];
  return [draft.text, ...rows.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)].join("\n");
}
