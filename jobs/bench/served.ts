/** The server in a process of its own, and how long its answers take. */
import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import autocannon from "autocannon";
import type {BenchResult} from "./result.ts";

export interface Served {
  readonly url: string;
  stop(): void;
}

export async function startServer(dataDir: string): Promise<Served> {
  const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
    env: {...process.env, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1"},
    stdio: ["ignore", "pipe", "inherit"]
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
      if (address) resolve(address);
    });
    child.on("exit", (code) => reject(new Error(`the server ended with code ${code}`)));
  });
  return {url, stop: () => void child.kill("SIGTERM")};
}

interface Asked {
  readonly paths: readonly string[];
  readonly amount: number;
  readonly connections: number;
  readonly cookie?: string;
}

/** Milliseconds within which 97.5 % of the answers came: the measuring program's nearest to the 95 % that are asked for. */
export async function slowest(origin: string, {paths, amount, connections, cookie}: Asked): Promise<number> {
  const {latency, non2xx, errors} = await autocannon({
    url: origin,
    connections,
    amount,
    headers: {"accept-encoding": "br, gzip", ...(cookie ? {cookie} : {})},
    requests: paths.map((path) => ({method: "GET", path}))
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} answers were not pages`);
  return latency.p97_5;
}

/** `floor` is what the server needs to say next to nothing, with the same two readers on the same machine. */
export function limited(name: string, value: number, limit: number, floor: number): BenchResult {
  const known = Math.max(1, floor);
  return {
    name: `${name}, p97,5`,
    value,
    unit: "ms",
    floor: known,
    ratio: value / known,
    target: `≤ ${limit} ms`,
    met: value <= limit
  };
}
