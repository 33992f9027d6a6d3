/** `/raekker`: asking for rows and deciding on it. The rows themselves are taken out on the command line; none comes here. */
import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {type RowDraft, rowRequestsModel} from "../../dashboards/pages/row-requests.ts";
import {titleOfStandard} from "../../dashboards/row-request.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, covers, placeOf, reachOf, type Subject} from "../../queries/access.ts";
import {purposes} from "../../queries/access-rules.ts";
import {storesOf} from "../../queries/config.ts";
import {isPeriod} from "../../queries/period.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {permits} from "../../queries/purpose.ts";
import {findDelivery, holdsPart} from "../../queries/registry/deliveries.ts";
import {
  askForRows,
  decideRows,
  findRowRequest,
  listRowRequests,
  type NewRowRequest,
  type RowRequest,
  rowKinds
} from "../../queries/registry/row-requests.ts";
import {findStandard, standards} from "../../queries/standards/index.ts";
import {isAboutPersons} from "../../queries/standards/standard.ts";
import {accountNames} from "../account-names.ts";
import {answer} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf} from "../page.ts";

const query = z.strictObject({
  sendt: z
    .string()
    .regex(/^R-[2-9A-Z]{6}$/)
    .optional(),
  afgjort: z.literal("1").optional()
});
const personal = standards.filter(isAboutPersons);
const shape = {
  slags: z.enum(rowKinds),
  standard: z.string().refine((id) => findStandard(id) !== undefined),
  kommune: line(3),
  periode: line(20),
  leverance: line(140),
  grund: line(500)
};
const empty: RowDraft = {kind: "extract", standard: "absence", municipality: "", period: "", delivery: "", reason: ""};

export function addRowRequests(app: Routes, deps: Deps): void {
  app.get("/raekker", (request, response) => {
    const {sendt, afgjort} = query.parse(request.query);
    const {decided} = webTextOf(languageOf(response)).rowRequests.problems;
    return show(request, response, deps, {draft: empty, sent: sendt ?? null, problem: afgjort ? decided : null});
  });
  app.post("/raekker", readForm, async (request, response) => {
    const form = formOf(request, shape);
    const draft = draftOf(form);
    const judged = await judge(draft, whoOf(response).subject, response, deps);
    if (typeof judged === "string") return show(request, response, deps, {draft, problem: judged, sent: null});
    const number = await askForRows(await deps.identity.registry(), judged);
    await tell(deps, whoOf(response).subject, number, judged, "asked");
    response.redirect(303, hrefOf(languageOf(response), `/raekker?sendt=${number}`));
  });
  app.post("/raekker/:number", readForm, async (request, response) => {
    const {svar} = formOf(request, {svar: z.enum(["ja", "nej"])});
    const registry = await deps.identity.registry();
    const {subject} = whoOf(response);
    const number = String(request.params.number);
    const asked = found(await findRowRequest(registry, number, deps.now()), "page", request.path);
    const verdict = authorize(subject, "approve-raw-export", placeFor(asked));
    if (!verdict.allowed) throw new Refused("approve-raw-export", verdict.why);
    const approved = svar === "ja";
    const decided = await decideRows(registry, number, {approved, by: subject.id!, at: deps.now()});
    if (decided) await tell(deps, subject, number, asked, approved ? "approved" : "refused");
    response.redirect(303, hrefOf(languageOf(response), decided ? "/raekker" : "/raekker?afgjort=1"));
  });
}

function draftOf(form: z.infer<z.ZodObject<typeof shape>>): RowDraft {
  const {slags: kind, standard, kommune: municipality, periode: period, leverance: delivery, grund: reason} = form;
  return {kind, standard, municipality, period: period.trim(), delivery: delivery.trim(), reason: reason.trim()};
}

function placeFor({municipalities, askedBy}: RowRequest) {
  return placeOf({municipalities, editors: [askedBy]});
}

/** The request, or the sentence that says why there is none. */
async function judge(
  draft: RowDraft,
  subject: Subject,
  response: Response,
  deps: Deps
): Promise<NewRowRequest | string> {
  const {problems} = webTextOf(languageOf(response)).rowRequests;
  if (draft.reason.length < 10 || holdsPersonNumber(draft.reason)) return problems.reason;
  const what = draft.kind === "extract" ? await extractOf(draft, deps) : await quarantineOf(draft, deps);
  if (!what)
    return draft.kind === "quarantine"
      ? problems.delivery
      : isPeriod(draft.period)
        ? problems.nothing
        : problems.period;
  const standard = findStandard(what.standard)!;
  const place = placeOf({
    municipalities: what.municipalities,
    purposes: purposes.filter((each) => permits(standard, each))
  });
  const verdict = authorize(subject, draft.kind === "extract" ? "see-raw" : "see-quarantine", place);
  const language = languageOf(response);
  if (verdict.allowed) {
    const by = {askedBy: subject.id!, askedAt: deps.now().toISOString()};
    return {...what, kind: draft.kind, purpose: verdict.purpose!, reason: draft.reason, ...by};
  }
  if (verdict.why === "data-purpose")
    return problems.purpose(
      titleOfStandard(standard.id, language),
      webTextOf(language).citizen.own.purposes[subject.purpose!]
    );
  return verdict.why === "role" ? problems.steward : problems.scope;
}

type What = Pick<NewRowRequest, "standard" | "municipalities" | "period" | "delivery">;

async function extractOf({standard, municipality, period}: RowDraft, deps: Deps): Promise<What | null> {
  const registry = await deps.identity.registry();
  const isHeld = await holdsPart(registry, {standard, municipality, period});
  return isHeld ? {standard, municipalities: [municipality], period, delivery: ""} : null;
}

async function quarantineOf({delivery: id}: RowDraft, deps: Deps): Promise<What | null> {
  const delivery = /^[\w-]+$/.test(id) ? await findDelivery(await deps.identity.registry(), id) : undefined;
  if (!delivery || !existsSync(join(storesOf(deps.dataDir).quarantine, `${id}.csv`))) return null;
  return {standard: delivery.standard, municipalities: delivery.report.municipalities, period: "", delivery: id};
}

function tell(deps: Deps, {id}: Subject, number: string, what: What & {purpose: string}, step: string): Promise<void> {
  const {standard, municipalities, period, purpose} = what;
  const detail = {what: step, standard, municipality: municipalities.join(","), period};
  return log(deps, {
    actor: id!,
    action: step === "asked" ? "change" : "sign",
    resource: `rows/${number}`,
    purpose,
    detail
  });
}

interface Given {
  readonly draft: RowDraft;
  readonly problem: string | null;
  readonly sent: string | null;
}

async function show(request: Request, response: Response, deps: Deps, given: Given): Promise<void> {
  const language = languageOf(response);
  const {subject} = whoOf(response);
  const registry = await deps.identity.registry();
  const verdict = authorize(subject, "see-raw", "anywhere");
  const reach = reachOf(subject, "see-raw");
  const requests = (await listRowRequests(registry, deps.now())).filter(
    ({municipalities, askedBy}) => askedBy === subject.id || covers(reach, municipalities)
  );
  const names = await accountNames(registry, language);
  const model = rowRequestsModel({
    ...given,
    ...{language, requests, names, standards: personal},
    purpose: (verdict.allowed && verdict.purpose) || "validation",
    mayDecide: (asked) => authorize(subject, "approve-raw-export", placeFor(asked)).allowed
  });
  const {title} = webTextOf(language).rowRequests;
  await answer(request, response, deps, {
    page: "row-requests",
    title,
    model,
    status: given.problem && request.method === "POST" ? 422 : 200
  });
}
