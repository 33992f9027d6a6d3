/** One reason written at many corrections at once: shown as it will be printed, and then kept. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {filterOf, mostReasons, reasonsModel} from "../../dashboards/pages/signoff-reasons.ts";
import {type DeskRow, lacksReason} from "../../dashboards/pages/signoff-row.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {searchOf} from "../../dashboards/view.ts";
import {recordReasons} from "../../queries/registry/signoffs.ts";
import {answer} from "../identity/answer.ts";
import {line} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import type {Routes} from "../identity/routes.ts";
import {idOf, readTicks, tick, tickedIn, versionsOf} from "../identity/ticks.ts";
import {type Deps, found, languageOf} from "../page.ts";
import {listQuery, rowsFor, showList} from "../signoff-list.ts";
import {takerOf, textProblem} from "./signoff-form.ts";

const reasonForm = z.strictObject({
  tekst: line(2000),
  handling: z.enum(["vis", "ret", "gem"]),
  valgt: z.array(tick).max(mostReasons)
});

export function addReasons(app: Routes, deps: Deps): void {
  const chiefs = app.may("sign-off");
  chiefs.get("/godkendelse/begrund", (request, response) => {
    const chosen = listQuery.parse(request.query);
    response.redirect(303, hrefOf(languageOf(response), "/godkendelse") + searchOf(filterOf(chosen)));
  });
  chiefs.post("/godkendelse/begrund", readTicks, (request, response) => explain(request, response, deps));
}

async function explain(request: Request, response: Response, deps: Deps): Promise<void> {
  const {single, ticks} = tickedIn(request);
  const {tekst, handling, valgt} = reasonForm.parse({...single, valgt: ticks});
  const text = tekst.trim();
  const t = webTextOf(languageOf(response)).signoff;
  const back = (problem: string | null) =>
    showList(request, response, deps, {reasons: {ticked: new Set(valgt.map(idOf)), text, problem}});
  if (handling === "ret") return back(null);
  const problem = valgt.length === 0 ? t.none : textProblem(text, t, 5);
  if (problem) return back(problem);
  const versions = versionsOf(valgt);
  const listed = await rowsFor(response, deps);
  const rows = listed.rows.filter(
    (row) => row.mayAct && lacksReason(row) && versions.get(row.issue.issue) === row.issue.version
  );
  if (rows.length === 0) return back(t.noneLacking);
  const wish = {rows, text, asked: versions.size};
  if (handling === "vis") return showWish(request, response, deps, wish);
  if ((await keep(request, response, deps, wish)) === 0) return back(t.noneLacking);
}

interface Wish {
  readonly rows: readonly DeskRow[];
  readonly text: string;
  /** How many were ticked; what has changed since is left alone. */
  readonly asked: number;
}

function showWish(request: Request, response: Response, deps: Deps, {asked, ...wish}: Wish): Promise<void> {
  const language = languageOf(response);
  const left = asked - wish.rows.length;
  const model = reasonsModel({...wish, left, language, chosen: listQuery.parse(request.query), now: deps.now()});
  return answer(request, response, deps, {page: "signoff-reasons", title: model.heading, model});
}

/** How many got the reason. */
async function keep(request: Request, response: Response, deps: Deps, {rows, text, asked}: Wish): Promise<number> {
  const registry = found(await deps.registry(), "page", "godkendelse");
  const taker = takerOf(response);
  const explained = await recordReasons(
    registry,
    rows.map(({issue}) => issue),
    {...taker, at: deps.now(), correction: text}
  );
  if (explained.length === 0) return 0;
  await log(deps, {
    ...{actor: taker.account, action: "sign", resource: request.path, purpose: "quality"},
    detail: {step: "explain", count: explained.length, first: explained[0]!, last: explained.at(-1)!}
  });
  const told = {gjort: "explain", antal: String(explained.length), andre: String(asked - explained.length)};
  const filter = filterOf(listQuery.parse(request.query));
  response.redirect(303, hrefOf(languageOf(response), "/godkendelse") + searchOf({...filter, ...told}));
  return explained.length;
}
