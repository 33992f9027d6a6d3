/** How fast the page of all tasks is answered when the ledger has grown long. Needs a demonstration: somebody must sign in. */
import {copyFile, mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import {isDemonstration, storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import type {BenchRun} from "./index.ts";
import {requireRelease, withReleasesOf} from "./release.ts";
import type {BenchResult} from "./result.ts";
import {limited, slowest, startServer} from "./served.ts";

const rows = 10_000;

export async function run({dataDir, quick}: BenchRun): Promise<readonly BenchResult[]> {
  await requireRelease(dataDir);
  if (!isDemonstration(dataDir)) throw new BadInput("no demonstration", "Siden kan kun måles på demonstrationsdata.");
  return withReleasesOf(dataDir, async (folder) => {
    await mkdir(dirname(storesOf(folder).demonstrationMark), {recursive: true});
    await copyFile(storesOf(dataDir).demonstrationMark, storesOf(folder).demonstrationMark);
    await fillLedger(folder);
    return [await measure(folder, quick ? 20 : 200)];
  });
}

async function measure(folder: string, amount: number): Promise<BenchResult> {
  const server = await startServer(folder);
  try {
    const cookie = await signIn(server.url);
    const floor = await slowest(server.url, {paths: ["/robots.txt"], amount, connections: 2});
    const paths = ["/drift", "/drift?tilstand=failed", "/drift?side=150", "/drift?enhed=75"];
    await slowest(server.url, {paths, amount: paths.length, connections: 1, cookie});
    const value = await slowest(server.url, {paths, amount, connections: 1, cookie});
    return limited("siden med 10.000 opgaver", value, 60, floor);
  } finally {
    server.stop();
  }
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/log-ind/demonstration`, {
    method: "POST",
    redirect: "manual",
    headers: {origin},
    body: new URLSearchParams({rolle: "steward", til: "/drift"})
  });
  const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
  if (answer.status !== 303) throw new Error(`nobody could sign in: ${answer.status}`);
  return cookie.join("; ");
}

async function fillLedger(folder: string): Promise<void> {
  const registry = await openRegistry(storesOf(folder).registry);
  try {
    await registry.transaction().execute(async (transaction) => {
      for (let from = 0; from < rows; from += 500)
        await transaction
          .insertInto("slots")
          .values(Array.from({length: 500}, (_, index) => slotRow(from + index)))
          .execute();
    });
  } finally {
    await registry.destroy();
  }
}

const states = ["done", "waiting", "failed", "superseded"] as const;

function slotRow(index: number) {
  const unit = `75${String(index).padStart(4, "0")}`;
  return {
    ...{id: `packages/bench/751/${unit}/2024-H2`, job: "packages", entry: "bench", municipality: "751", unit},
    ...{period: "2024-H2", recipient: "", subject: "", state: states[index % states.length]!, version: 1, starts: 1},
    ...{attempts: 0, due_at: new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString(), started_at: null},
    ...{ended_at: "2025-06-01T00:00:00.000Z", next_try_at: null, lease_owner: null, lease_until: null},
    ...{phase: "", error: "", result: ""}
  };
}
