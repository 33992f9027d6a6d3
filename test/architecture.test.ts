import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Who may import whom; the first entry that matches a file is its layer. */
const layers: readonly {readonly layer: string; readonly prefix: string; readonly may: readonly string[]}[] = [
  {layer: "browser", prefix: "dashboards/browser/", may: ["browser", "pages", "dashboards", "model"]},
  {layer: "pages", prefix: "dashboards/pages/", may: ["pages", "dashboards", "queries", "model"]},
  {layer: "dashboards", prefix: "dashboards/", may: ["dashboards", "queries", "model"]},
  {layer: "templates", prefix: "templates/", may: ["templates", "dashboards", "queries", "model"]},
  {layer: "jobs", prefix: "jobs/", may: ["jobs", "templates", "dashboards", "queries", "model"]},
  {layer: "server", prefix: "server/", may: ["server", "templates", "dashboards", "pages", "queries", "model"]},
  {layer: "model", prefix: "queries/model.ts", may: ["model"]},
  {layer: "model", prefix: "queries/period.ts", may: ["model"]},
  {layer: "queries", prefix: "queries/", may: ["queries", "model"]}
];

const files = layers
  .map(({prefix}) => prefix.split("/")[0]!)
  .filter((folder, index, all) => all.indexOf(folder) === index)
  .flatMap((folder) => sourcesIn(folder));

describe("layers", () => {
  it.each(files)("%s imports only what its layer may", (file) => {
    const own = layerOf(file);
    const wrong = importsOf(file)
      .map((target) => ({target, layer: layerOf(target)}))
      .filter(({layer}) => !layers.find((each) => each.layer === own)!.may.includes(layer));
    expect(wrong).toEqual([]);
  });

  it("keeps the database engine behind one door", () => {
    const importers = files.filter((file) =>
      readFileSync(join(root, file), "utf8").includes('from "@duckdb/node-api"')
    );
    expect(importers.filter((file) => file !== "queries/engine.ts")).toEqual([]);
  });

  it("keeps the keys of pseudonyms from all but their own process", () => {
    const keys = "jobs/pseudonyms/keys.ts";
    const importers = files.filter((file) => importsOf(file).includes(keys));
    expect(importers).toEqual(["jobs/pseudonyms/key-process.ts"]);
    expect(files.filter((file) => importsOf(file).includes(importers[0]!))).toEqual([]);
    for (const file of files.filter((each) => each.startsWith("server/")))
      expect(reachedFrom(file)).not.toContain(keys);
  });
});

function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  for (const target of importsOf(file)) {
    if (reached.has(target) || !target.endsWith(".ts")) continue;
    reached.add(target);
    reachedFrom(target, reached);
  }
  return reached;
}

function layerOf(file: string): string {
  return layers.find(({prefix}) => file.startsWith(prefix))?.layer ?? `outside: ${file}`;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1]!))
  );
}
