/**
 * Table `disclosed`: of `total`, what readers may see; the rest of it as a typed blank without a number. Table `handed`: of that
 * rest, what each unit's own manager may see.
 */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {isPrimary} from "./disclosure/primary.ts";
import {type Protected, type ProtectRequest, protectCells} from "./disclosure/protect-cells.ts";
import {type DisclosureRules, disclosureRules} from "./disclosure/rules.ts";
import {createIndicatorRules} from "./indicator-rules.ts";
import {publishedInterval} from "./interval-sql.ts";
import {linkedCells, ownCells} from "./linked-cells.ts";
import {handedTable} from "./own-view-file.ts";
import {withhold} from "./withhold.ts";

export interface DiscloseRequest extends Omit<ProtectRequest, "rules"> {
  readonly rules?: DisclosureRules;
}

/**
 * Needs the tables of `computeFacts`. Throws where a pattern does not pass the audit: then there is no release.
 */
export async function disclose(engine: Engine, request: DiscloseRequest): Promise<Protected> {
  const {indicators, rules = disclosureRules} = request;
  await createIndicatorRules(engine, indicators, rules);
  await withhold(engine, rules);
  await engine.run(ownCells);
  const done = await protectCells(engine, {...request, rules});
  await hideLinked(engine, indicators, rules);
  await engine.run(disclosedTable(rules));
  await engine.run(handedTable);
  return done;
}

/** A linked cell is shown only if all that it joins is shown, and by its own size. */
async function hideLinked(engine: Engine, indicators: readonly Indicator[], rules: DisclosureRules): Promise<void> {
  await engine.run(linkedCells);
  const find = new Map(indicators.map((indicator) => [`${indicator.id}@${indicator.version}`, indicator]));
  const cells = await engine.rows<{
    source: number;
    indicator: string;
    version: number;
    numerator: number;
    denominator: number;
    persons: number;
    squares: number | null;
  }>("SELECT source, indicator, version, numerator, denominator, persons, squares FROM linked_cell WHERE NOT hidden");
  const small = cells.filter((cell) => isPrimary(cell, find.get(`${cell.indicator}@${cell.version}`)!, rules.minimum));
  if (small.length > 0)
    await engine.run(
      `UPDATE linked_cell SET hidden = true WHERE source IN (${small.map(({source}) => source).join(", ")})`
    );
}

const disclosedTable = ({uncounted}: DisclosureRules) => `
  CREATE OR REPLACE TEMP TABLE hidden_source AS
  SELECT source FROM hidden_cell JOIN cell USING (id) WHERE source IS NOT NULL
  UNION ALL SELECT source FROM linked_cell WHERE hidden;

  CREATE OR REPLACE TEMP TABLE uncounted AS
  SELECT DISTINCT pair.indicator, total.unit, total.period, true AS is_uncounted
  FROM hidden_source
  JOIN total ON total.rowid = hidden_source.source
  JOIN (${uncounted.map(({indicator, where}) => `SELECT ${quoteText(indicator)} AS indicator, ${quoteText(where)} AS other`).join(" UNION ALL ") || "SELECT NULL::VARCHAR AS indicator, NULL::VARCHAR AS other"}) AS pair
    ON pair.other = total.indicator;

  CREATE OR REPLACE TABLE disclosed AS
  WITH judged AS (
    SELECT total.*, numerator / nullif(denominator, 0) * scale AS value, decimals,
      CASE WHEN hidden_source.source IS NOT NULL THEN 'hidden'
        WHEN denominator IS NULL OR denominator = 0 OR numerator IS NULL THEN 'not-applicable' END AS blank,
      ${publishedInterval("total", "indicator_rule")}
    FROM total
    JOIN indicator_rule USING (indicator, version)
    LEFT JOIN hidden_source ON hidden_source.source = total.rowid
  )
  SELECT indicator, version, unit, period, category,
    CASE WHEN blank IS NULL THEN if(is_uncounted IS NULL, value, round(value, decimals)) END AS value,
    ${["numerator", "denominator", "persons"].map((name) => `CASE WHEN blank IS NULL AND is_uncounted IS NULL THEN ${name} END AS ${name}`).join(", ")},
    CASE WHEN blank IS NULL THEN if(is_uncounted IS NULL, low, floor(low * 10 ** decimals) / 10 ** decimals) END AS low,
    CASE WHEN blank IS NULL THEN if(is_uncounted IS NULL, high, ceil(high * 10 ** decimals) / 10 ** decimals) END AS high,
    blank, linked, members, expected
  FROM judged LEFT JOIN uncounted USING (indicator, unit, period);`;
