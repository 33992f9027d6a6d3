/** All cells of a release through protection and audit, block by block. */
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {type Progress, silentProgress} from "../progress.ts";
import type {AuditOptions} from "./audit.ts";
import {shown} from "./block.ts";
import {compareWithLedger, findSmallChanges, holdBack, unchangedBlocks} from "./earlier.ts";
import type {Earlier} from "./joint.ts";
import {patternOf} from "./pattern.ts";
import {createCells, type Places, type ReadBlock, readBlock, readBlockIds, readPlaces} from "./read-blocks.ts";
import type {DisclosureRules} from "./rules.ts";

export interface ProtectRequest extends AuditOptions {
  readonly indicators: readonly Indicator[];
  readonly rules: DisclosureRules;
  /** The ledger of the release before, if there is one. */
  readonly ledger?: string | null;
  readonly progress?: Progress;
}

/** What was done: cells in blocks that had changed. */
export interface Protected {
  readonly cells: number;
  readonly hidden: number;
  /** Amounts that the audit went after, and the programs that it took. */
  readonly targets: number;
  readonly programs: number;
  /** Blocks that wait, since they have changed by fewer persons than the minimum. */
  readonly held: readonly string[];
}

/** Makes the tables `cell` and `hidden_cell`. Throws where a pattern does not pass the audit: then there is no release. */
export async function protectCells(engine: Engine, request: ProtectRequest): Promise<Protected> {
  const {progress = silentProgress} = request;
  const held = await prepare(engine, request);
  const blocks = await readBlockIds(engine);
  const unchanged = await unchangedBlocks(engine);
  const places = await readPlaces(engine);
  const sum = {cells: 0, hidden: 0, targets: 0, programs: 0, held};
  progress.start("Beskytter små tal", blocks.length);
  for (const [index, id] of blocks.entries()) {
    if (!unchanged.has(id)) await protectBlock(engine, id, places, request, sum);
    progress.advance(index + 1);
  }
  progress.finish();
  await engine.run(
    `INSERT INTO hidden_cell SELECT id FROM earlier_cell WHERE hidden AND block IN (${
      [...unchanged].map(quoteText).join(", ") || "NULL"
    })`
  );
  return sum;
}

/** Cells, and how they differ from the ledger's; gives the blocks that were put back. */
async function prepare(engine: Engine, {rules, indicators, ledger = null}: ProtectRequest): Promise<readonly string[]> {
  const compare = async () => {
    await createCells(engine, rules);
    await compareWithLedger(engine, ledger);
    await findSmallChanges(engine, indicators, rules);
  };
  await engine.run("CREATE OR REPLACE TEMP TABLE hidden_cell (id INTEGER)");
  await compare();
  const held = await holdBack(engine);
  if (held.length > 0) await compare();
  return held;
}

async function protectBlock(
  engine: Engine,
  id: string,
  places: Places,
  {indicators, rules, ledger = null, whole = false}: ProtectRequest,
  sum: {cells: number; hidden: number; targets: number; programs: number}
): Promise<void> {
  const {block, ids} = await readBlock(engine, id, indicators, places);
  const before = ledger === null ? undefined : await readBlock(engine, id, indicators, places, "ledger");
  const earlier = before && before.ids.length > 0 ? await readEarlier(engine, before, ids) : undefined;
  const {statuses, targets, programs} = await patternOf(block, rules, {whole, ...(earlier ? {earlier} : {})});
  const hidden = [...ids].filter((_, cell) => statuses[cell] !== shown);
  await hideCells(engine, hidden);
  sum.cells += ids.length;
  sum.hidden += hidden.length;
  sum.targets += targets;
  sum.programs += programs;
}

async function readEarlier(engine: Engine, before: ReadBlock, ids: Int32Array): Promise<Earlier> {
  const known = await engine.rows<{id: number; hidden: boolean}>(
    "SELECT id, hidden FROM earlier_cell WHERE block = $1 AND same",
    [before.id]
  );
  const small = await engine.rows<{id: number}>("SELECT id FROM small_change WHERE block = $1 AND id IS NOT NULL", [
    before.id
  ]);
  const cellOf = new Map([...ids].map((each, cell) => [each, cell]));
  return {
    block: before.block,
    statuses: before.hidden,
    shown: new Set(known.filter(({hidden}) => !hidden).map((each) => cellOf.get(each.id)!)),
    hidden: [...known.filter(({hidden}) => hidden), ...small].map((each) => cellOf.get(each.id)!)
  };
}

async function hideCells(engine: Engine, ids: readonly number[]): Promise<void> {
  const appender = await engine.connection.createAppender("hidden_cell");
  for (const id of ids) {
    appender.appendInteger(id);
    appender.endRow();
  }
  appender.closeSync();
}
