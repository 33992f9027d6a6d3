/** The form above the cards; every choice stands in the address. */
import {areas} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {choicesOf} from "./choice.ts";
import {columns, type Told, type UnitState} from "./unit-state.ts";

export function controlsModel(
  {address, everyone, whom, area, column, onlyDistinct, search}: UnitState,
  told: readonly Told[]
) {
  const {language, path} = address;
  const t = webTextOf(language);
  const {comparators} = textOf(language);
  const present = areas.filter((each) => told.some(({indicator}) => indicator.area === each));
  const chosen = whom.length < everyone.length ? (whom[0]?.name ?? null) : null;
  return {
    action: hrefOf(language, path),
    whom:
      everyone.length > 1
        ? choicesOf(
            "sammenlign",
            t.unitView.whom,
            chosen,
            t.unitView.everyone,
            everyone.map(({name, kind}) => [name, comparators[kind]])
          )
        : null,
    area:
      present.length > 1
        ? choicesOf(
            "omraade",
            t.unitView.area,
            area,
            t.unitView.all,
            present.map((each) => [each, t.indicators.areas[each]])
          )
        : null,
    column: choicesOf(
      "kvalitet",
      t.unitView.quality,
      column,
      t.unitView.all,
      columns.map((each) => [each, t.unitView.columns[each]])
    ),
    onlyDistinct,
    search,
    isNarrowed: area !== null || column !== null || onlyDistinct || search !== ""
  };
}
