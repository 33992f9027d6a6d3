/** Plausible disclosed figures of the small release: levels from ids, no randomness. */

import {findClassification} from "../queries/classifications/index.ts";
import {intervalOf, type Sums} from "../queries/intervals.ts";
import type {Blank, ComparisonGroup, Indicator, MunicipalityCode, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {type FixtureUnit, fixtureUnits} from "./fixture-units.ts";

export type FixtureRow = Readonly<Record<string, string | number | boolean | null>>;

interface FixtureCell {
  readonly indicator: string;
  readonly version: number;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
}

/** Counts at the institutions, summed upwards; classes get a part of their school. */
export function fixtureFacts(indicator: Indicator, periods: readonly PeriodId[]): readonly FixtureRow[] {
  const kinds = new Set<string>(indicator.kinds);
  const units = fixtureUnits.filter((unit) => kinds.has(unit.kind));
  const categories = ["", ...(findClassification(indicator.dimension ?? "")?.codes ?? []).map(({code}) => code)];
  const lowest = fixtureUnits.filter((unit) => isLowest(unit, kinds));
  return periods.flatMap((period, index) =>
    [...units, ...fixtureGroups.map(groupUnit)].flatMap((unit) => {
      const blank = blankOf(indicator, unit, period);
      const base = {indicator: indicator.id, version: indicator.version, unit: unit.id, period};
      if (blank && blank !== "hidden") return [blankRow(unit, {...base, category: ""}, blank)];
      return categories.map((category, order) => {
        const cell = {...base, category};
        if (blank || (order > 1 && unit.kind === "class")) return blankRow(unit, cell, "hidden");
        const atoms = unit.kind === "class" ? [unit] : lowest.filter((atom) => unit.covers.includes(atom.id));
        const sums = sumsOf(indicator, atoms, index, order === 0 ? 1 : 1 / (categories.length - 1));
        return shownRow(indicator, unit, cell, sums);
      });
    })
  );
}

function isLowest(unit: FixtureUnit, kinds: ReadonlySet<string>): boolean {
  const institution = ["school", "daycare", "leisure"].includes(unit.kind);
  if ([...kinds].some((kind) => ["school", "daycare", "leisure"].includes(kind)))
    return institution && kinds.has(unit.kind);
  return unit.kind === "municipality";
}

function groupUnit(group: ComparisonGroup): FixtureUnit {
  const covers = fixtureUnits.filter(
    (unit) => unit.municipality && group.members.includes(unit.municipality as MunicipalityCode)
  );
  return {
    id: group.id,
    name: group.title,
    kind: "municipality",
    parent: null,
    municipality: null,
    size: 0,
    covers: covers.map((unit) => unit.id)
  };
}

function sumsOf(indicator: Indicator, atoms: readonly FixtureUnit[], index: number, part: number): Sums {
  const isCount = indicator.measure === "count" || indicator.measure === "amount";
  const sums = {numerator: 0, denominator: isCount ? 1 : 0, persons: 0, yy: 0, xy: 0, xx: 0};
  for (const atom of atoms) {
    const level =
      levelOf(indicator) * (1 + 0.08 * wave(atom.id + indicator.id) + 0.05 * wave(indicator.id + index) * 0.5);
    const size = atom.size + index;
    const numerator = isCount ? size : Math.round(((level * size) / indicator.scale) * part * 10) / 10;
    const whole = indicator.counts === "persons" ? Math.min(Math.round(numerator), size) : numerator;
    const mean = whole / size;
    sums.numerator += whole;
    sums.denominator += isCount ? 0 : size;
    sums.persons += size;
    sums.yy += size * mean * mean * 1.1;
    sums.xy += size * mean;
    sums.xx += size;
  }
  return sums;
}

function shownRow(indicator: Indicator, unit: FixtureUnit, cell: FixtureCell, sums: Sums): FixtureRow {
  const value = (sums.numerator / sums.denominator) * indicator.scale;
  if (!Number.isFinite(value) || sums.persons === 0) return blankRow(unit, cell, "not-applicable");
  const {numerator, denominator, persons} = sums;
  const [low, high] = intervalOf(sums, indicator) ?? [null, null];
  const shown = {value, numerator, denominator, persons, low, high, blank: null};
  return {...cell, ...shown, linked: unit.id === "751014", ...membersOf(unit)};
}

function membersOf({id, kind}: FixtureUnit): {readonly members: number; readonly expected: number} {
  if (kind === "nation") return {members: 3, expected: 3};
  const group = fixtureGroups.find((each) => each.id === id);
  return group ? {members: group.members.length, expected: group.members.length} : {members: 1, expected: 1};
}

function levelOf({id, measure, bounds, target, scale, area}: Indicator): number {
  const known: Readonly<Record<string, number>> = {
    "school-absence": 6.2,
    "school-absence-high": 18,
    "staff-absence": 12.4
  };
  if (known[id]) return known[id];
  if (target) return target * 1.02;
  if (bounds) return bounds[0] + (bounds[1] - bounds[0]) * 0.68;
  if (measure === "ratio") return area === "staff" ? 11 : 6;
  return scale * (0.35 + 0.25 * wave(id));
}

/** A number from -1 to 1 that depends on the text only. */
function wave(text: string): number {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619);
  return ((state >>> 0) % 2001) / 1000 - 1;
}

function blankOf(indicator: Indicator, unit: FixtureUnit, period: PeriodId): Blank | null {
  if (unit.municipality === "746" && indicator.area === "school" && period >= "2025") return "not-reported";
  if (unit.municipality === "740" && indicator.standards.includes("wellbeing")) return "exempt";
  if (unit.id === "751014-7B" || (unit.id === "G75102" && indicator.sensitivity === "sensitive")) return "hidden";
  if (unit.id === "751033" && indicator.measure === "mean" && period.startsWith("2022")) return "rejected-quality";
  return null;
}

function blankRow(unit: FixtureUnit, cell: FixtureCell, blank: Blank): FixtureRow {
  const nothing = {value: null, numerator: null, denominator: null, persons: null, low: null, high: null};
  return {...cell, ...nothing, blank, linked: false, ...membersOf(unit)};
}

const codes = (...values: string[]) => values as MunicipalityCode[];

export const fixtureGroups: readonly ComparisonGroup[] = ["751", "740", "746"].flatMap((owner) => {
  const members = codes("740", "746", "751").filter((code) => code !== owner);
  return [
    {
      id: `neighbours-${owner}` as UnitId,
      kind: "neighbours" as const,
      owner: owner as MunicipalityCode,
      title: "Nabokommuner",
      members,
      basis: "Kommuner med fælles landegrænse.",
      distances: [],
      variables: []
    },
    {
      id: `similar-${owner}` as UnitId,
      kind: "similar" as const,
      owner: owner as MunicipalityCode,
      title: "De mest sammenlignelige kommuner",
      members,
      basis: "Mindste afstand over befolkning, tæthed, alder, beskæftigelse og indkomst.",
      distances: members.map((member, index) => ({member, distance: 0.4 + index * 0.2})),
      variables: [{indicator: "population", period: "2022" as PeriodId, weight: 1}]
    }
  ];
});
