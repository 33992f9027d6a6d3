/** How fast pages and slices are answered: the server in a process of its own, over the data folder's active release. */
import {openRelease, type ReleaseReader} from "../../queries/release.ts";
import type {BenchRun} from "./index.ts";
import type {BenchResult} from "./result.ts";
import {limited, slowest, startServer} from "./served.ts";
import {weights} from "./web-weight.ts";

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
    const ask = (paths: readonly string[], amount: number, connections = 2) =>
      slowest(server.url, {paths, amount, connections});
    const floor = await ask(["/robots.txt"], 200);
    return [
      limited("side, første gang nogen åbner den", await ask(pages, pages.length, 1), 60, floor),
      limited("side, åbnet før", await ask([...pages, ...known], quick ? 40 : 600), 60, floor),
      limited("udsnit af tal", await ask(slices, quick ? 40 : 600), 15, floor),
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

async function visit(origin: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await (await fetch(origin + path)).arrayBuffer();
}
