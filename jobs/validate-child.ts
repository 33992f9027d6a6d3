/** The process that opens delivered files. It is given one job per line and may be killed at any time. */
import {createInterface} from "node:readline";
import {useLocalCodes} from "../queries/classifications/local-codes.ts";
import type {ExaminationJob} from "./examination.ts";
import {examine} from "./examine.ts";

const [memory = "1200MB", threads = "2"] = process.argv.slice(2);

for await (const line of createInterface({input: process.stdin})) {
  const job = JSON.parse(line) as ExaminationJob;
  try {
    useLocalCodes("themes", job.themes ?? null);
    const examination = await examine(job, {memory, threads: Number(threads)});
    process.stdout.write(`${JSON.stringify({examination})}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({failure: String(error).slice(0, 2000)})}\n`);
  }
}
