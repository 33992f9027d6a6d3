/** Looks referenced values up among what has been delivered, with the dates of the newest version of each unit. */
import {findClassification} from "../queries/classifications/index.ts";
import type {Engine} from "../queries/engine.ts";
import {readSources} from "../queries/lake-source.ts";
import {type Check, periodEnd, periodStart, quoteName, quoteText} from "../queries/sql.ts";
import {findStandard} from "../queries/standards/index.ts";
import type {Standard} from "../queries/standards/standard.ts";
import type {ExaminationJob} from "./examination.ts";
import type {Relation} from "./relation.ts";

/** Referenced values are few beside the rows: the distinct ones are looked up, and the failing ones kept in a table. */
export async function referenceChecks(
  engine: Engine,
  standard: Standard,
  relation: Relation
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const column of standard.columns) {
    if (!column.references) continue;
    const known = referenceTable(column.references.standard);
    const bad = quoteName(`bad ${column.id}`);
    const value = quoteName(column.id);
    await engine.run(`CREATE OR REPLACE TEMP TABLE ${bad} AS
      SELECT used.*, CASE
        WHEN used.municipality NOT IN (${realMunicipalities()}) THEN NULL
        WHEN used.municipality NOT IN (SELECT municipality FROM ${known}) THEN 'undelivered'
        WHEN known.value IS NULL THEN 'unknown'
        WHEN CAST(known.valid_to AS VARCHAR) < ${periodStart} THEN 'closed'
        WHEN CAST(known.valid_from AS VARCHAR) > ${periodEnd} THEN 'unopened'
        WHEN known.municipality <> used.municipality THEN 'elsewhere' END AS problem
      FROM (SELECT municipality, period, ${value} FROM ${relation.name} WHERE ${value} IS NOT NULL GROUP BY ALL) used
      LEFT JOIN ${known} known ON known.value = used.${value}`);
    const problems = await engine.rows<{problem: string}>(
      `SELECT DISTINCT problem FROM ${bad} WHERE problem IS NOT NULL`
    );
    for (const {problem} of problems) {
      const {severity, message} = referenceProblems[problem]!;
      const condition = `(municipality, period, ${value}) IN (SELECT (municipality, period, ${value}) FROM ${bad} WHERE problem = ${quoteText(problem)})`;
      checks.push({
        id: `reference-${problem}:${column.id}`,
        severity,
        column: column.id,
        condition,
        message: message(column.header)
      });
    }
  }
  return checks;
}

/** A code that no municipality has is told as such; it has no units that could be missing. */
function realMunicipalities(): string {
  return findClassification("municipalities")!
    .codes.map(({code}) => quoteText(code))
    .join(", ");
}

const referenceProblems: Readonly<
  Record<string, {readonly severity: "error" | "warning"; readonly message: (header: string) => string}>
> = {
  undelivered: {severity: "error", message: () => "Kommunens enheder er ikke leveret. Lever standarden Enheder først."},
  unknown: {severity: "error", message: (header) => `${header} findes ikke i kommunens leverede enheder.`},
  closed: {severity: "error", message: () => "Lukket institution: enheden er lukket, før perioden begynder."},
  unopened: {severity: "warning", message: () => "Enheden er først oprettet efter periodens slutning."},
  elsewhere: {severity: "error", message: () => "Enheden hører til en anden kommune."}
};

/** The table of known values of a referenced standard; units with the dates of their newest version. */
function referenceTable(standard: string): string {
  return quoteName(`known ${standard}`);
}

export async function openReferences(engine: Engine, references: ExaminationJob["references"]): Promise<void> {
  for (const [standard, sources] of Object.entries(references)) {
    const source =
      sources.length > 0
        ? readSources(findStandard(standard)!, sources)
        : "(SELECT NULL::VARCHAR AS unit, NULL::VARCHAR AS municipality, NULL::VARCHAR AS period, NULL::DATE AS valid_from, NULL::DATE AS valid_to WHERE false)";
    await engine.run(`CREATE TEMP TABLE ${referenceTable(standard)} AS
      SELECT unit AS value, any_value(municipality) AS municipality, min(valid_from) AS valid_from,
        CASE WHEN bool_or(valid_to IS NULL) THEN NULL ELSE max(valid_to) END AS valid_to
      FROM (SELECT *, max(period) OVER (PARTITION BY unit) AS newest FROM ${source}) WHERE period = newest GROUP BY unit`);
  }
}
