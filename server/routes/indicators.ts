import {z} from "zod";
import {indicatorModel} from "../../dashboards/pages/indicator.ts";
import {indicatorView} from "../../dashboards/pages/indicator-view.ts";
import {foundBy, indicatorsView, linkOf} from "../../dashboards/pages/indicators.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {NotFound} from "../../queries/errors.ts";
import {areas, qualities} from "../../queries/model.ts";
import type {Routes} from "../identity/routes.ts";
import {readMap} from "../municipality-map.ts";
import {type Ask, addPage, type Deps, released, type Shown} from "../page.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {choice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const text = (longest: number) => choice(z.string().max(longest));
const listQuery = z.strictObject({q: text(100), omraade: choice(z.enum(areas)), kvalitet: choice(z.enum(qualities))});
/** What the release does not know is told on the page itself, with what it does know. */
const pageQuery = z.strictObject({
  kommune: choice(z.string().regex(/^\d{3}$/)),
  enhed: choice(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u)),
  gruppe: z.union([text(400), z.array(z.string().max(40)).max(98)]),
  navn: text(60),
  periode: text(20),
  visning: choice(z.enum(["navn", "tal", "felter", "kort"])),
  alle: choice(z.enum(["kommuner-udvikling", "institutioner-udvikling"]))
});

export function addIndicatorPages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/noegletal", listQuery, async (ask) => ({
    page: "indicators",
    title: webTextOf(ask.language).indicators.title,
    section: "indicators",
    model: {unknown: null, view: liveOf(indicatorsView, ask)}
  }));
  app.get("/kort/:file", (request, response) => {
    const map = readMap(deps.dataDir);
    if (!map?.outline || request.path !== map.address) throw new NotFound("page", request.path);
    response.set("Cache-Control", "public, max-age=31536000, immutable").json(map.outline);
  });
  addDownloads(app, deps, "/noegletal/:id", pageQuery, indicatorView);
  addPage(app, deps, "/noegletal/:id", pageQuery, async (ask) => {
    const {indicators, versions, ethics} = released(ask);
    const {language, params} = ask;
    const indicator = indicators.get(params.id!);
    if (!indicator) return unknownIndicator(ask, params.id!);
    const view = liveOf(indicatorView, {...ask, search: joined(ask.search)});
    const around = indicatorModel({
      language,
      indicator,
      versions: versions.filter(({id}) => id === indicator.id),
      standardTitles: standardTitles(language),
      indicators,
      form: ethics.forms.find((form) => form.indicator === indicator.id)
    });
    return {
      status: view.model.unknown.length > 0 ? 404 : 200,
      page: "indicator",
      title: titleOf(indicator, language),
      description: indicator.description,
      section: "indicators",
      model: {...around, view}
    };
  });
}

/** The list of all that are known, after those whose names are like it. */
function unknownIndicator(ask: Ask<unknown>, id: string): Shown {
  const {language} = ask;
  const {indicators} = released(ask);
  const t = webTextOf(language);
  const nearest = foundBy(id.slice(0, 60).replaceAll(/[-_@.]/g, " "), [...indicators.values()]).slice(0, 5);
  return {
    status: 404,
    page: "indicators",
    title: t.errors.notFound,
    section: "indicators",
    model: {
      unknown: {
        text: t.indicatorList.unknown(id.slice(0, 60)),
        nearest: nearest.map((indicator) => linkOf(indicator, language))
      },
      view: liveOf(indicatorsView, {...ask, path: "/noegletal", params: {}, search: {}})
    }
  };
}

/** Boxes of one name come as several values where no script has joined them. */
function joined(search: Ask<unknown>["search"]): Ask<unknown>["search"] {
  const values = Object.entries(search as Readonly<Record<string, string | readonly string[]>>);
  return Object.fromEntries(values.map(([name, value]) => [name, [value].flat().join(",")]));
}
