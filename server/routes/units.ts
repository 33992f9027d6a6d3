import type {Express} from "express";
import {placeName, type Units} from "../../dashboards/pages/places.ts";
import {unitModel} from "../../dashboards/pages/unit.ts";
import {whomOf} from "../../dashboards/pages/unit-figures.ts";
import type {Unit, UnitId} from "../../queries/model.ts";
import {addPage, type Deps, found, noQuery, released} from "../page.ts";
import {countIssues, listed} from "./listed.ts";

export function addUnitPages(app: Express, deps: Deps): void {
  addPage(app, deps, "/enheder/:id", noQuery, async (ask) => {
    const {params, language} = ask;
    const reader = released(ask);
    const unit = found(reader.units.get(params.id as UnitId), "unit", params.id!);
    const whom = whomOf(unit);
    const all = await deps.shelf.all();
    const [facts, observations, issues] = await Promise.all([
      reader.facts({units: [unit.id, ...whom.map((each) => each.unit)]}),
      reader.observations(belowAnd(unit, reader.units)),
      listed(
        all.filter(({manifest}) => manifest.unit === unit.id),
        deps.shelf
      )
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

/** An institution's own findings; for an area or a municipality those of its institutions too. */
function belowAnd(unit: Unit, units: Units): readonly string[] {
  if (unit.kind !== "municipality" && unit.kind !== "area") return [unit.id];
  const isBelow = ({kind, parent, municipality}: Unit) =>
    kind !== "class" && (unit.kind === "area" ? parent === unit.id : municipality === (unit.id as string));
  return [unit.id, ...[...units.values()].filter((each) => each.id !== unit.id && isBelow(each)).map(({id}) => id)];
}
