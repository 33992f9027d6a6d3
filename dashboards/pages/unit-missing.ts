/** The page of a unit that the release does not hold: what is known of the number, and what comes near. */
import type {Language, UnitId} from "../../queries/model.ts";
import {hrefOf, unitHref} from "../link.ts";
import type {SearchEntry} from "../search.ts";
import {webTextOf} from "../text-web.ts";
import {placeName, type Units} from "./places.ts";

export interface MissingUnit {
  readonly language: Language;
  readonly id: string;
  readonly near: readonly SearchEntry[];
  readonly units: Units;
}

const longest = 60;

export function missingUnitModel({language, id, near, units}: MissingUnit) {
  const t = webTextOf(language).unitView;
  const home = /^[GF]?(\d{3})/.exec(id)?.[1];
  const municipality = home ? units.get(home as UnitId) : undefined;
  return {
    heading: t.missing(id.slice(0, longest)),
    home:
      municipality?.kind === "municipality"
        ? {
            text: t.missingHome(placeName(municipality, language)),
            label: placeName(municipality, language),
            href: unitHref(language, municipality.id)
          }
        : null,
    near: near.map((entry) => ({label: entry.label, detail: entry.detail, href: unitHref(language, entry.id)})),
    front: hrefOf(language, "/")
  };
}
