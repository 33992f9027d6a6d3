/** What the form of a finding is judged by and shows: the writer's units, the themes in force, and names that are nobody's. */
import {type ObservationDraft, observationFormModel} from "../dashboards/pages/observation-form.ts";
import {municipalitiesOf, placeName} from "../dashboards/pages/places.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {covers, reachOf, type Subject} from "../queries/access.ts";
import {municipalities} from "../queries/classifications/municipalities.ts";
import type {Language, Unit, UnitId, UnitKind} from "../queries/model.ts";
import {isPeriod} from "../queries/period.ts";
import {themesIn, useThemes} from "../queries/reference/themes.ts";
import {danishClock} from "../queries/reference/wheel-dates.ts";
import {listDelivered} from "../queries/registry/observation-deliveries.ts";
import type {ObservationEntry} from "../queries/registry/observations.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {type DraftContext, type Judged, offeredPeriods} from "./observation-draft.ts";
import type {Deps, Shown} from "./page.ts";
import {linesOf} from "./unit-place.ts";

const writable: readonly UnitKind[] = ["area", "school", "daycare", "leisure"];
/** More than this are not offered in one list. */
const mostUnits = 700;

/** Open units that the subject may write findings about. */
export function unitsWithin(subject: Subject, {units}: Pick<ReleaseReader, "units">): readonly Unit[] {
  const reach = reachOf(subject, "write-findings");
  const mine = (unit: Unit) =>
    covers(reach, unit.municipality ? [unit.municipality] : []) ||
    linesOf(unit, units).some((id) => reach.units.has(id));
  return [...units.values()].filter((unit) => writable.includes(unit.kind) && unit.validTo === null && mine(unit));
}

export async function contextOf(
  {dataDir, now}: Deps,
  reader: ReleaseReader,
  subject: Subject,
  {enhed}: Pick<ObservationDraft, "enhed">,
  entry: ObservationEntry | null
): Promise<DraftContext> {
  const mine = unitsWithin(subject, reader).filter(
    ({municipality}) => entry === null || entry.municipality === String(municipality)
  );
  const units = new Map(mine.map((unit) => [String(unit.id), unit]));
  return {
    units,
    themes: await useThemes(dataDir),
    places: placesAround(units.get(enhed), reader),
    today: danishClock(now()).date,
    own: entry?.period ?? null
  };
}

/** The municipality's units and all municipalities. */
function placesAround(unit: Unit | undefined, {units}: ReleaseReader): readonly string[] {
  const near = unit ? [...units.values()].filter(({municipality}) => municipality === unit.municipality) : [];
  return [...near.map(({name}) => name), ...municipalities.codes.map(({label}) => label)];
}

export interface FormWish {
  readonly draft: ObservationDraft;
  readonly entry?: ObservationEntry | null;
  readonly municipality?: string | null;
  readonly judged?: Judged;
  /** Somebody has changed it meanwhile; the draft is the newest. */
  readonly isStale?: boolean;
}

export async function formState(
  deps: Deps,
  reader: ReleaseReader,
  subject: Subject,
  language: Language,
  {draft, entry = null, municipality = null, judged, isStale = false}: FormWish
): Promise<Pick<Shown, "page" | "title" | "model"> & {readonly status: number}> {
  const {observationForm: t} = webTextOf(language);
  const {units, themes, today, own} = await contextOf(deps, reader, subject, draft, entry);
  const home = municipality ?? units.get(draft.enhed)?.municipality ?? null;
  const isMany = units.size > mostUnits && home === null;
  const near = [...units.values()].filter((unit) => units.size <= mostUnits || unit.municipality === home);
  const trouble = units.size === 0 ? t.problems.noUnits : isStale ? t.problems.changed : null;
  const problems = (judged?.problems ?? []).map(({field, problem}) => ({field, text: t.problems[problem]}));
  const model = observationFormModel({
    ...{language, draft: withOnly(draft, [...units.keys()]), units: isMany ? [] : near, problems, trouble},
    entry: entry?.id ?? null,
    municipalities: isMany
      ? municipalitiesOf(reader.units).map((each) => ({id: each.id, name: placeName(each, language)}))
      : [],
    periods: offeredPeriods(today, own),
    themes: themesFor(themes, draft, today, own),
    asked: judged?.asked ?? [],
    confirmed: judged?.confirmed ?? [],
    themeProblems: themes.problems
  });
  const status = judged || isStale ? 422 : 200;
  return {page: "observation-form", title: model.heading, model, status};
}

/** Where there is one unit to write about, it is that one. */
function withOnly(draft: ObservationDraft, units: readonly string[]): ObservationDraft {
  return draft.enhed === "" && units.length === 1 ? {...draft, enhed: units[0]!} : draft;
}

/** Those of any half-year that is offered: which of them fits is judged when the half-year is known. */
function themesFor(themes: DraftContext["themes"], {periode}: ObservationDraft, today: string, own: string | null) {
  const periods = isPeriod(periode) ? [periode] : offeredPeriods(today, own);
  return [...new Set(periods.flatMap((period) => themesIn(themes, period).map(({code}) => code)))];
}

/** How far the findings of a municipality and period have come. */
export async function waysOf(registry: Registry, reader: ReleaseReader | null) {
  const delivered = await listDelivered(registry);
  return ({municipality, period}: ObservationEntry) => ({
    deliveredAt: delivered.get(`${municipality} ${period}`) ?? null,
    releasedAt: reader?.manifest.createdAt ?? null
  });
}

export function unitNames(reader: ReleaseReader | null): (id: string) => string {
  return (id) => reader?.units.get(id as UnitId)?.name ?? id;
}
