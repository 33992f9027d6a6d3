/** A release as a stranger reads it: blocks out of its own files and nothing else. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {endOf, parsePeriod} from "../../queries/period.ts";
import {createIndicatorRules} from "../indicator-rules.ts";
import type {CellBlock, CellColumn} from "./block.ts";
import {type DisclosureRules, spanOf} from "./rules.ts";

export interface PublishedBlock {
  readonly id: string;
  /** Hidden cells have no numbers: 0. */
  readonly block: CellBlock;
  readonly hidden: Uint8Array;
  /** Figures that join merged units, or are told without their counts: neither parts of a sum nor targets. */
  readonly linked: Uint8Array;
  readonly units: readonly string[];
}

/** Tables `published` and `published_unit` of the release in `folder`, its cells taken from `facts`. */
export async function openPublished(
  engine: Engine,
  folder: string,
  cells: string,
  rules: DisclosureRules
): Promise<readonly Indicator[]> {
  const indicators: readonly Indicator[] = JSON.parse(await readFile(join(folder, "indicators.json"), "utf8"));
  await createIndicatorRules(engine, indicators, rules);
  const spans = rules.families.filter((family) => spanOf(family, "0000-H1") !== "0000-H1");
  const yearly = spans.map(({id}) => quoteText(id)).join(", ") || "NULL";
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE published AS
    SELECT family || ' ' || if(family IN (${yearly}), left(period, 4), period) AS block, facts.*
    FROM read_parquet(${quoteText(cells)}) AS facts
    JOIN indicator_rule USING (indicator, version)
    WHERE protected AND facts.kind <> 'group' AND (blank IS NULL OR blank = 'hidden');
    CREATE OR REPLACE TEMP TABLE published_version AS FROM read_parquet(${quoteText(join(folder, "units.parquet"))});
    CREATE OR REPLACE TEMP TABLE published_unit AS
    SELECT id AS unit, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS number,
      arg_max(kind, valid_from) IN ('nation', 'region', 'municipality') AS top
    FROM published_version GROUP BY id;`);
  return indicators;
}

/** Ids of the blocks in which something is hidden. */
export async function publishedBlockIds(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows<{block: string}>(
    "SELECT DISTINCT block FROM published WHERE blank = 'hidden' ORDER BY block"
  );
  return rows.map(({block}) => block);
}

export async function readPublished(
  engine: Engine,
  id: string,
  indicators: readonly Indicator[]
): Promise<PublishedBlock> {
  const order = "period, indicator, version, category";
  const named = await engine.rows<{indicator: string; version: number; period: string; category: string}>(
    `SELECT DISTINCT indicator, version, period, category FROM published WHERE block = $1 ORDER BY ${order}`,
    [id]
  );
  const parents = new Map<string, Int32Array>();
  for (const {period} of named) if (!parents.has(period)) parents.set(period, await parentsIn(engine, period));
  const columns = named.map(({indicator, version, period, category}): CellColumn => {
    const found = indicators.find((each) => each.id === indicator && each.version === version)!;
    return {indicator: found, period, category, parents: parents.get(period)!};
  });
  const cells = (await engine.columns(
    `SELECT number AS unit, (dense_rank() OVER (ORDER BY ${order}) - 1)::INTEGER AS "column",
       coalesce(numerator, 0) AS numerator, coalesce(denominator, 0) AS denominator,
       coalesce(persons, 0)::DOUBLE AS persons, (blank IS NOT NULL)::INTEGER AS hidden, (linked OR blank IS NULL AND persons IS NULL)::INTEGER AS linked
     FROM published JOIN published_unit USING (unit) WHERE block = $1 ORDER BY ${order}, unit`,
    [id]
  )) as Readonly<Record<string, readonly number[]>>;
  const {unit, top} = (await engine.columns(
    "SELECT unit, top::INTEGER AS top FROM published_unit ORDER BY number"
  )) as {readonly unit: readonly string[]; readonly top: readonly number[]};
  const block = {
    columns,
    tops: Uint8Array.from(top),
    unit: Int32Array.from(cells.unit!),
    column: Int32Array.from(cells.column!),
    numerator: Float64Array.from(cells.numerator!),
    denominator: Float64Array.from(cells.denominator!),
    persons: Float64Array.from(cells.persons!),
    squares: new Float64Array(cells.unit!.length).fill(Number.NaN)
  };
  return {id, block, hidden: Uint8Array.from(cells.hidden!), linked: Uint8Array.from(cells.linked!), units: unit};
}

/** By the version of each unit that is nearest to the period's end. */
async function parentsIn(engine: Engine, period: string): Promise<Int32Array> {
  const end = quoteText(endOf(parsePeriod(period)));
  const {parent = []} = (await engine.columns(`
    WITH placed AS (
      SELECT id AS unit,
        arg_max(parent, (valid_from <= ${end}, if(valid_from <= ${end}, valid_from, ''))) AS parent,
        arg_max(municipality, (valid_from <= ${end}, if(valid_from <= ${end}, valid_from, ''))) AS municipality
      FROM published_version GROUP BY id
    )
    SELECT coalesce(above.number, home.number, -1) AS parent
    FROM published_unit
    JOIN placed USING (unit)
    LEFT JOIN published_unit AS above ON above.unit = placed.parent
    LEFT JOIN published_unit AS home ON home.unit = placed.municipality AND home.unit <> published_unit.unit
    ORDER BY published_unit.number`)) as Readonly<Record<string, readonly number[]>>;
  return Int32Array.from(parent);
}
