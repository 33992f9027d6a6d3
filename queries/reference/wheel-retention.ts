/** The nightly deletion as a thing to do: what is past its time calls for it, once a night. Pure. */
import {slotId} from "../registry/slots.ts";
import {addDays, danishClock, instantOf} from "./wheel-dates.ts";
import type {Candidate} from "./wheel-due.ts";

const nightTime = "03:00";

/** `overdue`: files and parts of files whose time is over now. In a demonstration somebody must ask for it. */
export function retentionCandidates(
  {overdue, demonstration}: {readonly overdue: number; readonly demonstration: boolean},
  now: Date
): readonly Candidate[] {
  if (overdue === 0) return [];
  const {date, time} = danishClock(now);
  const subject = time >= nightTime ? date : addDays(date, -1);
  const key = {job: "retain", entry: "", municipality: "", unit: "", period: "", recipient: "", subject} as const;
  const why = {code: demonstration ? "demonstration" : "past-its-time", count: overdue} as const;
  const dueAt = instantOf(subject, nightTime).toISOString();
  return [{...key, id: slotId(key), dueAt, series: "retain", rank: subject, ready: !demonstration, why}];
}
