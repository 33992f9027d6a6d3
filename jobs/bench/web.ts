/** How fast pages and slices are answered: the server in a process of its own, over the data folder's active release. */
import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import autocannon from "autocannon";
import {openRelease, type ReleaseReader} from "../../queries/release.ts";
import type {BenchRun} from "./index.ts";
import type {BenchResult} from "./result.ts";
import {weights} from "./web-weight.ts";

/** Milliseconds within which 97.5 % of the answers came: the measuring program's nearest to the 95 % that are asked for. */
export async function run({dataDir, quick, progress}: BenchRun): Promise<readonly BenchResult[]> {
  const reader = await openRelease(dataDir);
  const {places, release} = placesOf(reader, quick ? 10 : 120);
  await reader.close();
  progress?.start("web", null);
  const server = await startServer(dataDir);
  try {
    const pages = places.map((unit) => `/enheder/${unit}`);
    const known = ["/noegletal/school-absence?kommune=751", "/enheder/751", "/sammenlign", "/datakvalitet"];
    const slices = places.map((unit) => `/api/${release}/unit/${unit}`);
    await visit(server.url, ["/om", ...known]);
    const floor = await slowest(server.url, ["/robots.txt"], 200, 2);
    return [
      limited("side, første gang nogen åbner den", await slowest(server.url, pages, pages.length, 1), 60, floor),
      limited("side, åbnet før", await slowest(server.url, [...pages, ...known], quick ? 40 : 600, 2), 60, floor),
      limited("udsnit af tal", await slowest(server.url, slices, quick ? 40 : 600, 2), 15, floor),
      ...(await weights(server.url, pages[0]!))
    ];
  } finally {
    server.stop();
    progress?.finish();
  }
}

/** Schools and day care of the whole country, a municipality first. */
function placesOf({units, manifest}: ReleaseReader, count: number) {
  const all = [...units.values()].filter(({kind}) => kind === "school" || kind === "daycare").map(({id}) => id);
  const step = Math.max(1, Math.floor(all.length / count));
  const places: readonly string[] = all.filter((_, index) => index % step === 0).slice(0, count);
  return {places, release: manifest.id};
}

/** Each of the readers asks for every path in turn, `amount` requests in all. */
async function slowest(origin: string, paths: readonly string[], amount: number, connections: number): Promise<number> {
  const {latency, non2xx, errors} = await autocannon({
    url: origin,
    connections,
    amount,
    headers: {"accept-encoding": "br, gzip"},
    requests: paths.map((path) => ({method: "GET", path}))
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} answers were not pages`);
  return latency.p97_5;
}

async function visit(origin: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await (await fetch(origin + path)).arrayBuffer();
}

/** `floor` is what the server needs to say next to nothing, with the same two readers on the same machine. */
function limited(name: string, value: number, limit: number, floor: number): BenchResult {
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

async function startServer(dataDir: string): Promise<{readonly url: string; stop(): void}> {
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
