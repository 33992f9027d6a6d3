import {renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Progress} from "./progress.ts";

/** `packages/progress.json`: how far the building has come, for those who only read. */
export interface BuildState {
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** Tells `progress`, and anybody who reads the packages folder, at most twice a second. */
export function announced(progress: Progress, packages: string, now: () => Date = () => new Date()): Progress {
  let state: BuildState = {done: 0, total: 0, startedAt: now().toISOString(), finishedAt: null};
  let writtenAt = 0;
  const write = (change: Partial<BuildState>, always: boolean) => {
    state = {...state, ...change};
    if (!always && now().getTime() - writtenAt < 500) return;
    writtenAt = now().getTime();
    writeState(packages, state);
  };
  return {
    start: (title, total) => {
      progress.start(title, total);
      write({done: 0, total: total ?? 0, startedAt: now().toISOString(), finishedAt: null}, true);
    },
    advance: (done) => {
      progress.advance(done);
      write({done}, false);
    },
    finish: () => {
      progress.finish();
      write({done: state.total, finishedAt: now().toISOString()}, true);
    }
  };
}

function writeState(packages: string, state: BuildState): void {
  const temporary = join(packages, `.progress-${process.pid}.json`);
  writeFileSync(temporary, JSON.stringify(state));
  renameSync(temporary, join(packages, "progress.json"));
}
