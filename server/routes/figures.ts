/** `/tal/<indicator>/<unit>/<period>`: everything behind one figure. */
import {z} from "zod";
import {factHref, indicatorHref} from "../../dashboards/link.ts";
import {categoryLabel, numberModel} from "../../dashboards/pages/number.ts";
import {placeName} from "../../dashboards/pages/places.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {unitSlice} from "../../dashboards/slices.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {type DisclosedFact, type Indicator, nation, type UnitId} from "../../queries/model.ts";
import {comparePeriods, periodLabel} from "../../queries/period.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {coverageOf} from "../coverage-shelf.ts";
import {opensDeliveries} from "../identity/opens.ts";
import type {Routes} from "../identity/routes.ts";
import {type Ask, addPage, type Deps, found, released, type Shown} from "../page.ts";
import {choice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const figureQuery = z.strictObject({gruppe: choice(z.string().max(60))});
type FigureAsk = Ask<z.infer<typeof figureQuery>>;

export function addFigurePages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/tal/:indicator/:unit/:period", figureQuery, async (ask) => {
    const reader = released(ask);
    const {params, language, query} = ask;
    const newest = found(reader.indicators.get(params.indicator!), "indicator", params.indicator!);
    const place = placeOf(reader, params.unit!, language);
    const period = params.period!.replace("_", "/");
    const slice = unitSlice(place.id);
    const facts = deps.slices
      .load(reader.manifest.id, [slice])
      .facts(slice)
      .filter(({indicator}) => indicator === newest.id);
    const series = facts.filter(({category}) => category === (query.gruppe ?? ""));
    const fact = series.find((each) => each.period === period);
    if (!fact) return missing(ask, newest, place.name, facts);
    const indicator = reader.versions.find(({id, version}) => id === fact.indicator && version === fact.version);
    const all = await coverageOf(reader);
    const model = numberModel({
      language,
      indicator: indicator ?? newest,
      place,
      members: place.members,
      fact,
      series,
      coverage: all.filter(({municipality}) => place.members.includes(municipality)),
      manifest: reader.manifest,
      standardTitles: standardTitles(language),
      opens: opensDeliveries(ask.subject)
    });
    const name = [place.name, categoryLabel(fact, newest, language)].filter(Boolean).join(", ");
    const title = webTextOf(language).number.title(titleOf(newest, language), name, periodLabel(fact.period, language));
    return {page: "number", title, section: "indicators", model};
  });
}

/** A unit, or a comparison group whose figures are totalled, with the municipalities behind it. */
function placeOf(reader: ReleaseReader, id: string, language: Ask<unknown>["language"]) {
  const group = reader.groups.find((each) => each.id === id);
  const unit = reader.units.get(id as UnitId);
  if (!unit) {
    const {title, members} = found(group, "unit", id);
    return {id, name: title, isUnit: false, members: members as readonly string[]};
  }
  const name = placeName(unit, language);
  return {id, name, isUnit: true, members: membersOf(reader, id, unit.municipality, group?.members)};
}

function membersOf(
  {units}: ReleaseReader,
  id: string,
  municipality: string | null,
  members: readonly string[] | undefined
): readonly string[] {
  if (municipality) return [municipality];
  if (members) return members;
  const own = units.get(id as UnitId);
  if (own?.kind === "municipality") return [id];
  const all = [...units.values()].filter(({kind}) => kind === "municipality");
  return all.filter((unit) => id === nation || (unit.parent as string | null) === id).map((unit) => unit.id);
}

function missing({language}: FigureAsk, indicator: Indicator, name: string, facts: readonly DisclosedFact[]): Shown {
  const {number: t} = webTextOf(language);
  const known = facts
    .filter(({category}) => category === "")
    .toSorted((a, b) => comparePeriods(b.period, a.period))
    .map((fact) => ({href: factHref(language, fact), label: periodLabel(fact.period, language)}));
  const label = titleOf(indicator, language);
  return {
    page: "number-missing",
    title: t.missing,
    section: "indicators",
    status: 404,
    model: {
      sentence: known.length > 0 ? t.missingText(label, name) : t.knownNone(name),
      known,
      indicator: {href: indicatorHref(language, indicator.id), label}
    }
  };
}
