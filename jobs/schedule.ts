/** The tick. It only looks whether something is due; what is due does not depend on when, or whether, it has ticked. */
import {schedule} from "node-cron";
import {readBounceFolder} from "./bounce-folder.ts";
import type {Plant} from "./plant.ts";
import {type RunSummary, runDue} from "./run-due.ts";

export interface Schedule {
  /** Resolves when the run that is under way has ended. */
  stop(): Promise<void>;
}

export interface ScheduleEvents {
  readonly onRun: (summaries: readonly RunSummary[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Looks at once, for what was missed, and then every minute; a tick during a run is left out. */
export function startSchedule(plant: Plant, {onRun, onError}: ScheduleEvents): Schedule {
  let running: Promise<void> | null = null;
  const tick = () => {
    running ??= readBounceFolder(plant)
      .catch(onError)
      .then(() => runDue(plant))
      .then((summaries) => {
        if (summaries.length > 0) onRun(summaries);
      }, onError)
      .finally(() => {
        running = null;
      });
    return running;
  };
  const task = schedule("17 * * * * *", tick, {name: "aarshjul"});
  tick();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    }
  };
}
