/** The list of tasks as a page, with what somebody has chosen on it. */
import type {Request, Response} from "express";
import {z} from "zod";
import {operationsModel, slotsPerPage} from "../dashboards/pages/operations.ts";
import type {ManyGiven} from "../dashboards/pages/operations-many.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {authorize, reachOf, type Subject} from "../queries/access.ts";
import {countSlots, listRunning, listSlotPage, summariseJobs} from "../queries/registry/slot-pages.ts";
import {type JobId, jobIds, slotStates} from "../queries/registry/slots.ts";
import {listStopped} from "../queries/registry/stops.ts";
import {whoOf} from "./identity/who.ts";
import {mayRun, mayStop} from "./operations-change.ts";
import {aheadOn, namesFor} from "./operations-names.ts";
import {type Deps, languageOf, send} from "./page.ts";
import {choice, sideChoice, told} from "./routes/query.ts";

export const listQuery = z.strictObject({
  opgave: choice(z.enum(jobIds)),
  tilstand: choice(z.enum(slotStates)),
  enhed: choice(z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u)),
  side: sideChoice,
  /** Every row of the page is ticked: without script it takes no more than a link. */
  valgt: choice(z.literal("alle")),
  gjort: choice(z.enum(["retried", "skipped"])),
  standset: choice(z.enum(["bedt", "optaget"])),
  antal: told,
  andre: told
});

export function showList(
  request: Request,
  response: Response,
  deps: Deps,
  given: Partial<ManyGiven> = {}
): Promise<void> {
  const {gjort, antal, andre, valgt, standset, ...chosen} = listQuery.parse(request.query);
  return deps.releases.use(async (reader) => {
    const language = languageOf(response);
    const registry = await deps.registry();
    const municipalities = withinReach(whoOf(response).subject);
    const wanted = {municipalities, job: chosen.opgave, state: chosen.tilstand, unit: chosen.enhed};
    const window = {limit: slotsPerPage, offset: (chosen.side - 1) * slotsPerPage};
    const slots = registry ? await listSlotPage(registry, wanted, window) : [];
    const names = await namesFor(deps, {registry, reader, language}, slots);
    const summaries = registry ? await summariseJobs(registry, municipalities) : [];
    const running = registry ? await listRunning(registry, municipalities) : [];
    const stoppable = new Set<JobId>();
    for (const {job} of running) if (registry && (await mayStop(response, registry, job))) stoppable.add(job);
    const isWaiting = summaries.some(({job, next}) => job === "packages" && next !== null);
    const model = operationsModel({
      ...{language, chosen, slots, names},
      summaries,
      running,
      count: registry ? await countSlots(registry, wanted) : 0,
      ahead: isWaiting ? null : await aheadOn(deps, {registry, reader, language}),
      stopped: registry ? await listStopped(registry, municipalities) : [],
      stopTold: standset && {what: standset === "bedt" ? "asked" : "resumed", count: antal},
      mayRun: (slot) => mayRun(response, slot),
      mayStop: (job) => stoppable.has(job),
      mayRunSome: authorize(whoOf(response).subject, "run-operations", "anywhere").allowed,
      many: {
        ...{problem: null, reason: "", ticked: [], all: valgt === "alle"},
        saved: gjort && {change: gjort, count: antal, left: andre},
        ...given
      }
    });
    const {title} = webTextOf(language).operations;
    send(request, response, deps, reader, {page: "operations", title, model, status: given.problem ? 422 : 200});
  });
}

/** Null: everything. */
export function withinReach(subject: Subject): readonly string[] | null {
  const {nation, municipalities} = reachOf(subject, "see-operations");
  return nation ? null : [...municipalities];
}
