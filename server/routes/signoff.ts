/** `/godkendelse`: packages on their way out, and steps with several of them at once. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {
  type BulkStep,
  bulkSteps,
  type DeskRow,
  mayChoose,
  type SignoffsState,
  signoffsModel
} from "../../dashboards/pages/signoffs.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {BadInput} from "../../queries/errors.ts";
import type {UnitId} from "../../queries/model.ts";
import {recordSteps} from "../../queries/registry/signoffs.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {answer} from "../identity/answer.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf, type Shown} from "../page.ts";
import {type DeskIssue, readDesk} from "../signoff-desk.ts";
import {fits, issueChoices, knownOf} from "./issue-choices.ts";
import {momentFields, nextRelease, releaseIn, takerOf, textProblem} from "./signoff-form.ts";

const listQuery = z.strictObject({
  ...issueChoices,
  gjort: z.enum(bulkSteps).optional(),
  antal: z.coerce.number().int().min(1).max(100_000).optional()
});

export function addSignoffs(app: Routes, deps: Deps): void {
  app.get("/godkendelse", (request, response) => show(request, response, deps, null));
  app.post("/godkendelse/set-igennem", readForm, async (request, response) => {
    const rows = await rowsFor(response, deps);
    const names = chosenIn(request, rows, "preview", {});
    await takeAll(request, response, deps, {step: "preview", rows, names: names.chosen, comment: "", releaseAt: null});
  });
  app.may("sign-off").post("/godkendelse/godkend", readForm, async (request, response) => {
    const rows = await rowsFor(response, deps);
    const {chosen, form} = chosenIn(request, rows, "sign", {...momentFields, bemaerkning: line(2000).default("")});
    const {dag, klokken, bemaerkning: comment} = form as Record<string, string>;
    const releaseAt = releaseIn(dag!, klokken!);
    await takeAll(request, response, deps, {step: "sign", rows, names: chosen, comment: comment!.trim(), releaseAt});
  });
}

/** The form has a box for each package that the person may take the step with, and no other field. */
function chosenIn(request: Request, rows: readonly DeskRow[], step: BulkStep, more: z.ZodRawShape) {
  const names = rows.filter((row) => mayChoose(row, step)).map(({issue}) => issue.issue);
  const boxes = Object.fromEntries(names.map((name) => [name, z.literal("ja").optional()]));
  const form = formOf(request, {...boxes, ...more}) as Readonly<Record<string, unknown>>;
  return {chosen: names.filter((name) => form[name] === "ja"), form};
}

interface Wish {
  readonly step: BulkStep;
  readonly rows: readonly DeskRow[];
  readonly names: readonly string[];
  readonly comment: string;
  /** Undefined where it cannot be read; null where the step has none. */
  readonly releaseAt: Date | undefined | null;
}

async function takeAll(request: Request, response: Response, deps: Deps, wish: Wish): Promise<void> {
  const {step, rows, names, comment, releaseAt} = wish;
  const language = languageOf(response);
  const t = webTextOf(language).signoff;
  const refuse = (text: string) => show(request, response, deps, {step, text, comment, chosen: new Set(names)});
  const problem = textProblem(comment, t, 0) ?? (releaseAt === undefined ? t.moment : null);
  if (problem) return refuse(problem);
  if (names.length === 0) return refuse(t.none);
  const chosen = rows.filter(({issue}) => names.includes(issue.issue)).map(({issue}) => issue);
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
  response.redirect(303, `${hrefOf(language, "/godkendelse")}?gjort=${step}&antal=${chosen.length}`);
}

function rowsFor(response: Response, deps: Deps): Promise<readonly DeskRow[]> {
  return deps.releases.use(async (reader) => rowsOf(await deskOf(response, deps, reader), reader));
}

async function deskOf(response: Response, deps: Deps, reader: ReleaseReader | null): Promise<readonly DeskIssue[]> {
  const registry = await deps.registry();
  const {subject} = whoOf(response);
  return registry ? readDesk({registry, reader, subject, now: deps.now()}, {}) : [];
}

/** The newest of each package, as long as it is not out. */
function rowsOf(desk: readonly DeskIssue[], reader: ReleaseReader | null): readonly DeskRow[] {
  return desk
    .filter(({issue, newer}) => newer === null && issue.state !== "released" && issue.state !== "withdrawn")
    .map(({issue, whyNot, corrects}) => ({
      ...{issue, whyNot, corrects},
      unitName: reader?.units.get(issue.unit as UnitId)?.name ?? issue.unit
    }));
}

async function show(
  request: Request,
  response: Response,
  deps: Deps,
  problem: SignoffsState["problem"]
): Promise<void> {
  const {gjort, antal, ...chosen} = listQuery.parse(request.method === "GET" ? request.query : {});
  const language = languageOf(response);
  const {title} = webTextOf(language).signoff;
  const shown: Shown = await deps.releases.use(async (reader) => {
    const all = rowsOf(await deskOf(response, deps, reader), reader);
    const model = signoffsModel({
      ...{language, chosen, problem, release: nextRelease(deps.now())},
      known: knownOf(
        all.map(({issue}) => issue),
        reader
      ),
      rows: all.filter(({issue}) => fits(issue, chosen)),
      saved: gjort && antal ? {step: gjort, count: antal} : null
    });
    return {page: "signoffs", title, model, status: problem ? 422 : 200};
  });
  await answer(request, response, deps, shown);
}
