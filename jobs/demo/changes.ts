import {type Engine, quoteText} from "../../queries/engine.ts";

interface Candidate {
  readonly unit: string;
  readonly name: string;
  readonly parent: string;
}

interface Change {
  readonly from: Candidate;
  readonly to: string;
  readonly name: string;
  readonly kind: "merged" | "split" | "moved" | "renamed";
  /** Persons with a uniform number in [low, high) continue here. */
  readonly low: number;
  readonly high: number;
  readonly date: string;
  /** First half-year of the new unit. */
  readonly t: number;
}

/**
 * Tables `transition` (who continues where), `unit_row` and `succession_row` (as delivered): in the focus municipality
 * two schools merge, a day-care institution splits, one moves to a new number, a leisure offer is renamed under a new
 * number, and two units get a new version under their own number.
 */
export async function createChanges(engine: Engine, municipality: string): Promise<void> {
  const changes = await planChanges(engine, municipality);
  const rows = changes.map(
    ({from, to, name, kind, low, high, date, t}) =>
      `(${[from.unit, to, name, kind].map(quoteText).join(", ")}, ${low}::DOUBLE, ${high}::DOUBLE, DATE '${date}', ${t})`
  );
  const columns = "from_unit, to_unit, name, kind, low, high, date, t";
  await engine.run(`
    CREATE TABLE transition AS
    ${rows.length > 0 ? `SELECT * FROM (VALUES ${rows.join(", ")}) AS t(${columns})` : `${emptyTransition} WHERE false`};
    ${versions(municipality)}
    ${unitRows}
  `);
}

const emptyTransition =
  "SELECT '' AS from_unit, '' AS to_unit, '' AS name, '' AS kind, 0.0::DOUBLE AS low, 1.0::DOUBLE AS high, DATE '2024-01-01' AS date, 0 AS t";

async function planChanges(engine: Engine, municipality: string): Promise<readonly Change[]> {
  const find = (kind: string, where: string, order: string, count: number) =>
    engine.rows<Candidate>(
      `SELECT unit, name, parent FROM base WHERE kind = $1 AND municipality = $2 AND detailed AND ${where}
       ORDER BY ${order}, unit LIMIT ${count}`,
      [kind, municipality]
    );
  const schools = await find("school", "size > 140 AND n > 1", "parent, size", 2);
  const [splitting, moving] = await find("daycare", "ages = 'both' AND size > 60", "size DESC", 2);
  const [renamed] = await find("leisure", "n > 2", "size DESC", 1);
  const changes: Change[] = [];
  if (schools.length === 2) changes.push(...merge(schools, municipality));
  if (splitting) changes.push(...split(splitting));
  const whole = {low: 0, high: 1} as const;
  if (moving)
    changes.push({from: moving, to: "G90003", name: moving.name, kind: "moved", ...whole, date: "2023-08-01", t: 6});
  if (renamed)
    changes.push({
      from: renamed,
      to: "F90001",
      name: "Fritidscenter Fyrtårnet",
      kind: "renamed",
      ...whole,
      date: "2022-08-01",
      t: 4
    });
  return changes;
}

function merge(schools: readonly Candidate[], municipality: string): readonly Change[] {
  const name = "Fælledskolen";
  return schools.map((from) => ({
    from,
    to: `${municipality}901`,
    name,
    kind: "merged",
    low: 0,
    high: 1,
    date: "2024-08-01",
    t: 8
  }));
}

function split(from: Candidate): readonly Change[] {
  const shared = {from, kind: "split", date: "2024-01-01", t: 7} as const;
  return [
    {...shared, to: "G90001", name: `${from.name} Nord`, low: 0, high: 0.6},
    {...shared, to: "G90002", name: `${from.name} Syd`, low: 0.6, high: 1}
  ];
}

/** A day-care institution that is renamed and a leisure offer that gets another parent keep their numbers. */
function versions(municipality: string): string {
  return `
    CREATE TABLE version AS
    WITH candidate AS (
      SELECT *, row_number() OVER (PARTITION BY kind ORDER BY n DESC) AS place
      FROM base
      WHERE municipality = ${quoteText(municipality)} AND unit NOT IN (SELECT from_unit FROM transition)
    )
    SELECT unit, 'Børnehuset Himmelblå' AS name, parent, DATE '2023-01-01' AS date
    FROM candidate WHERE kind = 'daycare' AND place = 1
    UNION ALL
    SELECT unit, name, (SELECT coalesce(min(unit), candidate.parent) FROM area WHERE area.municipality = ${quoteText(municipality)}),
      DATE '2024-07-01'
    FROM candidate WHERE kind = 'leisure' AND place = 1;`;
}

const unitRows = `
  CREATE TABLE unit_row AS
  SELECT municipality, unit, 'Område ' || direction AS name, 'area' AS kind, municipality AS parent,
    'municipal' AS ownership, DATE '2007-01-01' AS valid_from, NULL::DATE AS valid_to
  FROM area WHERE unit IN (SELECT parent FROM base)
  UNION ALL
  SELECT base.municipality, base.unit, base.name, base.kind, base.parent, base.ownership, base.founded,
    coalesce((SELECT min(date) - 1 FROM transition WHERE from_unit = base.unit), (SELECT date - 1 FROM version WHERE version.unit = base.unit))
  FROM base
  UNION ALL
  SELECT base.municipality, version.unit, version.name, base.kind, version.parent, base.ownership, version.date, NULL
  FROM version JOIN base USING (unit)
  UNION ALL
  SELECT min(base.municipality), to_unit, min(transition.name), min(base.kind), min(base.parent), min(base.ownership),
    min(transition.date), NULL
  FROM transition JOIN base ON base.unit = transition.from_unit
  GROUP BY to_unit;

  CREATE TABLE succession_row AS
  SELECT base.municipality, from_unit, to_unit, transition.kind, round(high - low, 2) AS share, date
  FROM transition JOIN base ON base.unit = transition.from_unit;`;
