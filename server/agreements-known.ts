/** Agreements with what the active release knows of their units and figures, for those who may see them. */

import type {KnownAgreement} from "../dashboards/pages/agreements.ts";
import {breaksOf} from "../dashboards/sentences.ts";
import {unitSlice} from "../dashboards/slices.ts";
import {authorize, type Place, type Subject} from "../queries/access.ts";
import type {Action} from "../queries/access-rules.ts";
import type {DisclosedFact, Language, UnitId} from "../queries/model.ts";
import {endOf, type PeriodId} from "../queries/period.ts";
import type {Agreement} from "../queries/registry/agreements.ts";
import type {ReleaseReader} from "../queries/release.ts";
import type {Deps} from "./page.ts";
import {linesOf as linesAbove, placeOfUnit as placeOf} from "./unit-place.ts";

/** The unit and what it lies in; nothing where the release does not know it. */
export function linesOf(id: string, {units}: Pick<ReleaseReader, "units">): readonly string[] {
  const unit = units.get(id as UnitId);
  return unit ? linesAbove(unit, units) : [];
}

export function placeOfUnit(id: string, reader: Pick<ReleaseReader, "units">): Place | null {
  const unit = reader.units.get(id as UnitId);
  return unit ? placeOf(unit, reader.units) : null;
}

/** What concerns a unit that the release does not know is for nobody: whose it is cannot be told. */
export function mayIn(subject: Subject, action: Action, unit: string, reader: Pick<ReleaseReader, "units">): boolean {
  const place = placeOfUnit(unit, reader);
  return place !== null && authorize(subject, action, place).allowed;
}

export interface Seen {
  readonly reader: ReleaseReader;
  readonly deps: Pick<Deps, "slices">;
  readonly language: Language;
  /** Conversation → its template. */
  readonly templates: ReadonlyMap<string, string>;
  /** The newest half-year to be told of; the release's own by default. */
  readonly until?: PeriodId;
}

export function knownOf(agreement: Agreement, {reader, deps, language, templates, until}: Seen): KnownAgreement {
  const unit = reader.units.get(agreement.unit as UnitId)!;
  const indicator = (agreement.indicator && reader.indicators.get(agreement.indicator)) || null;
  const key = unitSlice(unit.id);
  const facts = indicator ? deps.slices.load(reader.manifest.id, [key]).facts(key) : [];
  const last = until ?? reader.manifest.period;
  const lastEnd = endOf(last);
  return {
    ...{agreement, unit, indicator, until: last},
    template: (agreement.conversation && templates.get(agreement.conversation)) || null,
    series: (seriesIn(facts).get(indicator?.id ?? "") ?? []).filter(({end}) => end <= lastEnd).map(({fact}) => fact),
    breaks: indicator ? breaksOf(reader.breaks, indicator, language) : []
  };
}

type Series = ReadonlyMap<string, readonly {readonly fact: DisclosedFact; readonly end: string}[]>;
const sorted = new WeakMap<readonly DisclosedFact[], Series>();

/** By indicator, oldest first; kept as long as the slice is. */
function seriesIn(facts: readonly DisclosedFact[]): Series {
  const known = sorted.get(facts);
  if (known) return known;
  const whole = facts
    .filter(({category}) => category === "")
    .toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  const made = Map.groupBy(
    whole.map((fact) => ({fact, end: endOf(fact.period)})),
    ({fact}) => fact.indicator
  );
  sorted.set(facts, made);
  return made;
}
