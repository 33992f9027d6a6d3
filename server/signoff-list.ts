/** The list of packages on their way out as a page, with what somebody has chosen on it. */
import type {Request, Response} from "express";
import {z} from "zod";
import type {DeskRow} from "../dashboards/pages/signoff-row.ts";
import {doneSteps, type SignoffsState, signoffsModel} from "../dashboards/pages/signoffs.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {listMissing} from "../queries/issue-files.ts";
import type {UnitId} from "../queries/model.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {answer} from "./identity/answer.ts";
import {whoOf} from "./identity/who.ts";
import {type Deps, languageOf, type Shown} from "./page.ts";
import {fits, issueChoices, knownOf} from "./routes/issue-choices.ts";
import {choice, told} from "./routes/query.ts";
import {nextRelease} from "./routes/signoff-form.ts";
import {mayActOn, readDesk} from "./signoff-desk.ts";

export const listQuery = z.strictObject({
  ...issueChoices,
  /** Every correction that is shown is ticked: without script it takes no more than a link. */
  valgt: choice(z.literal("alle")),
  gjort: z.enum(doneSteps).optional(),
  antal: told,
  andre: told
});

type Given = Partial<Pick<SignoffsState, "problem" | "reasons">>;

export async function showList(request: Request, response: Response, deps: Deps, given: Given = {}): Promise<void> {
  const {gjort, antal, andre, valgt, ...chosen} = listQuery.parse(request.query);
  const language = languageOf(response);
  const {title} = webTextOf(language).signoff;
  const ticked = valgt === "alle" ? "all" : new Set<string>();
  const shown: Shown = await deps.releases.use(async (reader) => {
    const {rows: all} = await rowsWith(reader, response, deps);
    const {problem = null, reasons = {ticked, text: "", problem: null}} = given;
    const model = signoffsModel({
      ...{language, chosen, problem, reasons, release: nextRelease(deps.now())},
      known: knownOf(
        all.map(({issue}) => issue),
        reader
      ),
      rows: all.filter(({issue}) => fits(issue, chosen)),
      saved: gjort && antal > 0 ? {step: gjort, count: antal, left: andre} : null
    });
    return {page: "signoffs", title, model, status: problem || reasons.problem ? 422 : 200};
  });
  await answer(request, response, deps, shown);
}

export interface Rows {
  /** The newest of each package, as long as it is not out. */
  readonly rows: readonly DeskRow[];
  /** Everything that the person may see: what is no longer on the list may still be on an open page. */
  readonly seen: readonly string[];
}

export function rowsFor(response: Response, deps: Deps): Promise<Rows> {
  return deps.releases.use((reader) => rowsWith(reader, response, deps));
}

async function rowsWith(reader: ReleaseReader | null, response: Response, deps: Deps): Promise<Rows> {
  const registry = await deps.registry();
  const {subject} = whoOf(response);
  const desk = registry ? await readDesk({registry, reader, subject, now: deps.now()}, {}) : [];
  const own = desk.filter(
    ({issue, newer}) => newer === null && issue.state !== "released" && issue.state !== "withdrawn"
  );
  const missing = await listMissing(
    deps.dataDir,
    own.map(({issue}) => issue)
  );
  const rows = own.map(({issue, place, whyNot, corrects}) => ({
    ...{issue, whyNot, corrects, mayAct: mayActOn(subject, place), isMissing: missing.has(issue.issue)},
    unitName: reader?.units.get(issue.unit as UnitId)?.name ?? issue.unit
  }));
  return {rows, seen: desk.map(({issue}) => issue.issue)};
}
