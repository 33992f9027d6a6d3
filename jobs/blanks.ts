/** Typed blanks for figures that should be there: every unit of an indicator's kinds in every period since it began. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {
  comparePeriods,
  endOf,
  halfYearsOf,
  latestWithin,
  type PeriodId,
  startOf,
  stepPeriod
} from "../queries/period.ts";
import {addMonths} from "../queries/reference/wheel-dates.ts";
import {findStandard} from "../queries/standards/index.ts";

/** Months from a half-year's end to its packages; what has a longer lag is not yet published then. */
const packageLagMonths = 2;

export interface ExpectedPeriod {
  readonly period: PeriodId;
  /** The version in force. */
  readonly version: number;
  /** The period has ended. */
  readonly complete: boolean;
  /** Ended, and its lag has run. */
  readonly due: boolean;
}

/** Adds rows to `disclosed` for what is missing; `newest` is the half-year that the release is made for. */
export async function addBlanks(engine: Engine, indicators: readonly Indicator[], newest: PeriodId): Promise<void> {
  const spans = await engine.rows<{indicator: string; first: PeriodId; last: PeriodId}>(
    "SELECT indicator, min(period) AS first, max(period) AS last FROM total GROUP BY indicator ORDER BY indicator"
  );
  const expected = spans.flatMap(({indicator, first, last}) => {
    const versions = indicators.filter(({id}) => id === indicator);
    return expectedPeriods(versions, first, last, newest).map((each) => ({...each, indicator, versions}));
  });
  const parts = expected.flatMap(({indicator, period, versions}) =>
    owedParts(versions.at(-1)!, period).map(
      ([standard, part]) =>
        `(${quoteText(indicator)}, ${quoteText(period)}, ${quoteText(standard)}, ${quoteText(part)})`
    )
  );
  const rows = expected.map(
    ({indicator, period, version, complete, due}) =>
      `(${quoteText(indicator)}, ${version}, ${quoteText(period)}, DATE '${startOf(period)}', DATE '${endOf(period)}', ${complete}, ${due})`
  );
  const kinds = indicators.flatMap(({id, version, kinds}) =>
    kinds.filter((kind) => kind !== "class").map((kind) => `(${quoteText(id)}, ${version}, ${quoteText(kind)})`)
  );
  await engine.run(`
    ${tableOf("expected_period", "indicator VARCHAR, version INTEGER, period VARCHAR, first_day DATE, last_day DATE, complete BOOLEAN, due BOOLEAN", rows)}
    ${tableOf("expected_part", "indicator VARCHAR, period VARCHAR, standard VARCHAR, part VARCHAR", parts)}
    ${tableOf("expected_kind", "indicator VARCHAR, version INTEGER, kind VARCHAR", kinds)}
    ${blankRows}`);
}

/**
 * From the first period with figures to the newest that has ended, and the one in progress. What others publish is expected
 * up to the period after their newest, as long as that has not come; later no municipality is to blame for its lack.
 */
export function expectedPeriods(
  versions: readonly Indicator[],
  first: PeriodId,
  last: PeriodId,
  newest: PeriodId
): readonly ExpectedPeriod[] {
  const {periodKind, lagMonths} = versions.at(-1)!;
  const ended = latestWithin(newest, periodKind);
  const next = stepPeriod(ended, 1);
  const inProgress = startOf(next) <= endOf(newest) ? next : ended;
  const owed = isOwed(versions.at(-1)!);
  const ends = owed ? [last, inProgress] : [last, earlier(stepPeriod(last, 1), inProgress)];
  const end = ends.reduce(later);
  const horizon = addMonths(endOf(newest), packageLagMonths);
  const periods: ExpectedPeriod[] = [];
  for (let period = first; comparePeriods(period, end) <= 0; period = stepPeriod(period, 1)) {
    const complete = endOf(period) <= endOf(newest);
    const due = complete && addMonths(endOf(period), lagMonths) <= horizon;
    if (owed || !due || comparePeriods(period, last) <= 0)
      periods.push({period, version: versionIn(versions, period), complete, due});
  }
  return periods;
}

function versionIn(versions: readonly Indicator[], period: PeriodId): number {
  const inForce = versions.filter(({validFrom}) => validFrom === null || comparePeriods(validFrom, period) <= 0);
  return Math.max(...(inForce.length > 0 ? inForce : versions.slice(0, 1)).map(({version}) => version));
}

/** The deliveries that a figure of one period is made of. */
function owedParts({standards}: Indicator, period: PeriodId): readonly (readonly [string, string])[] {
  return standards.flatMap((id) => {
    const standard = findStandard(id);
    if (!standard || id === "units" || standard.periodKind === "any") return [];
    const periods = standard.periodKind === "half-year" ? halfYearsOf(period) : [period];
    return periods.map((part) => [id, part] as const);
  });
}

function isOwed(indicator: Indicator): boolean {
  return indicator.standards.some((id) => id !== "units" && findStandard(id)?.periodKind !== "any");
}

function later(a: PeriodId, b: PeriodId): PeriodId {
  return comparePeriods(a, b) >= 0 ? a : b;
}

function earlier(a: PeriodId, b: PeriodId): PeriodId {
  return comparePeriods(a, b) <= 0 ? a : b;
}

function tableOf(name: string, columns: string, rows: readonly string[]): string {
  return `
    CREATE OR REPLACE TEMP TABLE ${name} (${columns});
    ${rows.length > 0 ? `INSERT INTO ${name} VALUES ${rows.join(", ")};` : ""}`;
}

/**
 * Above the municipality there is no delivery to look for. Where everything has arrived and there is no figure, the unit does
 * not have what the indicator counts.
 */
const blankRows = `
  CREATE OR REPLACE TEMP TABLE expected_cell AS
  SELECT expected_period.indicator, expected_period.version, unit.id AS unit, expected_period.period,
    arg_max(unit.municipality, unit.valid_from) AS municipality, any_value(complete) AS complete, any_value(due) AS due
  FROM expected_period
  JOIN expected_kind USING (indicator, version)
  JOIN unit_version AS unit
    ON unit.kind = expected_kind.kind AND unit.valid_from <= last_day AND coalesce(unit.valid_to, last_day) >= first_day
  WHERE NOT EXISTS (
    FROM disclosed
    WHERE disclosed.indicator = expected_period.indicator AND disclosed.unit = unit.id
      AND disclosed.period = expected_period.period AND disclosed.category = ''
      AND disclosed.version = expected_period.version
  )
  GROUP BY ALL;

  CREATE OR REPLACE TEMP TABLE delivery_state AS
  SELECT indicator, expected_part.period, place.municipality,
    bool_or(state = 'exempt') AS exempt,
    bool_or(state = 'rejected') AS rejected,
    count(*) FILTER (state = 'arrived') >= count(DISTINCT (expected_part.standard, part)) AS arrived
  FROM expected_part
  CROSS JOIN (SELECT DISTINCT municipality FROM unit_version WHERE municipality IS NOT NULL) AS place
  LEFT JOIN coverage ON coverage.standard = expected_part.standard AND coverage.period = expected_part.part
    AND coverage.municipality = place.municipality
  GROUP BY ALL;

  INSERT INTO disclosed BY NAME
  SELECT cell.indicator, cell.version, cell.unit, cell.period, '' AS category,
    CASE
      WHEN NOT complete THEN 'not-yet-published'
      WHEN exempt THEN 'exempt'
      WHEN rejected THEN 'rejected-quality'
      WHEN arrived THEN 'not-applicable'
      WHEN NOT due THEN 'not-yet-published'
      ELSE 'not-reported'
    END AS blank,
    false AS linked, 0 AS members,
    CASE WHEN upper.members IS NULL THEN 1 ELSE upper.members END AS expected
  FROM expected_cell AS cell
  LEFT JOIN delivery_state AS state
    ON state.indicator = cell.indicator AND state.period = cell.period AND state.municipality = cell.municipality
  LEFT JOIN (
    SELECT above.id AS unit, count(DISTINCT below.id)::INTEGER AS members
    FROM unit_version AS above
    JOIN unit_version AS below ON below.kind = 'municipality' AND (above.kind = 'nation' OR below.parent = above.id)
    WHERE above.kind IN ('nation', 'region')
    GROUP BY ALL
  ) AS upper ON upper.unit = cell.unit;
  DROP TABLE expected_cell;
  DROP TABLE delivery_state;`;
