import type {Widened} from "../widened.ts";
import type {danishOperationsStop} from "./da-operations-stop.ts";
import {many} from "./many.ts";

export const englishOperationsStop: Widened<typeof danishOperationsStop> = {
  operationsStop: {
    stop: (job) => `Stop ${job}`,
    stopLead: "What has begun is finished. The rest waits until somebody takes it up again.",
    stopped: (count, job) => `${many(count, "task", "tasks", "en-GB")} (${job}) stopped.`,
    resume: "Take them up again",
    asked: "It has been asked to stop, and does when what has begun is finished.",
    resumed: (count) => `${many(count, "task is", "tasks are", "en-GB")} taken up again and begin within a minute.`,
    resumedText: "taken up again",
    jobs: {refresh: "releases", packages: "data packages", deliver: "deliveries", retain: "deletions"}
  }
};
