import {type DisclosedFact, nation} from "../queries/model.ts";
import {choicesFor} from "../queries/packages/data-package.ts";
import type {PackageFacts} from "../templates/context/facts.ts";
import {comparatorUnit, ownSeries} from "../templates/context/series.ts";

/** Every figure that a package shows, the own unit first, then whom it is compared with, then the units below. */
export function shownFacts(given: PackageFacts): readonly DisclosedFact[] {
  const {dataPackage, unit, facts, below, municipalities} = given;
  const others = dataPackage.comparators.flatMap((kind) => comparatorUnit(given, kind) ?? []);
  const choices = choicesFor(dataPackage, unit.kind, given.indicators);
  const spread = choices.filter(({form}) => form === "figure");
  return [
    ...choices.flatMap(({definition, form}) => {
      const periods = new Set(ownSeries(given, definition).map(({period}) => period));
      if (form === "distribution")
        return [unit.id, given.municipality.id, nation].flatMap((id, index, ids) =>
          ids.indexOf(id) < index ? [] : facts.categories(id, definition.id, [...periods].at(-1) ?? given.period)
        );
      return [unit.id, ...others].flatMap((id) =>
        facts.series(id, definition.id).filter(({period}) => periods.has(period))
      );
    }),
    ...spread.flatMap(({definition}) => {
      const last = ownSeries(given, definition).at(-1)?.period;
      return [...below, ...municipalities.filter(({id}) => id !== unit.id)].flatMap(({id}) =>
        facts.series(id, definition.id).filter(({period}) => period === last)
      );
    })
  ];
}
