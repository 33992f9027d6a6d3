/** `/aarshjul`: the annual wheel of a municipality, and addresses of its calendar. */
import {z} from "zod";
import {releasedWarnings} from "../../dashboards/ethics.ts";
import {municipalitiesOf, placeName} from "../../dashboards/pages/places.ts";
import {wheelModel} from "../../dashboards/pages/wheel.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {areas, type Language, type UnitId} from "../../queries/model.ts";
import {plannedEvents} from "../../queries/reference/wheel-calendar.ts";
import {entryKinds} from "../../queries/reference/wheel-entry.ts";
import {readRound} from "../../queries/reference/wheel-round.ts";
import {publishEvents} from "../../queries/registry/calendar.ts";
import {createCalendarToken} from "../../queries/registry/calendar-tokens.ts";
import {formOf, readForm} from "../identity/form.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {type Ask, addPage, type Deps, found, languageOf, released} from "../page.ts";
import {NotReleased} from "../release-holder.ts";
import {hourlyLimit} from "../sender-limit.ts";
import {sendFeed} from "../wheel-feed.ts";
import {homeOfWheel} from "../wheel-home.ts";
import {choice, municipalityChoice} from "./query.ts";

const wheelQuery = z.strictObject({
  kommune: municipalityChoice,
  omraade: choice(z.enum(areas)),
  slags: choice(z.enum(entryKinds)),
  rolle: choice(z.string().max(200)),
  aar: choice(z.string().regex(/^20\d\d$/))
});

const perHour = 20;

export function addWheelPages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/aarshjul", wheelQuery, async (ask) => {
    const {language, query} = ask;
    const reader = released(ask);
    const municipality = found(
      reader.units.get((query.kommune ?? (await homeOfWheel(deps.dataDir, reader))) as UnitId),
      "unit",
      query.kommune ?? ""
    );
    const round = await readRound(
      {dataDir: deps.dataDir, registry: await deps.registry()},
      municipality.id,
      deps.now()
    );
    const year = Number(round.today.slice(0, 4));
    const aar = query.aar && Math.abs(Number(query.aar) - year) === 1 ? query.aar : null;
    return {
      page: "wheel",
      title: webTextOf(language).wheelPage.title,
      section: "wheel",
      model: {
        ethics: releasedWarnings(reader.ethics, {indicators: reader.indicators, today: round.today, language}),
        ...wheelModel({
          language,
          chosen: {...query, aar},
          municipality: {id: municipality.id, name: placeName(municipality, language)},
          municipalities: municipalitiesOf(reader.units),
          round,
          isSignedIn: ask.subject.id !== null
        })
      }
    };
  });
  app.post(
    "/aarshjul/kalender",
    hourlyLimit(perHour, ({wheelPage}) => wheelPage.feedTooMany),
    readForm,
    (request, response) =>
      deps.releases.use(async (reader) => {
        const language = languageOf(response);
        const {kommune, omraade} = formOf(request, {
          kommune: z.string().regex(/^\d{3}$/),
          omraade: choice(z.enum(areas))
        });
        const unit = found(released({reader}).units.get(kommune as UnitId), "unit", kommune);
        const municipality = {id: unit.id, name: placeName(unit, language)};
        const owner = whoOf(response).subject.id ?? "";
        const token = await makeFeed(deps, {municipality: unit.id, area: omraade ?? "", language, owner});
        sendFeed(request, response, deps, reader, {municipality, area: omraade, token});
      })
  );
}

interface FeedWish {
  readonly municipality: string;
  readonly area: Ask<z.infer<typeof wheelQuery>>["query"]["omraade"] | "";
  readonly language: Language;
  readonly owner: string;
}

/** The calendar holds the wheel from its first hour on, also where the wheel's jobs have not yet run. */
async function makeFeed(deps: Deps, {municipality, area, language, owner}: FeedWish): Promise<string> {
  const registry = await deps.registry();
  if (!registry) throw new NotReleased();
  const now = deps.now();
  const {told} = await readRound({dataDir: deps.dataDir, registry}, municipality, now);
  const occurrences = told.map(({occurrence}) => occurrence);
  await publishEvents(registry, municipality, plannedEvents(municipality, occurrences), now);
  return createCalendarToken(registry, {municipality, area: area ?? "", language, owner, createdAt: now.toISOString()});
}
