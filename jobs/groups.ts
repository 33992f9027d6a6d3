/** The comparison groups of one release, frozen with their members, variables and distances. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {ComparisonGroup, MunicipalityCode, UnitId} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";
import {namedGroups} from "../queries/reference/comparison-groups.ts";
import {landNeighbours} from "../queries/reference/land-neighbours.ts";
import {type MunicipalityFacts, municipalityFacts} from "../queries/reference/municipality-facts.ts";
import {regions} from "../queries/reference/regions.ts";
import {type SimilarityVariable, similarCount, similarityVariables} from "../queries/reference/similarity.ts";
import {mostSimilar, type Structure} from "../queries/similarity.ts";

type Variable = SimilarityVariable & {readonly period: PeriodId};

/** Needs `disclosed` with municipalities. Region and nation are units of their own and get no figures here. */
export async function readComparisonGroups(engine: Engine): Promise<readonly ComparisonGroup[]> {
  const codes = municipalityFacts.map(({code}) => code as MunicipalityCode);
  return [
    groupOf("nation", "000", null, "Hele landet", codes, "Alle landets 98 kommuner."),
    ...regions.map(({code, name}) =>
      groupOf(
        "region",
        code,
        null,
        name,
        codesOf((each) => each.region === code),
        `Kommunerne i ${name}.`
      )
    ),
    ...namedGroups.map(({id, title, members, basis}) => groupOf("named", id, null, title, members, basis)),
    ...codes.map(neighboursOf),
    ...(await similarGroups(engine, codes))
  ];
}

function groupOf(
  kind: ComparisonGroup["kind"],
  id: string,
  owner: MunicipalityCode | null,
  title: string,
  members: readonly MunicipalityCode[],
  basis: string
): ComparisonGroup {
  return {id: id as UnitId, kind, owner, title, members, basis, distances: [], variables: []};
}

function codesOf(accept: (facts: MunicipalityFacts) => boolean): readonly MunicipalityCode[] {
  return municipalityFacts.filter(accept).map(({code}) => code as MunicipalityCode);
}

export function neighboursOf(owner: MunicipalityCode): ComparisonGroup {
  const members = landNeighbours
    .filter((pair) => pair.includes(owner))
    .map(([a, b]) => (a === owner ? b : a) as MunicipalityCode)
    .sort();
  const basis =
    members.length > 0
      ? "Kommuner, der har landegrænse til kommunen."
      : "Kommunen har ingen landegrænse til andre kommuner og derfor ingen nabokommuner at sammenligne med.";
  return groupOf("neighbours", `neighbours-${owner}`, owner, "Nabokommunerne", members, basis);
}

async function similarGroups(engine: Engine, codes: readonly MunicipalityCode[]): Promise<readonly ComparisonGroup[]> {
  const variables = await readVariables(engine, codes.length);
  const structures = await readStructures(engine, variables);
  const nearest = mostSimilar(
    structures,
    variables.map(({weight}) => weight),
    similarCount
  );
  return codes.map((owner) => {
    const distances = nearest.get(owner) ?? [];
    return {
      id: `similar-${owner}` as UnitId,
      kind: "similar",
      owner,
      title: "De mest sammenlignelige kommuner",
      members: distances.map(({member}) => member),
      basis: basisOf(distances.length, variables),
      distances,
      variables: variables.map(({indicator, period, weight}) => ({indicator, period, weight}))
    };
  });
}

function basisOf(count: number, variables: readonly Variable[]): string {
  if (count === 0) return "Der er ikke nok offentliggjorte tal til at finde sammenlignelige kommuner.";
  const named = variables.map(
    ({label, period, weight}) => `${label} (${period}, vægt ${String(weight).replace(".", ",")})`
  );
  return `De ${count} kommuner med mindst afstand målt på ${named.join(", ")}. Tallene er standardiseret, og afstanden er euklidisk.`;
}

/** Per declared variable the newest period that all municipalities have; a variable that never is complete is left out. */
async function readVariables(engine: Engine, expected: number): Promise<readonly Variable[]> {
  const rows = await engine.rows<{indicator: string; period: PeriodId}>(`
    SELECT indicator, max(period) AS period FROM (
      SELECT indicator, period FROM (${municipalValues})
      GROUP BY ALL HAVING count(DISTINCT unit) = ${expected}
    ) GROUP BY indicator`);
  const newest = new Map(rows.map(({indicator, period}) => [indicator, period]));
  return similarityVariables.flatMap((variable) => {
    const period = newest.get(variable.indicator);
    return period ? [{...variable, period}] : [];
  });
}

const municipalValues = `
  SELECT unit, indicator, period, arg_max(value, version) AS value
  FROM disclosed
  WHERE category = '' AND blank IS NULL AND length(unit) = 3 AND unit > '100'
    AND indicator IN (${similarityVariables.map(({indicator}) => quoteText(indicator)).join(", ")})
  GROUP BY ALL`;

async function readStructures(engine: Engine, variables: readonly Variable[]): Promise<readonly Structure[]> {
  if (variables.length === 0) return [];
  const rows = await engine.rows<{unit: MunicipalityCode; indicator: string; period: string; value: number}>(
    `SELECT unit, indicator, period, value FROM (${municipalValues}) ORDER BY unit`
  );
  const byUnit = Map.groupBy(rows, ({unit}) => unit);
  return [...byUnit].map(([municipality, values]) => ({
    municipality,
    values: variables.map(({indicator, period, transform}) => {
      const found = values.find((each) => each.indicator === indicator && each.period === period);
      if (!found) throw new Error(`no value of ${indicator} for ${municipality} in ${period}`);
      return transform === "log" ? Math.log(found.value) : found.value;
    })
  }));
}
