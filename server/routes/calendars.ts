/** `/kalendere`: addresses of calendars that were made, to be closed or made anew. Who answers for a municipality sees all of its. */
import type {Request, Response} from "express";
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {calendarsModel} from "../../dashboards/pages/calendars.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize, placeOf, reachOf} from "../../queries/access.ts";
import {labelOf} from "../../queries/classifications/index.ts";
import {areas} from "../../queries/model.ts";
import {
  createCalendarToken,
  findCalendarById,
  type KnownCalendar,
  listCalendars,
  revokeCalendars
} from "../../queries/registry/calendar-tokens.ts";
import {accountNames} from "../account-names.ts";
import {formOf, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Deps, found, languageOf, send} from "../page.ts";
import {sendFeed} from "../wheel-feed.ts";
import {choice} from "./query.ts";

const query = z.strictObject({gjort: choice(z.enum(["closed", "gone"]))});
const named = {kalender: z.string().regex(/^[0-9a-f]{64}$/)};

export function addCalendarList(app: Routes, deps: Deps): void {
  app.get("/kalendere", async (request, response) => {
    const {gjort} = query.parse(request.query);
    const language = languageOf(response);
    const registry = await deps.identity.registry();
    const {subject} = whoOf(response);
    const own = await listCalendars(registry, {owner: subject.id!});
    const {nation, municipalities} = reachOf(subject, "manage-recipients");
    const answersFor = nation || municipalities.size > 0;
    const all = answersFor ? await listCalendars(registry, {municipalities: nation ? null : [...municipalities]}) : [];
    const others = all.filter(({owner}) => owner !== subject.id);
    const names = await accountNames(
      registry,
      language,
      others.map(({owner}) => owner)
    );
    const ownerName = (id: string) => names.get(id) ?? id;
    const model = calendarsModel({language, own, others: answersFor ? others : null, ownerName, saved: gjort});
    const {title} = webTextOf(language).calendarsPage;
    await deps.releases.use(async (reader) =>
      send(request, response, deps, reader, {page: "calendars", title, section: "wheel", model})
    );
  });
  app.post("/kalendere/luk", readForm, async (request, response) => {
    const {id} = await chosen(request, response, deps);
    const isClosed = await close(response, deps, id);
    response.redirect(303, hrefOf(languageOf(response), `/kalendere?gjort=${isClosed ? "closed" : "gone"}`));
  });
  app.post("/kalendere/ny", readForm, async (request, response) => {
    const known = await chosen(request, response, deps);
    if (known.owner !== whoOf(response).subject.id) throw new Refused("use-account", "scope");
    if (!(await close(response, deps, known.id)))
      return response.redirect(303, hrefOf(languageOf(response), "/kalendere?gjort=gone"));
    const {municipality, area, language: of, owner} = known;
    const registry = await deps.identity.registry();
    const createdAt = deps.now().toISOString();
    const token = await createCalendarToken(registry, {municipality, area, language: of, owner, createdAt});
    const made = {
      municipality: {id: municipality, name: labelOf("municipalities", municipality, languageOf(response))},
      area: areas.find((each) => each === area) ?? null,
      token
    };
    await deps.releases.use(async (reader) => sendFeed(request, response, deps, reader, made));
  });
}

/** One's own, or one of a municipality that one answers for. */
async function chosen(request: Request, response: Response, deps: Deps): Promise<KnownCalendar> {
  const {kalender} = formOf(request, named);
  const known = found(await findCalendarById(await deps.identity.registry(), kalender), "page", "kalender");
  const {subject} = whoOf(response);
  if (known.owner === subject.id) return known;
  const place = placeOf({municipalities: [known.municipality]});
  if (!authorize(subject, "manage-recipients", place).allowed) throw new Refused("manage-recipients", "scope");
  return known;
}

async function close(response: Response, deps: Deps, id: string): Promise<boolean> {
  const isClosed = (await revokeCalendars(await deps.identity.registry(), {id}, deps.now())) > 0;
  const actor = whoOf(response).subject.id!;
  const resource = `calendar ${id.slice(0, 12)}`;
  if (isClosed) await log(deps, {actor, action: "change", resource, purpose: "operations", detail: {what: "closed"}});
  return isClosed;
}
