/** `/godkendelse/:issue`: one package before it is out, for those who may see it, and the steps that lead it out. */
import type {Request, Response} from "express";
import {z} from "zod";
import {type SignoffProblem, signoffModel, stepPaths} from "../../dashboards/pages/signoff.ts";
import {signoffHref} from "../../dashboards/pages/signoff-row.ts";
import {missingText} from "../../dashboards/signoff-missing.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import type {Place} from "../../queries/access.ts";
import {BadInput} from "../../queries/errors.ts";
import {listMissing} from "../../queries/issue-files.ts";
import type {UnitId} from "../../queries/model.ts";
import {listSignoffEvents, recordStep, type SignedIssue} from "../../queries/registry/signoffs.ts";
import {type SignoffStep, signoffSteps} from "../../queries/registry/signoffs-steps.ts";
import {answer} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf} from "../page.ts";
import {type DeskIssue, findOnDesk, mayActOn, placeOfIssue} from "../signoff-desk.ts";
import {sendIssueFile} from "./issue-files.ts";
import {momentFields, nextRelease, releaseIn, takerOf, textProblem} from "./signoff-form.ts";

const pageQuery = z.strictObject({gjort: z.enum(signoffSteps).optional()});

export function addSignoffPages(app: Routes, deps: Deps): void {
  const seen = app.may("preview", placeFor(false));
  seen.get("/godkendelse/:issue", (request, response) => {
    const {gjort} = pageQuery.parse(request.query);
    return show(request, response, deps, {saved: gjort ?? null, problem: null});
  });
  seen.get("/godkendelse/:issue/*file", async (request, response) => {
    const {issue, file} = request.params as unknown as {issue: string; file: readonly string[]};
    const built = found(await deps.shelf.findBuilt(issue), "issue", issue);
    await sendIssueFile(request, response, {issue: built, file: file.join("/"), isPrivate: true});
  });
  const acting = app.may("sign-off", placeFor(false));
  for (const step of signoffSteps) {
    const own = step === "preview" ? seen : step === "sign" ? app.may("sign-off", placeFor(true)) : acting;
    own.post(`/godkendelse/:issue/${stepPaths[step]}`, readForm, (request, response) =>
      take(request, response, deps, step)
    );
  }
}

/** What is not there is no secret to those who may see others. */
function placeFor(alone: boolean): ResourceOf {
  return async ({params}, deps): Promise<Place | "anywhere"> => {
    const place = await placeOfIssue(deps, String(params.issue), alone);
    return place ?? "anywhere";
  };
}

async function take(request: Request, response: Response, deps: Deps, step: SignoffStep): Promise<void> {
  const language = languageOf(response);
  const t = webTextOf(language).signoff;
  const isTimed = step === "sign" || step === "move";
  const shape = {udgave: line(12), ...(step === "move" ? {} : {tekst: line(2000).default("")})};
  const form = formOf(request, {...shape, ...(isTimed ? momentFields : {})}) as Readonly<Record<string, string>>;
  const text = (form.tekst ?? "").trim();
  const {issue, newer} = await deskIssue(request, response, deps);
  const releaseAt = isTimed ? releaseIn(form.dag!, form.klokken!) : null;
  const refuse = (problem: string) =>
    show(request, response, deps, {saved: null, problem: {step, text: problem, written: text}});
  const mustSay = step === "explain" || step === "return" || step === "withdraw";
  const problem = textProblem(text, t, mustSay ? 5 : 0) ?? (releaseAt === undefined ? t.moment : null);
  if (problem) return refuse(problem);
  if (!issue.manifestSha256.startsWith(form.udgave!) || form.udgave!.length < 12) return refuse(t.changed);
  if ((step === "preview" || step === "sign") && (await isMissing(issue, deps)))
    return refuse(missingText(issue, newer !== null, language));
  const said = step === "explain" ? {comment: "", correction: text} : {comment: text};
  const taken = {step, ...takerOf(response), at: deps.now(), ...said, ...(releaseAt && {releaseAt})};
  const registry = found(await deps.registry(), "issue", issue.issue);
  try {
    await recordStep(registry, issue, taken);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return refuse(language === "da" ? error.danish : t.refused);
  }
  await log(deps, {
    ...{actor: taken.account, action: "sign", resource: `issue ${issue.issue}`, purpose: "quality"},
    detail: {step}
  });
  response.redirect(303, `${signoffHref(language, issue.issue)}?gjort=${step}`);
}

async function isMissing(issue: SignedIssue, {dataDir}: Deps): Promise<boolean> {
  return (await listMissing(dataDir, [issue])).size > 0;
}

async function deskIssue(request: Request, response: Response, deps: Deps): Promise<DeskIssue> {
  const name = String(request.params.issue);
  const registry = found(await deps.registry(), "issue", name);
  const {subject} = whoOf(response);
  const issue = await deps.releases.use((reader) => findOnDesk({registry, reader, subject, now: deps.now()}, name));
  return found(issue, "issue", name);
}

async function show(
  request: Request,
  response: Response,
  deps: Deps,
  {saved, problem}: {readonly saved: SignoffStep | null; readonly problem: SignoffProblem | null}
): Promise<void> {
  const language = languageOf(response);
  const {issue, place, whyNot, newer, corrects} = await deskIssue(request, response, deps);
  const isGone = await isMissing(issue, deps);
  const built = isGone ? undefined : await deps.shelf.findBuilt(issue.issue);
  const registry = found(await deps.registry(), "issue", issue.issue);
  const unitName = await deps.releases.use(async (reader) => reader?.units.get(issue.unit as UnitId)?.name);
  const model = signoffModel({
    ...{language, issue, corrects, newer, whyNot, saved, problem},
    files: built?.manifest.files ?? null,
    unitName: built?.manifest.unitName ?? unitName ?? issue.unit,
    mayAct: mayActOn(whoOf(response).subject, place),
    events: await listSignoffEvents(registry, issue.issue),
    release: nextRelease(deps.now())
  });
  const {title} = webTextOf(language).signoff;
  const status = problem ? 422 : 200;
  await answer(request, response, deps, {page: "signoff", title: `${title}: ${model.heading}`, model, status});
}
