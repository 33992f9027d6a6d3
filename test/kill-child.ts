/** Does one job of the wheel as the program does it, to be killed in the middle of it. */
import {openPlant} from "../jobs/plant.ts";
import {runDue} from "../jobs/run-due.ts";
import type {JobId} from "../queries/registry/slots.ts";

const [dataDir = "", job = "", now = ""] = process.argv.slice(2);
const offset = Date.parse(now) - Date.now();
const plant = await openPlant(
  {dataDir, workers: 2, browserPath: null},
  {municipality: "751", now: () => new Date(Date.now() + offset)}
);
process.stdout.write("ready");
await runDue(plant, {jobs: [job as JobId]});
await plant.registry.destroy();
