/** A small country of invented figures for the models of the indicator page: six municipalities, one with seven schools. */
import type {Slices} from "../dashboards/slices.ts";
import {countrySlice, homeSlice, unitSlice} from "../dashboards/slices.ts";
import type {Address} from "../dashboards/view.ts";
import type {World} from "../dashboards/world.ts";
import type {ComparisonGroup, DisclosedFact, Indicator, Unit, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {fixtureIndicators} from "./fixture-indicators.ts";

const municipal = ["101", "147", "461", "730", "751", "851"] as const;
const names = {101: "København", 147: "Frederiksberg", 461: "Odense", 730: "Randers", 751: "Aarhus", 851: "Aalborg"};
const schools = ["A", "B", "C", "D", "E", "F", "G"] as const;
const periods = ["2024-H1", "2024-H2", "2025-H1", "2025-H2"] as unknown as readonly PeriodId[];

export const absence: Indicator = {...fixtureIndicators.find(({id}) => id === "school-absence")!, version: 1};

type Change = Partial<Pick<DisclosedFact, "value" | "low" | "high" | "persons" | "blank">>;

export function factOf(unit: string, period: string, change: Change = {}): DisclosedFact {
  const {value = 6, persons = 400, low = (value ?? 6) - 0.2, high = (value ?? 6) + 0.2, blank = null} = change;
  const cell = {indicator: absence.id, version: 1, unit: unit as UnitId, period: period as PeriodId, category: ""};
  const base = {...cell, linked: false, members: 1, expected: 1};
  if (blank)
    return {...base, value: null, numerator: null, denominator: null, persons: null, low: null, high: null, blank};
  const denominator = (persons ?? 0) * 100;
  return {
    ...base,
    value: value!,
    numerator: (value! * denominator) / 100,
    denominator,
    persons: persons!,
    low,
    high,
    blank: null
  };
}

/** `changes` by unit, in every period; or by `unit period`. */
export function slicesOf(changes: Readonly<Record<string, Change>> = {}): Slices {
  const factsOf = (unit: string, persons: number) =>
    periods.map((period) => factOf(unit, period, {persons, ...changes[unit], ...changes[`${unit} ${period}`]}));
  const country = [
    ...factsOf("000", 60_000),
    ...factsOf("082", 30_000),
    ...municipal.flatMap((code) => factsOf(code, 10_000))
  ];
  const local = schools.flatMap((letter) => factsOf(`751-${letter}`, 400));
  const all = new Map<string, readonly DisclosedFact[]>([
    [countrySlice(absence.id), country],
    [homeSlice(absence.id, "751"), [...country.filter(({unit}) => (unit as string) === "751"), ...local]],
    [unitSlice("neighbours-751"), factsOf("neighbours-751", 20_000)]
  ]);
  const ofUnit = (key: string) => [...country, ...local].filter(({unit}) => unitSlice(unit) === key);
  return {facts: (key) => all.get(key) ?? ofUnit(key)};
}

const unitOf = (id: string, name: string, kind: Unit["kind"], parent: string | null, municipality: string | null) =>
  ({id, name, kind, parent, municipality, validFrom: "2015-01-01", validTo: null}) as unknown as Unit;

const units: readonly Unit[] = [
  unitOf("000", "Hele landet", "nation", null, null),
  unitOf("082", "Region Midtjylland", "region", "000", null),
  ...municipal.map((code) => unitOf(code, names[code], "municipality", "082", code)),
  ...schools.map((letter) => unitOf(`751-${letter}`, `Skole ${letter}`, "school", "751", "751"))
];

const groupOf = (id: string, kind: ComparisonGroup["kind"], owner: string | null, members: readonly string[]) =>
  ({id, kind, owner, title: id, members, basis: "Sådan.", distances: [], variables: []}) as unknown as ComparisonGroup;

export const world: World = {
  release: {id: "r000000000000", period: "2025-H2" as PeriodId, demonstration: true},
  indicators: new Map([[absence.id, absence]]),
  units: new Map(units.map((unit) => [unit.id, unit])),
  groups: [
    groupOf("000", "nation", null, municipal),
    groupOf("082", "region", null, municipal),
    groupOf("6-byerne", "named", null, ["101", "461", "730", "751", "851"]),
    groupOf("neighbours-751", "neighbours", "751", ["730"]),
    groupOf("neighbours-147", "neighbours", "147", [])
  ],
  breaks: []
};

export function addressOf(query: Readonly<Record<string, string>>, language: Address["language"] = "da"): Address {
  return {language, path: "/noegletal/school-absence", params: {id: absence.id}, query};
}
