import {rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {filesFor} from "../jobs/compute.ts";
import {intake} from "../jobs/intake.ts";
import {createLakeViews} from "../jobs/lake-views.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {Engine} from "../queries/engine.ts";
import {type LakePart, readSources, sourcesOf} from "../queries/lake-source.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {findStandard} from "../queries/standards/index.ts";
import {absenceCsv, lakeFiles, openDataDir, writeFile} from "./intake-fixture.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await openDataDir();
  const history = ["2024-H2", "2025-H1", "2025-H2"].flatMap((period) => [
    {pupil: "p1", period, days: 1},
    {pupil: "p2", period, days: 2}
  ]);
  const replacement = [{pupil: "p1", period: "2025-H1", days: 7}];
  for (const rows of [history, replacement])
    await intake({dataDir, files: [{path: writeFile(dataDir, "a.csv", absenceCsv(rows))}]});
});
afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

async function absence(files: readonly LakeFile[]): Promise<readonly unknown[]> {
  const engine = await Engine.open();
  await createLakeViews(engine, dataDir, files);
  const rows = await engine.rows<{period: string; days_absent: number}>(
    "SELECT period, days_absent FROM absence ORDER BY ALL"
  );
  engine.close();
  return rows.map(({period, days_absent: days}) => [period, days]);
}

describe("createLakeViews(engine, dataDir, files)", () => {
  it("reads the newer delivery for the part that it replaced, and the older for the rest", async () => {
    expect(await absence(await lakeFiles(dataDir, "absence"))).toEqual([
      ["2024-H2", 1],
      ["2024-H2", 2],
      ["2025-H1", 7],
      ["2025-H2", 1],
      ["2025-H2", 2]
    ]);
  });
  it("reads of a history only the periods that are asked for", async () => {
    expect(await absence(filesFor(await lakeFiles(dataDir, "absence"), ["2025-H2"]))).toEqual([
      ["2025-H2", 1],
      ["2025-H2", 2]
    ]);
  });
  it("leaves both deliveries' files whole", async () => {
    expect(await verifyLake(dataDir)).toEqual({checked: 6, problems: []});
  });
});

describe("sourcesOf(files) and readSources(standard, sources)", () => {
  const file = (municipality: string, period: string, slice: string, parts: number) => ({
    ...{standard: "published-statistics", municipality, period, slice, delivery: "d"},
    ...{path: "x.parquet", sha256: "0", rows: 1, parts}
  });

  it("read a file whole when every part of it is wanted", () => {
    expect(sourcesOf([file("751", "2024", "a", 2), file("751", "2025", "a", 2)])).toEqual([
      {path: "x.parquet", only: null}
    ]);
  });
  it("choose exactly the parts that are wanted", async () => {
    const all = ["751", "740", "746"].flatMap((municipality) =>
      ["2023", "2024", "2025"].flatMap((period) => ["a", "b"].map((slice) => ({municipality, period, slice})))
    );
    const engine = await Engine.open();
    const path = join(dataDir, "parts.parquet");
    const values = all.map((part) => `('${part.municipality}', '${part.period}', '${part.slice}')`).join(", ");
    await engine.run(`COPY (FROM (VALUES ${values}) part(municipality, period, indicator)) TO '${path}'`);
    for (const gaps of [[0], [0, 5, 11], [0, 1, 2, 3, 4, 5], [3, 9, 15], [0, 2, 3, 7, 8, 10, 13, 17]]) {
      const wanted: readonly LakePart[] = all.filter((_, index) => !gaps.includes(index));
      const sources = sourcesOf(
        wanted.map(({municipality, period, slice}) => ({...file(municipality, period, slice, all.length), path}))
      );
      const source = readSources(findStandard("published-statistics")!, sources);
      const rows = await engine.rows<LakePart>(`SELECT municipality, period, indicator AS slice FROM ${source}`);
      expect(rows).toEqual(wanted);
    }
    engine.close();
  });
});
