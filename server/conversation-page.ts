/** Everything that the page of a conversation is made of, gathered from the active release and the registry. */
import {randomUUID} from "node:crypto";
import {issueHref} from "../dashboards/link.ts";
import type {KnownAgreement} from "../dashboards/pages/agreements.ts";
import {type ConversationPage, conversationModel, headingOf} from "../dashboards/pages/conversation.ts";
import {evidenceModel, stateOfUnit, suggestedQuestions} from "../dashboards/pages/conversation-evidence.ts";
import type {Unkept} from "../dashboards/pages/conversation-parts.ts";
import {unitSlices} from "../dashboards/pages/unit-state.ts";
import {unitSlice} from "../dashboards/slices.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import type {Subject} from "../queries/access.ts";
import {findTemplate, templatesFor, usualTemplate} from "../queries/conversations/index.ts";
import {chosenQuestions} from "../queries/conversations/questions.ts";
import type {Template} from "../queries/conversations/template.ts";
import type {Indicator, Language, Unit, UnitId} from "../queries/model.ts";
import {comparePeriods, isPeriod, type PeriodId, periodKind, stepPeriod} from "../queries/period.ts";
import {danishClock} from "../queries/reference/wheel-dates.ts";
import {type Agreement, listAgreements} from "../queries/registry/agreements.ts";
import {markOf, type PartVersion, readStanding} from "../queries/registry/conversation-parts.ts";
import type {Outcome} from "../queries/registry/conversation-writes.ts";
import {type Conversation, type ConversationKey, listTemplates, stateOf} from "../queries/registry/conversations.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {accountNames} from "./account-names.ts";
import {knownOf, mayIn} from "./agreements-known.ts";
import {type Deps, found, type Shown} from "./page.ts";
import {Recent} from "./recent.ts";
import {NotReleased} from "./release-holder.ts";

/** What an address names. */
export interface Held {
  readonly unit: Unit;
  readonly period: PeriodId;
  readonly template: Template;
}

/** Throws `NotFound` where the release has no such unit, or nothing of the kind is held with it. */
export function heldOf(params: Readonly<Record<string, unknown>>, {units, manifest}: ReleaseReader): Held {
  const {unit: id, period: written, template: named} = params as Readonly<Record<string, string>>;
  const unit = found(units.get(id as UnitId), "unit", id!);
  const period = found(isNear(written!, manifest.period) ? written : null, "page", written!);
  const usual = usualTemplate(unit.kind, period);
  const template = found(findTemplate(named ?? usual), "page", named ?? usual);
  return {unit, period, template: found(template.kinds.includes(unit.kind) ? template : null, "page", template.id)};
}

export function keyOf({unit, period, template}: Held): ConversationKey {
  return {unit: unit.id, period, template: template.id};
}

/** A half-year of this century, at the latest two after the release's: packages are talked about, not the far future. */
function isNear(text: string, newest: PeriodId): text is PeriodId {
  if (!isPeriod(text) || periodKind(text) !== "half-year") return false;
  return text >= "2000" && comparePeriods(text, stepPeriod(newest, 2)) <= 0;
}

export interface Setting {
  readonly deps: Deps;
  readonly reader: ReleaseReader;
  readonly language: Language;
  readonly subject: Subject;
}

export async function registryOf(deps: Pick<Deps, "registry">): Promise<Registry> {
  const registry = await deps.registry();
  if (!registry) throw new NotReleased();
  return registry;
}

const nothingUnkept: ReadonlyMap<string, Unkept> = new Map();

export async function showConversation(
  setting: Setting,
  held: Held,
  unkept: ReadonlyMap<string, Unkept> = nothingUnkept
): Promise<Shown> {
  const {deps, reader, language, subject} = setting;
  const {unit, period, template} = held;
  const registry = await registryOf(deps);
  const {conversation, parts} = await readStanding(registry, keyOf(held));
  const state = stateOf(parts.get("state")?.text);
  const seen = await seenIn(setting, held);
  const page: ConversationPage = {
    ...{language, unit, period, template, state, parts, unkept, markOf},
    ...(await agreementsOf(setting, held, conversation)),
    units: reader.units,
    others: templatesFor(unit.kind),
    chosen: chosenQuestions(template, parts.get("questions")?.text),
    ...seen,
    mayWrite: mayIn(subject, "write-conversation", unit.id, reader),
    isClosed: state === "closed",
    nameOf: await namesOf(
      registry,
      language,
      parts.values(),
      [...unkept.values()].map(({outcome}) => outcome)
    ),
    fresh: randomUUID(),
    today: danishClock(deps.now()).date,
    issue: await issueOf(setting, held)
  };
  return {page: "conversation", title: headingOf(page), model: conversationModel(page)};
}

interface SeenInRelease extends Pick<ConversationPage, "evidence" | "suggested" | "indicators"> {}

const most = 300;
const known = new WeakMap<ReleaseReader, Recent<SeenInRelease>>();

/** What the release has of the unit is the same until there is another release, and is found once. */
export async function seenIn(setting: Setting, {unit, period}: Held): Promise<SeenInRelease> {
  const {reader, deps, language} = setting;
  const kept = known.get(reader) ?? new Recent<SeenInRelease>(most);
  known.set(reader, kept);
  const key = `${language} ${period} ${unit.id}`;
  const before = kept.find(key);
  if (before) return before;
  const {manifest, indicators, units, groups, breaks} = reader;
  const world = {release: manifest, indicators, units, groups, breaks};
  const needs = unitSlices(stateOfUnit({language, unit, world}));
  const [slices, observations] = [deps.slices.load(manifest.id, needs), await reader.observations([unit.id])];
  const given = {language, unit, period, world, slices, observations};
  const seen = {
    evidence: evidenceModel(given),
    suggested: suggestedQuestions(given),
    indicators: indicatorsOf(unit, setting)
  };
  kept.keep(key, seen);
  return seen;
}

async function agreementsOf(
  {reader, deps, language}: Setting,
  {unit, period, template}: Held,
  conversation: Conversation | undefined
): Promise<{readonly own: readonly KnownAgreement[]; readonly last: readonly KnownAgreement[]}> {
  const registry = await registryOf(deps);
  const [all, templates] = await Promise.all([
    listAgreements(registry, {unit: unit.id}),
    listTemplates(registry, {unit: unit.id})
  ]);
  const known = (until?: PeriodId) => (agreement: Agreement) =>
    knownOf(agreement, {reader, deps, language, templates, ...(until && {until})});
  const isUsual = usualTemplate(unit.kind, period) === template.id;
  const isOwn = (each: Agreement) =>
    each.period === period && (each.conversation === null ? isUsual : each.conversation === conversation?.id);
  return {
    own: all.filter(isOwn).map(known()),
    last: all.filter((each) => comparePeriods(each.period as PeriodId, period) < 0).map(known(period))
  };
}

/** Those that the unit has a figure or a blank of. */
function indicatorsOf(unit: Unit, {reader, deps}: Setting): readonly Indicator[] {
  const key = unitSlice(unit.id);
  const met = new Set(
    deps.slices
      .load(reader.manifest.id, [key])
      .facts(key)
      .map(({indicator}) => indicator)
  );
  return [...reader.indicators.values()].filter(({id}) => met.has(id));
}

/** Of those who wrote the versions, and of those who wrote meanwhile. */
export async function namesOf(
  registry: Registry,
  language: Language,
  versions: Iterable<PartVersion>,
  outcomes: readonly Outcome[] = []
): Promise<(author: string) => string> {
  const {history: t} = webTextOf(language).conversation;
  const theirs = outcomes.flatMap((outcome) => (outcome.kind === "conflict" ? [outcome.theirs] : []));
  const authors = [...versions, ...theirs].map(({author}) => author);
  const names = await accountNames(registry, language, authors);
  return (author) =>
    author === "" ? t.made : author.startsWith("system") ? t.system : (names.get(author) ?? t.unknown);
}

async function issueOf({deps, language}: Setting, {unit, period}: Held): Promise<{readonly href: string} | null> {
  const standing = (await deps.shelf.all()).filter(
    ({manifest, replacedBy}) => manifest.unit === unit.id && manifest.period === period && !replacedBy
  );
  const issue = standing.find(({manifest}) => manifest.language === language) ?? standing[0];
  return issue ? {href: issueHref(language, issue.manifest.issue)} : null;
}
