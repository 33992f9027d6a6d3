import type {Express} from "express";
import {z} from "zod";
import {indicatorModel} from "../../dashboards/pages/indicator.ts";
import {indicatorsModel} from "../../dashboards/pages/indicators.ts";
import {titleOf} from "../../dashboards/sentences.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {nation, type Unit, type UnitId} from "../../queries/model.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import {addPage, type Deps, found, noQuery, released} from "../page.ts";
import {indicatorStateOf} from "./indicator-state.ts";
import {choice, municipalityChoice} from "./query.ts";

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
  addPage(app, deps, "/noegletal/:id", pageQuery, async (ask) => {
    const reader = released(ask);
    const id = ask.params.id!;
    const indicator = found(reader.indicators.get(id), "indicator", id);
    const place = placeOf(reader, ask.query);
    return {
      page: "indicator",
      title: titleOf(indicator, ask.language),
      description: indicator.description,
      section: "indicators",
      model: indicatorModel(await indicatorStateOf(reader, indicator, place, ask.language))
    };
  });
}

function placeOf(reader: ReleaseReader, {kommune, enhed}: z.infer<typeof pageQuery>): Unit {
  const {units} = reader;
  if (enhed) return found(units.get(enhed as UnitId), "unit", enhed);
  if (kommune) return found(units.get(kommune as UnitId), "municipality", kommune);
  return found(units.get(nation), "unit", nation);
}
