/** The order in which a unit's package shows its figures, which people have agreed on. */
import {area} from "../../queries/packages/area.ts";
import {leader} from "../../queries/packages/leader.ts";
import {municipality} from "../../queries/packages/municipality.ts";
import type {Told, UnitState} from "./unit-state.ts";

/** `main`: shown as a block there; what it shows as a row, and the rest, comes after. All are, where none would be. */
export function inPackageOrder(told: readonly Told[], {unit}: Pick<UnitState, "unit">) {
  const {kind} = unit;
  const {choices} =
    kind === "area" ? area : ["municipality", "region", "nation"].includes(kind) ? municipality : leader;
  const meant = choices.filter(({kinds}) => kinds?.includes(kind) ?? true);
  const placed = told.map((each) => {
    const place = meant.findIndex(({indicator}) => indicator === each.indicator.id);
    const main = place >= 0 && meant[place]!.form !== "row" && isMeantFor(each);
    return {each, place: place < 0 ? meant.length : place, main};
  });
  const isFew = placed.every(({main}) => !main);
  return placed
    .map((one) => ({...one, main: one.main || isFew}))
    .toSorted((a, b) => Number(b.main) - Number(a.main) || a.place - b.place);
}

/** A figure that has never been there for the unit, such as that of other ages, is told of last. */
function isMeantFor({series}: Told): boolean {
  return series.some(({blank}) => blank !== "not-applicable");
}
