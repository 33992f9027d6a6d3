import type {Express} from "express";
import {z} from "zod";
import {indicatorModel} from "../../dashboards/pages/indicator.ts";
import {indicatorView} from "../../dashboards/pages/indicator-view.ts";
import {indicatorsModel} from "../../dashboards/pages/indicators.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {addPage, type Deps, found, noQuery, released} from "../page.ts";
import {addDownloads, liveOf} from "../view-page.ts";
import {choice, municipalityChoice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const pageQuery = z.strictObject({
  kommune: municipalityChoice,
  enhed: choice(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u))
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
    return {
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
        view: liveOf(indicatorView, ask)
      }
    };
  });
}
