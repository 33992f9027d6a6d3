/** Table `disclosed`: of `total`, what readers may see; the rest of it as a typed blank without a number. */
import type {Engine} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {shown} from "./disclosure/block.ts";
import {patternOf} from "./disclosure/pattern.ts";
import {isPrimary} from "./disclosure/primary.ts";
import {createCells, readBlock, readBlockIds} from "./disclosure/read-blocks.ts";
import {type DisclosureRules, disclosureRules} from "./disclosure/rules.ts";
import {createIndicatorRules} from "./indicator-rules.ts";
import {publishedInterval} from "./interval-sql.ts";
import {linkedCells, ownCells} from "./linked-cells.ts";
import {type Progress, silentProgress} from "./progress.ts";
import {withhold} from "./withhold.ts";

export interface DiscloseRequest {
  readonly indicators: readonly Indicator[];
  readonly rules?: DisclosureRules;
  readonly progress?: Progress;
  /** Audits by mixed-integer programs too: slower, and never more optimistic. */
  readonly whole?: boolean;
}

/**
 * Needs the tables of `computeFacts`. Throws where a pattern does not pass the audit: then there is no release.
 */
export async function disclose(engine: Engine, request: DiscloseRequest): Promise<void> {
  const {indicators, rules = disclosureRules, progress = silentProgress, whole = false} = request;
  await createIndicatorRules(engine, indicators, rules);
  await withhold(engine, rules);
  await engine.run(`${ownCells}\nCREATE OR REPLACE TEMP TABLE hidden_cell (id INTEGER);`);
  await createCells(engine, rules);
  const blocks = await readBlockIds(engine);
  progress.start("Beskytter små tal", blocks.length);
  for (const [index, id] of blocks.entries()) {
    const {block, ids} = await readBlock(engine, id, indicators);
    const {statuses} = await patternOf(block, rules, {whole});
    await hideCells(
      engine,
      [...ids].filter((_, cell) => statuses[cell] !== shown)
    );
    progress.advance(index + 1);
  }
  progress.finish();
  await hideLinked(engine, indicators, rules);
  await engine.run(disclosedTable);
}

async function hideCells(engine: Engine, ids: readonly number[]): Promise<void> {
  const appender = await engine.connection.createAppender("hidden_cell");
  for (const id of ids) {
    appender.appendInteger(id);
    appender.endRow();
  }
  appender.closeSync();
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

const disclosedTable = `
  CREATE OR REPLACE TEMP TABLE hidden_source AS
  SELECT source FROM hidden_cell JOIN cell USING (id) WHERE source IS NOT NULL
  UNION ALL SELECT source FROM linked_cell WHERE hidden;

  CREATE OR REPLACE TABLE disclosed AS
  WITH judged AS (
    SELECT total.*, numerator / nullif(denominator, 0) * scale AS value,
      CASE WHEN hidden_source.source IS NOT NULL THEN 'hidden'
        WHEN denominator IS NULL OR denominator = 0 OR numerator IS NULL THEN 'not-applicable' END AS blank,
      ${publishedInterval("total", "indicator_rule")}
    FROM total
    JOIN indicator_rule USING (indicator, version)
    LEFT JOIN hidden_source ON hidden_source.source = total.rowid
  )
  SELECT indicator, version, unit, period, category,
    ${["value", "numerator", "denominator", "persons", "low", "high"].map((name) => `CASE WHEN blank IS NULL THEN ${name} END AS ${name}`).join(", ")},
    blank, linked, members, expected
  FROM judged;`;
