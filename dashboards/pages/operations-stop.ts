/** Stopping what runs, and taking up what was stopped. */
import type {Language} from "../../queries/model.ts";
import type {RunningBatch} from "../../queries/registry/slot-pages.ts";
import type {JobId} from "../../queries/registry/slots.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";

export interface StopState {
  readonly language: Language;
  readonly running: readonly RunningBatch[];
  readonly stopped: readonly {readonly id: string; readonly job: JobId}[];
  readonly mayRunSome: boolean;
  /** Whether the reader may stop all that runs of a job. */
  readonly mayStop: (job: JobId) => boolean;
  readonly told: {readonly what: "asked" | "resumed"; readonly count: number} | null;
}

export function stopOf({language, running, stopped, mayRunSome, mayStop, told}: StopState) {
  const t = webTextOf(language).operationsStop;
  const jobs = [...new Set(running.map(({job}) => job))];
  return {
    told: told && (told.what === "asked" ? t.asked : t.resumed(told.count)),
    stopAction: hrefOf(language, "/drift/stands"),
    resumeAction: hrefOf(language, "/drift/tag-op"),
    running: jobs.filter((job) => mayRunSome && mayStop(job)).map((job) => ({job, label: t.stop(t.jobs[job])})),
    stopped: [...Map.groupBy(stopped, ({job}) => job)].map(([job, own]) => ({
      job,
      text: t.stopped(own.length, t.jobs[job]),
      may: mayRunSome
    }))
  };
}
