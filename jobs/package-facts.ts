import type {ComparisonGroup, DisclosedFact, Observation, Unit} from "../queries/model.ts";
import {nation} from "../queries/model.ts";
import {choicesFor, type DataPackage} from "../queries/packages/data-package.ts";
import {dataPackages} from "../queries/packages/index.ts";
import {endOf, latestWithin, type PeriodId, stepPeriod} from "../queries/period.ts";
import {type Agreement, listAgreements} from "../queries/registry/agreements.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {type FactIndex, type IssueMark, indexFacts, type PackageFacts} from "../templates/context/facts.ts";
import type {FactNames} from "../templates/export/export-tables.ts";
import {municipalitiesOf} from "./package-municipalities.ts";

/** What all packages of one municipality and half-year draw from; read once. */
export interface MunicipalityFacts {
  readonly reader: ReleaseReader;
  readonly municipality: Unit;
  readonly period: PeriodId;
  /** The municipality's units that exist at the end of the period, by id. */
  readonly units: readonly Unit[];
  readonly facts: FactIndex;
  readonly neighbours: ComparisonGroup | null;
  readonly similar: ComparisonGroup | null;
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly agreements: ReadonlyMap<string, readonly Agreement[]>;
  readonly coverage: PackageFacts["coverage"];
  readonly unitNames: ReadonlyMap<string, string>;
  /** Per language: rows of facts that were exported before. */
  readonly exported: Readonly<Record<Plan["language"], FactNames["known"]>>;
}

/** One unit's package of one definition and language, before it has a number. */
export interface Plan {
  readonly dataPackage: DataPackage;
  readonly unit: Unit;
  readonly language: PackageFacts["language"];
}

export async function readMunicipality(
  reader: ReleaseReader,
  registry: Registry,
  municipality: Unit,
  period: PeriodId
): Promise<MunicipalityFacts> {
  const code: string = municipality.id;
  const units = [...reader.units.values()]
    .filter((unit) => unit.municipality === code && unit.kind !== "class" && existsAt(unit, endOf(period)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const groupOf = (kind: ComparisonGroup["kind"]) =>
    reader.groups.find((group) => group.kind === kind && group.owner === code) ?? null;
  const [neighbours, similar] = [groupOf("neighbours"), groupOf("similar")];
  const ids = units.map(({id}) => id);
  const [facts, observations, agreements, coverage] = await Promise.all([
    readFacts(reader, municipality, period, [neighbours, similar], ids),
    reader.observations(ids),
    listAgreements(registry),
    reader.coverage(municipality.id)
  ]);
  return {
    reader,
    municipality,
    period,
    units,
    facts: indexFacts(facts),
    neighbours,
    similar,
    observations: Map.groupBy(observations, ({unit}) => unit),
    agreements: Map.groupBy(agreements, ({unit}) => unit),
    coverage,
    unitNames: unitNamesOf(reader, [neighbours, similar]),
    exported: {da: new WeakMap(), en: new WeakMap()}
  };
}

function unitNamesOf(reader: ReleaseReader, groups: readonly (ComparisonGroup | null)[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [id, {name}] of reader.units) names.set(id, name);
  for (const group of groups) if (group) names.set(group.id, group.title);
  return names;
}

async function readFacts(
  reader: ReleaseReader,
  municipality: Unit,
  period: PeriodId,
  groups: readonly (ComparisonGroup | null)[],
  ids: readonly string[]
): Promise<readonly DisclosedFact[]> {
  const chosen = dataPackages.flatMap(({choices}) => choices);
  const indicators = [...new Set(chosen.map(({indicator}) => indicator))].filter((id) => reader.indicators.has(id));
  const shares = [...new Set(chosen.flatMap(({form, indicator}) => (form === "distribution" ? [indicator] : [])))];
  const others = [...groups.flatMap((group) => (group ? [group.id] : [])), municipality.parent ?? nation, nation];
  const kinds = ["municipality", "area", "school", "daycare", "leisure"] as const;
  const newest = (["half-year", "school-year", "year"] as const).map((kind) => latestWithin(period, kind));
  const [own, compared, parts, all] = await Promise.all([
    reader.facts({municipality: municipality.id, kinds, indicators}),
    reader.facts({units: others, indicators}),
    reader.facts({units: [...ids, nation], indicators: shares, categories: "all"}),
    reader.facts({kinds: ["municipality"], indicators, periods: newest.flatMap((each) => [each, stepPeriod(each, -1)])})
  ]);
  return [
    ...own,
    ...compared,
    ...parts.filter(({category}) => category !== ""),
    ...all.filter(({unit}) => unit !== municipality.id)
  ];
}

/** Which packages are wanted; absent: all. */
export interface PlanWish {
  readonly unit?: string;
  /** `<definition> <unit>` of each. */
  readonly plans?: ReadonlySet<string>;
  readonly definition?: string;
  readonly language: Plan["language"];
}

/** The packages of a municipality in the order of building. */
export function plansOf(given: MunicipalityFacts, wish: PlanWish): readonly Plan[] {
  return dataPackages
    .filter(({id}) => wish.definition === undefined || id === wish.definition)
    .flatMap((dataPackage) =>
      [given.municipality, ...given.units.filter(({id}) => id !== given.municipality.id)]
        .filter((unit) => dataPackage.kinds.includes(unit.kind) && (wish.unit === undefined || unit.id === wish.unit))
        .filter((unit) => wish.plans?.has(`${dataPackage.id} ${unit.id}`) ?? true)
        .filter((unit) => hasFacts(given, dataPackage, unit))
        .map((unit) => ({dataPackage, unit, language: wish.language}))
    );
}

/** Everything one report is made of. */
export function packageFacts(
  given: MunicipalityFacts,
  {dataPackage, unit, language}: Plan,
  issue: IssueMark
): PackageFacts {
  const {reader, municipality, period} = given;
  const isTop = unit.id === municipality.id;
  const areaUnit = unit.parent ? (reader.units.get(unit.parent) ?? null) : null;
  const below = given.units.filter(
    (each) => dataPackage.spread.includes(each.kind) && each.id !== unit.id && (isTop || each.parent === unit.id)
  );
  return {
    dataPackage,
    language,
    period,
    unit,
    municipality,
    area: unit.kind === "area" ? unit : areaUnit?.kind === "area" ? areaUnit : null,
    region: municipality.parent ? (reader.units.get(municipality.parent) ?? null) : null,
    indicators: reader.indicators,
    facts: given.facts,
    neighbours: given.neighbours,
    similar: given.similar,
    below: below.toSorted((a, b) => a.name.localeCompare(b.name, "da")),
    municipalities: dataPackage.id === "municipality" ? municipalitiesOf(reader) : [],
    observations: observationsOf(given, unit),
    coverage: given.coverage,
    agreements: given.agreements.get(unit.id) ?? [],
    breaks: reader.breaks,
    issue
  };
}

/** A unit's own findings; an area and a municipality also speak with those of their institutions. */
function observationsOf(given: MunicipalityFacts, unit: Unit): readonly Observation[] {
  const within = given.units.filter(
    ({id, parent}) => id === unit.id || unit.kind === "municipality" || (unit.kind === "area" && parent === unit.id)
  );
  return within.flatMap(({id}) => given.observations.get(id) ?? []);
}

function hasFacts({facts, reader}: MunicipalityFacts, dataPackage: DataPackage, unit: Unit): boolean {
  return choicesFor(dataPackage, unit.kind, reader.indicators).some(
    ({indicator}) => facts.series(unit.id, indicator).length > 0
  );
}

function existsAt({validFrom, validTo}: Unit, date: string): boolean {
  return validFrom <= date && (validTo === null || validTo >= date);
}
