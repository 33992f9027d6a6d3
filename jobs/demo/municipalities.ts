import {type Engine, quoteText} from "../../queries/engine.ts";
import {landNeighbours} from "../../queries/reference/land-neighbours.ts";
import {type MunicipalityFacts, municipalityFacts} from "../../queries/reference/municipality-facts.ts";

export interface Counts {
  readonly schools: number;
  readonly daycare: number;
  readonly leisure: number;
  readonly areas: number;
}

/** Institutions by population: about 1,050 schools, 3,800 day-care institutions and 1,500 leisure offers in all. */
export function countsOf({population2021}: MunicipalityFacts): Counts {
  const per = (persons: number) => Math.max(1, Math.round(population2021 / persons));
  const limits = [25_000, 45_000, 70_000, 110_000, 250_000];
  const areas = [0, 2, 3, 4, 5, 8];
  return {
    schools: per(5575),
    daycare: per(1537),
    leisure: per(3900),
    areas: areas[limits.filter((limit) => population2021 >= limit).length]!
  };
}

export function neighboursOf(code: string): readonly string[] {
  return landNeighbours
    .filter((pair) => pair.includes(code))
    .map(([first, second]) => (first === code ? second : first))
    .toSorted();
}

/** Invented living conditions, hard above 0, roughly where readers expect them; the rest lie near 0. */
const conditions: Readonly<Record<string, number>> = {
  "101": 0.1,
  "147": -0.6,
  "153": 1.2,
  "155": -1.2,
  "157": -1.7,
  "165": 1.1,
  "169": 0.8,
  "173": -1.3,
  "183": 1.4,
  "190": -1.1,
  "201": -1.4,
  "219": -0.5,
  "223": -1.6,
  "230": -1.7,
  "240": -1.0,
  "260": 0.5,
  "265": -0.6,
  "269": -0.9,
  "306": 1.0,
  "326": 0.7,
  "330": 0.9,
  "350": -0.8,
  "360": 1.8,
  "376": 1.2,
  "390": 0.7,
  "400": 0.8,
  "410": -0.2,
  "450": 0.5,
  "461": 0.5,
  "479": 0.3,
  "482": 1.2,
  "510": 0.5,
  "540": 0.3,
  "550": 0.6,
  "561": 0.4,
  "563": -0.4,
  "580": 0.5,
  "607": 0.4,
  "630": -0.2,
  "706": -0.1,
  "707": 0.8,
  "710": -0.8,
  "727": -0.4,
  "730": 0.5,
  "740": -0.3,
  "746": -0.9,
  "751": 0.05,
  "766": -0.4,
  "773": 0.6,
  "813": 0.7,
  "840": -0.5,
  "851": 0.2
};

/** Table `muni`: facts, counts, conditions and whether the municipality is generated in full. */
export async function createMunicipalities(engine: Engine, detailed: ReadonlySet<string> | "all"): Promise<void> {
  const rows = municipalityFacts.map((facts) => {
    const {schools, daycare, leisure, areas} = countsOf(facts);
    const density = facts.population2021 / facts.area;
    const full = detailed === "all" || detailed.has(facts.code);
    const given = conditions[facts.code] ?? 0;
    return `(${quoteText(facts.code)}, ${facts.population2021}, ${density.toFixed(1)}::DOUBLE, ${given}::DOUBLE,
      ${full}, ${areas}, ${schools}, ${daycare}, ${leisure})`;
  });
  await engine.run(`
    CREATE TABLE muni AS
    SELECT
      *,
      0.85 * given + 0.15 * bell(part(seeded('municipality|' || code), 0)) AS hard,
      0.06 * bell(part(seeded('municipality|' || code), 1)) AS way_absence,
      0.03 * bell(part(seeded('municipality|' || code), 2)) AS way_wellbeing,
      0.16 * bell(part(seeded('municipality|' || code), 3)) AS way_grade
    FROM (VALUES ${rows.join(",\n")})
      AS listed(code, population, density, given, detailed, areas, schools, daycare, leisure)
    ORDER BY code`);
}
