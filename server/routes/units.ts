import type {Express} from "express";
import {placeName} from "../../dashboards/pages/places.ts";
import {unitModel} from "../../dashboards/pages/unit.ts";
import {whomOf} from "../../dashboards/pages/unit-figures.ts";
import type {UnitId} from "../../queries/model.ts";
import {addPage, type Deps, found, noQuery, released} from "../page.ts";
import {countIssues, listed} from "./listed.ts";

export function addUnitPages(app: Express, deps: Deps): void {
  addPage(app, deps, "/enheder/:id", noQuery, async (ask) => {
    const {params, language} = ask;
    const reader = released(ask);
    const unit = found(reader.units.get(params["id"] as UnitId), "unit", params["id"]!);
    const whom = whomOf(unit);
    const all = await deps.shelf.all();
    const [facts, observations, issues] = await Promise.all([
      reader.facts({units: [unit.id, ...whom.map((each) => each.unit)]}),
      reader.observations([unit.id]),
      listed(all.filter(({manifest}) => manifest.unit === unit.id), deps.shelf)
    ]);
    return {
      page: "unit",
      title: placeName(unit, language),
      model: unitModel({
        language,
        unit,
        whom,
        facts,
        observations,
        issues,
        indicators: reader.indicators,
        units: reader.units,
        issueCounts: countIssues(all)
      })
    };
  });
}
