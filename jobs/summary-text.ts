import type {JobId} from "../queries/registry/slots.ts";
import type {RunSummary} from "./run-due.ts";

const nouns: Readonly<Record<JobId, readonly [string, string]>> = {
  refresh: ["frigivelse", "frigivelser"],
  packages: ["pakke", "pakker"],
  deliver: ["levering", "leveringer"],
  retain: ["sletning", "sletninger"]
};

/** What came of one job, in Danish: a line, and one more for each that failed. */
export function summaryLines({job, done, failed, postponed, stopped, taken}: RunSummary): readonly string[] {
  const [one, many] = nouns[job];
  const parts = [
    `${done.length} ${done.length === 1 ? one : many} udført`,
    ...(failed.length > 0 ? [`${failed.length} mislykkedes`] : []),
    ...(postponed.length > 0 ? [`${postponed.length} udsat`] : []),
    ...(stopped.length > 0 ? [`${stopped.length} standset`] : []),
    ...(taken > 0 ? [`${taken} er i gang i en anden kørsel`] : [])
  ];
  return [
    `${parts.join(", ")}.`,
    ...failed.map(({id, error, final}) => `  ${id}: ${error}${final ? " (opgivet)" : " (prøves igen)"}`)
  ];
}
