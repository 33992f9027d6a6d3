/** The form of a recipient: shown, judged, shown with what comes of it, and stored. */
import type {Request, Response} from "express";
import {hrefOf} from "../dashboards/link.ts";
import {municipalitiesOf, placeName} from "../dashboards/pages/places.ts";
import {
  type RecipientFormDraft,
  type RecipientFormState,
  recipientFormModel
} from "../dashboards/pages/recipient-form.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {readDeliverySettings} from "../queries/delivery-settings.ts";
import type {UnitId} from "../queries/model.ts";
import {type RecipientDraft, type RecipientFacts, recipientProblems} from "../queries/recipient-rules.ts";
import type {Registry} from "../queries/registry/open.ts";
import {
  changeRecipient,
  findRecipient,
  listRecipientEvents,
  type Recipient,
  RecipientRefused,
  recordRecipient
} from "../queries/registry/recipients.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {accountNames} from "./account-names.ts";
import {log} from "./identity/log.ts";
import {Refused} from "./identity/refused.ts";
import {whoOf} from "./identity/who.ts";
import {type Deps, found, languageOf, released, send} from "./page.ts";
import {aheadOf, mayManage, rulesFacts, unitsFor} from "./recipient-desk.ts";
import {draftOf, recipientOf, type Sent, seenOf} from "./recipient-draft.ts";

/** More than this are not offered in one list. */
const mostUnits = 700;

export interface Wish
  extends Partial<Pick<RecipientFormState, "problems" | "ahead" | "isSeenOld" | "stale" | "takenFrom">> {
  readonly draft: RecipientFormDraft;
  readonly recipient: Recipient | null;
  readonly municipality?: string | null;
  readonly status?: number;
}

interface Write {
  readonly registry: Registry;
  readonly recipient: Recipient | null;
  readonly wanted: RecipientDraft;
  readonly facts: RecipientFacts;
}

export function showForm(request: Request, response: Response, deps: Deps, wish: Wish): Promise<void> {
  return deps.releases.use(async (reader) => showWith(request, response, deps, released({reader}), wish));
}

async function showWith(
  request: Request,
  response: Response,
  deps: Deps,
  reader: ReleaseReader,
  {draft, recipient, municipality = null, status = 200, ...given}: Wish
): Promise<void> {
  const language = languageOf(response);
  const all = unitsFor(whoOf(response).subject, reader);
  const placed = reader.units.get(draft.enhed as UnitId);
  const home = recipient?.municipality ?? municipality ?? placed?.municipality ?? null;
  const isMany = all.length > mostUnits && home === null;
  const isOnlyHome = home !== null && (recipient !== null || all.length > mostUnits);
  const units = isOnlyHome ? all.filter((unit) => (unit.municipality ?? unit.id) === home) : isMany ? [] : all;
  const {settings} = await readDeliverySettings(deps.dataDir);
  const model = recipientFormModel({
    ...{language, recipient, units, domains: settings?.domains ?? [], seen: seenOf(draft)},
    municipality: home,
    draft: draft.enhed === "" && units.length === 1 ? {...draft, enhed: units[0]!.id} : draft,
    municipalities: isMany
      ? municipalitiesOf(reader.units).map((each) => ({id: each.id, name: placeName(each, language)}))
      : [],
    unitName: (id) => reader.units.get(id as UnitId)?.name ?? id,
    ...{problems: [], ahead: null, isSeenOld: false, stale: null, takenFrom: null, ...given}
  });
  send(request, response, deps, reader, {page: "recipient-form", title: model.heading, model, status});
}

/** What is wrong is shown with the fields as they were sent; what is right is stored once its outlook has been seen. */
export function takeForm(
  request: Request,
  response: Response,
  deps: Deps,
  {sent, recipient}: {readonly sent: Sent; readonly recipient: Recipient | null}
): Promise<void> {
  return deps.releases.use(async (open) => {
    const reader = released({reader: open});
    const registry = found(await deps.registry(), "page", "modtagere");
    const draft = draftOf(sent);
    const municipality = recipient?.municipality ?? municipalityIn(draft.enhed, reader);
    if (reader.units.has(draft.enhed as UnitId) && !mayGive(response, draft.enhed, reader))
      throw new Refused("manage-recipients", "scope");
    const facts = await rulesFacts(deps, {registry, reader, municipality, self: recipient?.id ?? null});
    const wanted = recipientOf(draft, municipality, recipient);
    const problems = recipientProblems(wanted, facts);
    const show = (wish: Partial<Wish>) =>
      showWith(request, response, deps, reader, {draft, recipient, municipality: sent.kommune ?? null, ...wish});
    if (problems.length > 0) return show({problems, status: 422});
    if (recipient && sent.udgave !== String(recipient.version))
      return show(await staleWish(response, registry, recipient, wanted));
    if (sent.trin === "se" || sent.set !== seenOf(draft)) {
      const stored = {...wanted, id: recipient?.id ?? "", active: true, createdAt: "", version: 0};
      return show({ahead: await aheadOf(deps, registry, reader, stored), isSeenOld: sent.trin === "gem"});
    }
    await store(response, deps, {registry, recipient, wanted, facts}, show);
  });
}

function municipalityIn(unit: string, reader: ReleaseReader): string {
  const known = reader.units.get(unit as UnitId);
  return String(known?.municipality ?? known?.id ?? "");
}

function mayGive(response: Response, unit: string, reader: ReleaseReader): boolean {
  return mayManage(whoOf(response).subject, unit, municipalityIn(unit, reader), reader);
}

async function store(
  response: Response,
  deps: Deps,
  {registry, recipient, wanted, facts}: Write,
  show: (wish: Partial<Wish>) => Promise<void>
): Promise<void> {
  const at = deps.now().toISOString();
  const by = whoOf(response).subject.id ?? "";
  const judge = (others: readonly Recipient[]) => recipientProblems(wanted, {...facts, others});
  try {
    const id = recipient
      ? (await changeRecipient(registry, recipient, wanted, {by, at, judge})) && recipient.id
      : await recordRecipient(registry, {...wanted, active: true, createdAt: at}, {by, at, judge});
    if (!id) {
      const newest = found(await findRecipient(registry, recipient!.id), "page", recipient!.id);
      return show(await staleWish(response, registry, newest, wanted));
    }
    const what = recipient ? "changed" : "created";
    const detail = {what, ...(recipient && {fields: changedNames(recipient, wanted)})};
    await log(deps, {actor: by, action: "change", resource: `recipient ${id}`, purpose: "operations", detail});
    response.redirect(303, hrefOf(languageOf(response), `/modtagere/${id}?gjort=${what}`));
  } catch (error) {
    if (!(error instanceof RecipientRefused)) throw error;
    await show({problems: error.problems, status: 422});
  }
}

/** Names of what changed, never what it was or became. */
function changedNames(before: Recipient, after: RecipientDraft): string {
  const names = ["name", "kind", "address", "scope", "language", "form", "subscriptions"] as const;
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(" ");
}

/** The fields stay as they were written; the newest version goes with them, so that it can be stored after all. */
async function staleWish(
  response: Response,
  registry: Registry,
  newest: Recipient,
  wanted: RecipientDraft
): Promise<Partial<Wish>> {
  const language = languageOf(response);
  const last = found((await listRecipientEvents(registry, newest.id)).at(-1), "page", newest.id);
  const {recipientPage: t} = webTextOf(language);
  const names = await accountNames(registry, language, [last.actor]);
  const who = last.actor === "" ? t.commandLine : (names.get(last.actor) ?? last.actor);
  return {recipient: newest, stale: {who, at: last.at, yours: {...newest, ...wanted}}, status: 409};
}
