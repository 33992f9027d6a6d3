/** One finding: as it stands, how far it has come, what may be done to it, and all that has happened to it. */
import {labelOf} from "../../queries/classifications/index.ts";
import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import type {ObservationEntry, ObservationEvent, WrittenObservation} from "../../queries/registry/observations.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, unitHref} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {webTextOf} from "../text-web.ts";
import {type ObservationWay, stageModel} from "./observation-stage.ts";

export const withdrawReasons = ["wrong", "twice", "person", "consent", "other"] as const;

export interface ObservationState {
  readonly language: Language;
  readonly entry: ObservationEntry;
  /** Oldest first. */
  readonly events: readonly ObservationEvent[];
  readonly way: ObservationWay;
  readonly unitName: (id: string) => string;
  readonly authorName: (id: string) => string;
  readonly isAuthor: boolean;
  readonly saved: ObservationEvent["step"] | null;
  readonly problem: string | null;
}

export function observationModel(state: ObservationState) {
  const {language, entry, events, way, unitName, isAuthor, saved, problem} = state;
  const {observationPage: t, observationsPage} = webTextOf(language);
  const isActive = entry.state === "active";
  return {
    heading: `${labelOf("themes", entry.theme, language)}, ${unitName(entry.unit)}`,
    list: {href: hrefOf(language, "/fund"), label: observationsPage.title},
    stage: stageModel(entry, way, language),
    saved: saved && t.saved[saved],
    problem,
    finding: entry.finding || t.forgotten,
    quote: entry.quote,
    facts: factsOf(state),
    edit: isActive && isAuthor ? hrefOf(language, `/fund/${entry.id}/ret`) : null,
    onlyAuthor: isActive && !isAuthor ? t.onlyAuthor : null,
    withdraw: isActive
      ? {
          action: hrefOf(language, `/fund/${entry.id}/traek-tilbage`),
          version: entry.version,
          reasons: withdrawReasons.map((value) => ({value, label: t.reasons[value]}))
        }
      : null,
    events: events.map((event, index) => eventRow(event, events[index - 1] ?? null, state))
  };
}

function factsOf({language, entry, unitName, authorName}: ObservationState) {
  const {observationPage: t} = webTextOf(language);
  const {id, unit, period, observedOn, theme, quality, source, assessment, count, author} = entry;
  const rows: readonly (readonly [term: string, value: string, href?: string])[] = [
    [t.unit, unitName(unit), unitHref(language, unit)],
    [t.period, periodLabel(period as PeriodId, language)],
    [t.date, formatDate(observedOn, language)],
    [t.theme, labelOf("themes", theme, language)],
    [t.quality, labelOf("qualities", quality, language)],
    [t.assessment, labelOf("assessments", assessment, language)],
    [t.source, labelOf("observation-sources", source, language)],
    [t.count, formatNumber(count, 0, language)],
    [t.author, authorName(author)],
    [t.id, id]
  ];
  return rows.map(([term, value, href = null]) => ({term, value, href, code: false, note: null}));
}

function eventRow(event: ObservationEvent, before: ObservationEvent | null, state: ObservationState) {
  const {language, authorName} = state;
  const {observationPage: t} = webTextOf(language);
  const changed = event.step === "changed" && before ? changedFields(before.fields, event.fields) : [];
  const said = [
    changed.length > 0 ? t.changedFields(changed.map((field) => t.fields[field]).join(", ")) : t.steps[event.step],
    reasonText(event.reason, language)
  ];
  return {
    at: formatMoment(event.at, language),
    who: authorName(event.actor),
    happened: said.filter(Boolean).join("; "),
    became: event.step === "withdrawn" ? null : event.fields.finding || t.forgotten,
    quote: event.step === "withdrawn" ? null : event.fields.quote
  };
}

/** Reasons are kept as codes: `confirmed:2`, `withdrawn:person`. */
function reasonText(reason: string, language: Language): string {
  const {observationPage: t} = webTextOf(language);
  const [kind, value = ""] = reason.split(":");
  if (kind === "confirmed") return t.confirmed(Number(value));
  const known = withdrawReasons.find((each) => kind === "withdrawn" && each === value);
  return known ? t.reasons[known].toLocaleLowerCase(language) : "";
}

const compared = [
  "unit",
  "period",
  "observedOn",
  "theme",
  "quality",
  "source",
  "assessment",
  "count",
  "finding",
  "quote"
] as const satisfies readonly (keyof WrittenObservation)[];

function changedFields(before: WrittenObservation, after: WrittenObservation) {
  return compared.filter((field) => before[field] !== after[field]);
}
