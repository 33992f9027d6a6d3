/** Pure SQL text over the views of one opened release. */
import {quoteText} from "./engine.ts";
import type {Indicator} from "./model.ts";
import type {FactQuery} from "./release.ts";

/** Where a unit's or a group's rows stand in `facts.parquet`: it is sorted by this column first. */
export interface StoredUnit {
  readonly municipality: string;
}

export const unitsSql = `
  SELECT id, name, kind, parent, municipality, valid_from AS "validFrom", valid_to AS "validTo"
  FROM units ORDER BY valid_from, id`;

export const coverageSql = `
  SELECT standard, municipality, period, state, delivery, received_at AS "receivedAt", "rows"
  FROM coverage`;

export const hiddenSharesSql = `
  SELECT indicator, kind, count(*) FILTER (WHERE blank IS NULL) AS shown, count(*) FILTER (WHERE blank = 'hidden') AS hidden
  FROM facts GROUP BY ALL ORDER BY ALL`;

export function observationsSql(units: readonly string[]): string {
  return `
    SELECT unit, period, theme, quality, source, assessment, "count", finding, quote, observed_on AS "observedOn"
    FROM observations WHERE finding IS NOT NULL AND unit IN (${textsOf(units)})`;
}

export function hiddenFindingsSql(units: readonly string[]): string {
  return `
    SELECT unit, period, theme, count(*) AS hidden
    FROM observations WHERE finding IS NULL AND unit IN (${textsOf(units)}) GROUP BY ALL ORDER BY ALL`;
}

const factColumns = `indicator, version, unit, period, category, value, numerator, denominator, persons, low, high, blank,
      linked, members, expected`;

/** The facts that meet the query, with more of the stored columns where they are asked for; null where nothing can meet it. */
export function factsSql(
  query: FactQuery,
  placed: ReadonlyMap<string, StoredUnit>,
  indicators: readonly Indicator[],
  more: readonly string[] = []
): string | null {
  const conditions = [...unitConditions(query, placed)];
  if (conditions.includes("FALSE")) return null;
  for (const [column, values] of [
    ["indicator", query.indicators],
    ["period", query.periods],
    ["category", query.categories === "all" ? undefined : (query.categories ?? [""])],
    ["kind", query.kinds]
  ] as const) {
    if (!values) continue;
    if (values.length === 0) return null;
    conditions.push(`${column} IN (${textsOf(values)})`);
  }
  if (query.versions !== "all") conditions.push(...inForce(indicators));
  return `
    SELECT ${[factColumns, ...more].join(", ")}
    FROM facts WHERE ${conditions.length > 0 ? conditions.join(" AND ") : "TRUE"}`;
}

function unitConditions({units, municipality}: FactQuery, placed: ReadonlyMap<string, StoredUnit>): readonly string[] {
  const conditions: string[] = [];
  if (municipality !== undefined) conditions.push(`municipality = ${quoteText(municipality)}`, "kind <> 'group'");
  if (!units) return conditions;
  const known = units.filter((unit) => placed.has(unit));
  if (known.length === 0) return ["FALSE"];
  const municipalities = [...new Set(known.map((unit) => placed.get(unit)!.municipality))];
  return [...conditions, `municipality IN (${textsOf(municipalities)})`, `unit IN (${textsOf(known)})`];
}

/** Where an indicator has several versions: each period by the version whose definition was in force then. */
function inForce(indicators: readonly Indicator[]): readonly string[] {
  const byId = Map.groupBy(indicators, (indicator) => indicator.id);
  return [...byId.values()].flatMap((versions) => {
    if (versions.length < 2) return [];
    const ordered = versions.toSorted((a, b) => a.version - b.version);
    const spans = ordered.map(({version, validFrom}, index) => {
      const from = index > 0 && validFrom ? ` AND period >= ${quoteText(validFrom)}` : "";
      const next = ordered[index + 1]?.validFrom;
      return `(version = ${version}${from}${next ? ` AND period < ${quoteText(next)}` : ""})`;
    });
    return [`(indicator <> ${quoteText(ordered[0]!.id)} OR ${spans.join(" OR ")})`];
  });
}

function textsOf(values: readonly string[]): string {
  return values.map(quoteText).join(", ");
}
