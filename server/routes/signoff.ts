/** `/godkendelse`: packages on their way out, and steps with several of them at once. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {type BulkStep, type DeskRow, isReady, rowName} from "../../dashboards/pages/signoff-row.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {searchOf} from "../../dashboards/view.ts";
import {BadInput} from "../../queries/errors.ts";
import {recordSteps} from "../../queries/registry/signoffs.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {Routes} from "../identity/routes.ts";
import {type Deps, found, languageOf} from "../page.ts";
import {type Rows, rowsFor, showList} from "../signoff-list.ts";
import {momentFields, releaseIn, takerOf, textProblem} from "./signoff-form.ts";
import {addReasons} from "./signoff-reasons.ts";

export function addSignoffs(app: Routes, deps: Deps): void {
  app.get("/godkendelse", (request, response) => showList(request, response, deps));
  app.post("/godkendelse/set-igennem", readForm, async (request, response) => {
    const listed = await rowsFor(response, deps);
    const {names} = chosenIn(request, listed, {});
    await takeAll(request, response, deps, {...listed, step: "preview", names, comment: "", releaseAt: null});
  });
  app.may("sign-off").post("/godkendelse/godkend", readForm, async (request, response) => {
    const listed = await rowsFor(response, deps);
    const {names, form} = chosenIn(request, listed, {...momentFields, bemaerkning: line(2000).default("")});
    const {dag, klokken, bemaerkning} = form as Record<string, string>;
    const said = {comment: bemaerkning!.trim(), releaseAt: releaseIn(dag!, klokken!)};
    await takeAll(request, response, deps, {...listed, step: "sign", names, ...said});
  });
  addReasons(app, deps);
}

/** The form has a box for each package that the person may see, and no other field. */
function chosenIn(request: Request, {seen}: Rows, more: z.ZodRawShape) {
  const boxes = Object.fromEntries(seen.map((name) => [name, z.literal("ja").optional()]));
  const form = formOf(request, {...boxes, ...more}) as Readonly<Record<string, unknown>>;
  return {names: seen.filter((name) => form[name] === "ja"), form};
}

interface Wish {
  readonly step: BulkStep;
  readonly rows: readonly DeskRow[];
  readonly names: readonly string[];
  readonly comment: string;
  /** Undefined where it cannot be read; null where the step has none. */
  readonly releaseAt: Date | undefined | null;
}

/** What has changed since the list was shown, and what the person may not take the step with, is counted and left alone. */
async function takeAll(request: Request, response: Response, deps: Deps, wish: Wish): Promise<void> {
  const {step, rows, names, comment, releaseAt} = wish;
  const language = languageOf(response);
  const t = webTextOf(language).signoff;
  const refuse = (text: string) =>
    showList(request, response, deps, {problem: {step, text, comment, chosen: new Set(names)}});
  const problem = textProblem(comment, t, 0) ?? (releaseAt === undefined ? t.moment : null);
  if (problem) return refuse(problem);
  if (names.length === 0) return refuse(t.none);
  const own = rows.filter((row) => names.includes(row.issue.issue) && isReady(row, step));
  if (own.length === 0) return refuse(t.noneReady);
  const missing = own.filter(({isMissing}) => isMissing).map((row) => rowName(row, language));
  if (missing.length > 0) return refuse(t.missingMany(missing.join("; ")));
  const chosen = own.map(({issue}) => issue);
  const registry = found(await deps.registry(), "page", "godkendelse");
  const taken = {step, ...takerOf(response), at: deps.now(), comment, ...(releaseAt && {releaseAt})};
  try {
    await recordSteps(registry, chosen, taken);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return refuse(language === "da" ? error.danish : t.refused);
  }
  await log(deps, {
    ...{actor: taken.account, action: "sign", resource: request.path, purpose: "quality"},
    detail: {step, count: chosen.length, first: chosen[0]!.issue, last: chosen.at(-1)!.issue}
  });
  const left = names.length - chosen.length;
  const told = {gjort: step, antal: String(chosen.length), andre: left > 0 ? String(left) : ""};
  response.redirect(303, hrefOf(language, "/godkendelse") + searchOf(told));
}
