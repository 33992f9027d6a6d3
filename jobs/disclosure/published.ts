/** A release as a stranger reads it: blocks out of its own files and nothing else. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {endOf, parsePeriod} from "../../queries/period.ts";
import {createIndicatorRules} from "../indicator-rules.ts";
import type {CellBlock} from "./block.ts";
import {blockName, type Places, readCells} from "./read-blocks.ts";
import type {DisclosureRules} from "./rules.ts";

export interface PublishedBlock {
  readonly id: string;
  /** Hidden cells have no numbers: 0. */
  readonly block: CellBlock;
  readonly hidden: Uint8Array;
  /** Figures that join merged units, or are told without their counts: neither parts of a sum nor targets. */
  readonly linked: Uint8Array;
  readonly units: readonly string[];
}

/** What is read of a release once for all its blocks. */
export interface Published {
  readonly indicators: readonly Indicator[];
  readonly units: readonly string[];
  readonly places: Places;
}

/** Tables `published`, like `cell`, and `unit_number` of the release in `folder`, its cells taken from `facts`. */
export async function openPublished(
  engine: Engine,
  folder: string,
  facts: string,
  rules: DisclosureRules
): Promise<Published> {
  const indicators: readonly Indicator[] = JSON.parse(await readFile(join(folder, "indicators.json"), "utf8"));
  await createIndicatorRules(engine, indicators, rules);
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE published AS
    SELECT ${blockName(rules)} AS block, indicator, version, unit, period, category,
      coalesce(facts.numerator, 0) AS numerator, coalesce(facts.denominator, 0) AS denominator,
      coalesce(facts.persons, 0) AS persons, NULL::DOUBLE AS yy,
      blank IS NOT NULL AS hidden, facts.linked OR blank IS NULL AND facts.persons IS NULL AS linked
    FROM read_parquet(${quoteText(facts)}) AS facts
    JOIN indicator_rule USING (indicator, version)
    WHERE protected AND facts.kind <> 'group' AND (blank IS NULL OR blank = 'hidden');
    CREATE OR REPLACE TEMP TABLE published_version AS FROM read_parquet(${quoteText(join(folder, "units.parquet"))});
    CREATE OR REPLACE TEMP TABLE unit_number AS
    SELECT id AS unit, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS number,
      arg_max(kind, valid_from) IN ('nation', 'region', 'municipality') AS top
    FROM published_version GROUP BY id;`);
  const {unit = [], top = []} = (await engine.columns(
    "SELECT unit, top::INTEGER AS top FROM unit_number ORDER BY number"
  )) as {readonly unit?: readonly string[]; readonly top?: readonly number[]};
  const parents = new Map<string, Int32Array>();
  for (const {period} of await engine.rows<{period: string}>("SELECT DISTINCT period FROM published ORDER BY period"))
    parents.set(period, await parentsIn(engine, period));
  return {indicators, units: unit, places: {tops: Uint8Array.from(top), parents}};
}

/** Ids of the blocks in which something is hidden. */
export async function publishedBlockIds(engine: Engine): Promise<readonly string[]> {
  const rows = await engine.rows<{block: string}>("SELECT DISTINCT block FROM published WHERE hidden ORDER BY block");
  return rows.map(({block}) => block);
}

export async function readPublished(
  engine: Engine,
  id: string,
  {indicators, units, places}: Published
): Promise<PublishedBlock> {
  const {block, more} = await readCells(engine, id, indicators, places, {
    from: "published",
    where: "true",
    more: {hidden: "hidden", linked: "linked"}
  });
  return {id, block, hidden: Uint8Array.from(more.hidden), linked: Uint8Array.from(more.linked), units};
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
    FROM unit_number
    JOIN placed USING (unit)
    LEFT JOIN unit_number AS above ON above.unit = placed.parent
    LEFT JOIN unit_number AS home ON home.unit = placed.municipality AND home.unit <> unit_number.unit
    ORDER BY unit_number.number`)) as Readonly<Record<string, readonly number[]>>;
  return Int32Array.from(parent);
}
