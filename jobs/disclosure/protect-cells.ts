/** All cells of a release through protection and audit, block by block. */
import type {Engine} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {type Progress, silentProgress} from "../progress.ts";
import type {AuditOptions} from "./audit.ts";
import {shown} from "./block.ts";
import {patternOf} from "./pattern.ts";
import {createCells, readBlock, readBlockIds} from "./read-blocks.ts";
import type {DisclosureRules} from "./rules.ts";

export interface ProtectRequest extends AuditOptions {
  readonly indicators: readonly Indicator[];
  readonly rules: DisclosureRules;
  readonly progress?: Progress;
}

/** What was done, in numbers. */
export interface Protected {
  readonly cells: number;
  readonly hidden: number;
  /** Amounts that the audit went after, and the programs that it took. */
  readonly targets: number;
  readonly programs: number;
}

/** Makes the tables `cell` and `hidden_cell`. Throws where a pattern does not pass the audit: then there is no release. */
export async function protectCells(engine: Engine, request: ProtectRequest): Promise<Protected> {
  const {indicators, rules, progress = silentProgress} = request;
  await engine.run("CREATE OR REPLACE TEMP TABLE hidden_cell (id INTEGER)");
  await createCells(engine, rules);
  const blocks = await readBlockIds(engine);
  const sum = {cells: 0, hidden: 0, targets: 0, programs: 0};
  progress.start("Beskytter små tal", blocks.length);
  for (const [index, id] of blocks.entries()) {
    const {block, ids} = await readBlock(engine, id, indicators);
    const {statuses, targets, programs} = await patternOf(block, rules, request);
    const hidden = [...ids].filter((_, cell) => statuses[cell] !== shown);
    await hideCells(engine, hidden);
    sum.cells += ids.length;
    sum.hidden += hidden.length;
    sum.targets += targets;
    sum.programs += programs;
    progress.advance(index + 1);
  }
  progress.finish();
  return sum;
}

async function hideCells(engine: Engine, ids: readonly number[]): Promise<void> {
  const appender = await engine.connection.createAppender("hidden_cell");
  for (const id of ids) {
    appender.appendInteger(id);
    appender.endRow();
  }
  appender.closeSync();
}
