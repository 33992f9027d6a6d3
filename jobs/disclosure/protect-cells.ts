/** All cells of a release through protection and audit, block by block. */
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {type Progress, silentProgress} from "../progress.ts";
import type {AuditOptions} from "./audit.ts";
import {type CellBlock, shown} from "./block.ts";
import {type ByHand, createByHand} from "./by-hand.ts";
import {compareWithLedgers, findSmallChanges, holdBack, readLedgers, unchangedBlocks} from "./earlier.ts";
import {type Earlier, jointOf, jointStatuses} from "./joint.ts";
import {ownCellsOf} from "./own-view.ts";
import {patternOf} from "./pattern.ts";
import {createCells, type Places, type ReadBlock, readBlock, readBlockIds, readPlaces} from "./read-blocks.ts";
import type {DisclosureRules} from "./rules.ts";

export interface ProtectRequest extends AuditOptions {
  readonly indicators: readonly Indicator[];
  readonly rules: DisclosureRules;
  /** Of earlier releases, newest first, see `findLedgers`. */
  readonly ledgers?: readonly string[];
  /** What is hidden by hand. */
  readonly byHand?: readonly ByHand[];
  readonly progress?: Progress;
}

/** What was done: cells in blocks that had changed. */
export interface Protected {
  readonly cells: number;
  readonly hidden: number;
  /** Of the hidden ones, those that their own managers may see. */
  readonly handed: number;
  /** Amounts that the audit went after, and the programs that it took. */
  readonly targets: number;
  readonly programs: number;
  /** Blocks that wait, since they have changed by fewer persons than the minimum. */
  readonly held: readonly string[];
}

type Tally = {-readonly [Name in keyof Protected]: Protected[Name]};

/**
 * Makes the tables `cell`, `hidden_cell` and `handed_cell`. Throws where a pattern does not pass the audit: then there is no
 * release.
 */
export async function protectCells(engine: Engine, request: ProtectRequest): Promise<Protected> {
  const {progress = silentProgress} = request;
  const held = await prepare(engine, request);
  const blocks = await readBlockIds(engine);
  const unchanged = await unchangedBlocks(engine);
  const places = await readPlaces(engine);
  const sum: Tally = {cells: 0, hidden: 0, handed: 0, targets: 0, programs: 0, held};
  progress.start("Beskytter små tal", blocks.length);
  for (const [index, id] of blocks.entries()) {
    if (!unchanged.has(id)) await protectBlock(engine, id, places, request, sum);
    progress.advance(index + 1);
  }
  progress.finish();
  const kept = [...unchanged].map(quoteText).join(", ") || "NULL";
  for (const what of ["hidden", "handed"])
    await engine.run(`INSERT INTO ${what}_cell SELECT id FROM earlier_cell WHERE ${what} AND block IN (${kept})`);
  return sum;
}

/** Cells, and how they differ from the ledgers'; gives the blocks that were put back. */
async function prepare(
  engine: Engine,
  {rules, indicators, ledgers = [], byHand = []}: ProtectRequest
): Promise<readonly string[]> {
  const compare = async () => {
    await compareWithLedgers(engine);
    await findSmallChanges(engine, indicators, rules);
  };
  for (const what of ["hidden", "handed"]) await engine.run(`CREATE OR REPLACE TEMP TABLE ${what}_cell (id INTEGER)`);
  await createByHand(engine, byHand);
  await createCells(engine, rules);
  await readLedgers(engine, ledgers);
  await compare();
  const held = await holdBack(engine);
  if (held.length > 0) {
    await createCells(engine, rules);
    await compare();
  }
  return held;
}

async function protectBlock(
  engine: Engine,
  id: string,
  places: Places,
  {indicators, rules, whole = false}: ProtectRequest,
  sum: Tally
): Promise<void> {
  const {block: counted, ids} = await readBlock(engine, id, indicators, places);
  const cellOf = new Map([...ids].map((each, cell) => [each, cell]));
  const earlier = await readEarlier(engine, id, indicators, places, cellOf);
  const byHand = await readByHandCells(engine, id, cellOf);
  const block: CellBlock = byHand.size > 0 ? {...counted, byHand} : counted;
  const {statuses, targets, programs} = await patternOf(block, rules, {whole, ...(earlier ? {earlier} : {})});
  const joint = {
    block: jointOf(block, earlier),
    statuses: jointStatuses(statuses, earlier),
    earlier,
    cells: ids.length
  };
  const handed = await ownCellsOf(joint, rules);
  const hidden = [...ids.keys()].filter((cell) => statuses[cell] !== shown);
  await writeIds(
    engine,
    "hidden_cell",
    hidden.map((cell) => ids[cell]!)
  );
  await writeIds(
    engine,
    "handed_cell",
    handed.map((cell) => ids[cell]!)
  );
  sum.cells += ids.length;
  sum.hidden += hidden.length;
  sum.handed += handed.length;
  sum.targets += targets;
  sum.programs += programs;
}

async function readEarlier(
  engine: Engine,
  block: string,
  indicators: readonly Indicator[],
  places: Places,
  cellOf: ReadonlyMap<number, number>
): Promise<Earlier | undefined> {
  const known = await engine.rows<{edition: number}>("SELECT edition FROM edition WHERE block = $1 ORDER BY edition", [
    block
  ]);
  if (known.length === 0) return undefined;
  const read: ReadBlock[] = [];
  for (const {edition} of known) read.push(await readBlock(engine, block, indicators, places, edition));
  const told = await engine.rows<{id: number; hidden: boolean}>("SELECT id, hidden FROM told_cell WHERE block = $1", [
    block
  ]);
  const cells = (rows: readonly {readonly id: number}[]) => rows.map(({id}) => cellOf.get(id)!);
  const kept = (await isFreed(engine, block)) ? [] : told.filter(({hidden}) => hidden);
  return {
    editions: read.map((each) => ({
      block: each.block,
      statuses: each.hidden,
      handed: new Set([...each.handed.keys()].filter((cell) => each.handed[cell] === 1))
    })),
    shown: new Set(cells(told.filter(({hidden}) => !hidden))),
    hidden: cells([...kept, ...(await mustHide(engine, block))])
  };
}

/** Cells that have changed by few, and those hidden by hand that have been told before: they cannot be kept, only left out. */
function mustHide(engine: Engine, block: string): Promise<readonly {readonly id: number}[]> {
  return engine.rows<{id: number}>(
    `SELECT id FROM small_change WHERE block = $1 AND id IS NOT NULL
     UNION SELECT id FROM cell JOIN told_cell USING (block, id) WHERE block = $1 AND by_hand AND told`,
    [block]
  );
}

/** Whether something is no longer hidden by hand, so that its companions need not be either. */
async function isFreed(engine: Engine, block: string): Promise<boolean> {
  const {freed} = await engine.one<{freed: boolean}>(
    "SELECT coalesce(bool_or(was_by_hand AND NOT by_hand), false) AS freed FROM earlier_cell WHERE block = $1",
    [block]
  );
  return freed;
}

/** Cells to be kept from everybody since they are hidden by hand; what has been told before is nobody's secret. */
async function readByHandCells(
  engine: Engine,
  block: string,
  cellOf: ReadonlyMap<number, number>
): Promise<ReadonlySet<number>> {
  const rows = await engine.rows<{id: number}>(
    `SELECT cell.id FROM cell LEFT JOIN told_cell USING (block, id)
     WHERE block = $1 AND by_hand AND NOT coalesce(told, false)`,
    [block]
  );
  return new Set(rows.map(({id}) => cellOf.get(id)!));
}

async function writeIds(engine: Engine, table: string, ids: readonly number[]): Promise<void> {
  const appender = await engine.connection.createAppender(table);
  for (const id of ids) {
    appender.appendInteger(id);
    appender.endRow();
  }
  appender.closeSync();
}
