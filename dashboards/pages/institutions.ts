/** What stands around the overview of institutions. */
import type {Language, Unit} from "../../queries/model.ts";
import {hrefOf, unitHref} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {ancestorsOf, municipalityOf, placeName, type Units} from "./places.ts";

export function institutionsModel(place: Unit, units: Units, language: Language) {
  const t = webTextOf(language).institutions;
  const name = placeName(place, language);
  const home = municipalityOf(place, units);
  return {
    heading: t.title(name),
    trail: [...ancestorsOf(place, units), place].map((each) => ({
      href: unitHref(language, each.id),
      label: placeName(each, language)
    })),
    compare:
      hrefOf(language, "/sammenlign") +
      searchOf({kommune: home?.id ?? "", enhed: home?.id === place.id ? "" : place.id})
  };
}
