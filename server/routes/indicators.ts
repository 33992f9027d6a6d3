import type {Express} from "express";
import {z} from "zod";
import {indicatorModel} from "../../dashboards/pages/indicator.ts";
import {indicatorView} from "../../dashboards/pages/indicator-view.ts";
import {indicatorsModel} from "../../dashboards/pages/indicators.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {type Ask, addPage, type Deps, found, noQuery, released} from "../page.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {choice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const text = (longest: number) => choice(z.string().max(longest));
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

export function addIndicatorPages(app: Express, deps: Deps): void {
  addPage(app, deps, "/noegletal", noQuery, async (ask) => {
    const {indicators} = released(ask);
    return {
      page: "indicators",
      title: webTextOf(ask.language).indicators.title,
      section: "indicators",
      model: indicatorsModel({language: ask.language, indicators})
    };
  });
  addDownloads(app, deps, "/noegletal/:id", pageQuery, indicatorView);
  addPage(app, deps, "/noegletal/:id", pageQuery, async (ask) => {
    const reader = released(ask);
    const id = ask.params.id!;
    const indicator = found(reader.indicators.get(id), "indicator", id);
    const view = liveOf(indicatorView, {...ask, search: joined(ask.search)});
    return {
      status: view.model.unknown.length > 0 ? 404 : 200,
      page: "indicator",
      title: titleOf(indicator, ask.language),
      description: indicator.description,
      section: "indicators",
      model: {
        ...indicatorModel({
          language: ask.language,
          indicator,
          versions: reader.versions.filter((version) => version.id === id),
          standardTitles: standardTitles(ask.language)
        }),
        view
      }
    };
  });
}

/** Boxes of one name come as several values where no script has joined them. */
function joined(search: Ask<unknown>["search"]): Ask<unknown>["search"] {
  const values = Object.entries(search as Readonly<Record<string, string | readonly string[]>>);
  return Object.fromEntries(values.map(([name, value]) => [name, [value].flat().join(",")]));
}
