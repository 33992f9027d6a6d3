import {readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findActiveRelease, openRelease, type ReleaseReader} from "../queries/release.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

let dataDir: string;
let reader: ReleaseReader;

beforeAll(async () => {
  ({dataDir} = await writeReleaseFixture());
  reader = await openRelease(dataDir);
});
afterAll(async () => {
  await reader?.close();
  await rm(dataDir, {recursive: true, force: true});
});

describe("openRelease(dataDir)", () => {
  it("opens the release that the pointer names", async () => {
    expect(reader.manifest.id).toBe(await findActiveRelease(dataDir));
    expect(reader.manifest.id).toMatch(/^r[0-9a-f]{12}$/);
  });
  it("says which release does not exist", async () => {
    await expect(openRelease(dataDir, "r000000000000")).rejects.toThrow("no such release: r000000000000");
  });
  it("names a file that is missing", async () => {
    const other = await writeReleaseFixture({halfYears: 2});
    await rm(join(other.dataDir, "releases", other.manifest.id, "facts.parquet"));
    await expect(openRelease(other.dataDir)).rejects.toThrow(other.manifest.id);
    await rm(other.dataDir, {recursive: true});
  });
});

describe("ReleaseReader.facts(query)", () => {
  it("gives one unit's figures in every period, all categories together by default", async () => {
    const facts = await reader.facts({units: ["751014"], indicators: ["school-absence"]});
    expect(facts).toHaveLength(11);
    expect(new Set(facts.map((fact) => fact.category))).toEqual(new Set([""]));
    for (const fact of facts) expect(fact.value).toBeCloseTo((fact.numerator! / fact.denominator!) * 100, 9);
  });
  it("gives every unit of a municipality and no group", async () => {
    const facts = await reader.facts({municipality: "751", periods: ["2025-H2"], indicators: ["school-absence"]});
    expect(facts.map((fact) => fact.unit)).toEqual(
      ["751", "751-O1", "751-O2", "751014", "751014-7A", "751014-7B", "751022", "751033"].sort()
    );
  });
  it("gives the figures of a comparison group by its id", async () => {
    const [fact] = await reader.facts({units: ["similar-751"], periods: ["2025-H1"], indicators: ["staff-absence"]});
    expect(fact).toMatchObject({unit: "similar-751", members: 2, expected: 2});
  });
  it("keeps a hidden cell as a blank without a number", async () => {
    const [fact] = await reader.facts({units: ["751014-7B"], periods: ["2025-H2"], indicators: ["school-absence"]});
    expect(fact).toMatchObject({blank: "hidden", value: null, numerator: null, persons: null, low: null});
  });
  it("reads each period by the version that was in force", async () => {
    const facts = await reader.facts({units: ["000"], indicators: ["grades-average"]});
    expect(facts.map((fact) => [fact.period, fact.version])).toEqual([
      ["2020/21", 1],
      ["2021/22", 2],
      ["2022/23", 2],
      ["2023/24", 2],
      ["2024/25", 2]
    ]);
    const all = await reader.facts({units: ["000"], indicators: ["grades-average"], versions: "all"});
    expect(all).toHaveLength(10);
  });
  it("filters by kind and category", async () => {
    const facts = await reader.facts({kinds: ["school"], categories: ["sick"], indicators: ["school-absence"]});
    expect(new Set(facts.map((fact) => fact.category))).toEqual(new Set(["sick"]));
    expect(new Set(facts.map((fact) => fact.unit)).size).toBe(4);
  });
  it("answers many at once as one at a time", async () => {
    const units = ["751014", "751022", "751033", "751", "082", "000", "similar-751", "G75101"];
    const alone = [];
    for (const unit of units) alone.push(await reader.facts({units: [unit]}));
    const together = await Promise.all([...units, ...units].map((unit) => reader.facts({units: [unit]})));
    expect(together).toEqual([...alone, ...alone]);
  });
  it("gives nothing for an unknown unit", async () => {
    expect(await reader.facts({units: ["x'; DROP"]})).toEqual([]);
  });
});

describe("ReleaseReader", () => {
  it("holds units, groups, indicators and breaks", () => {
    expect(reader.units.get("751014" as never)?.name).toBe("Bøgelundskolen");
    expect(reader.groups.map((group) => group.id)).toContain("neighbours-751");
    expect(reader.indicators.get("grades-average")?.version).toBe(2);
    expect(reader.breaks[0]?.period).toBe("2021/22");
  });
  it("gives observations and coverage", async () => {
    expect(await reader.observations(["751014"])).toHaveLength(3);
    expect((await reader.coverage("746")).map((row) => row.state)).toEqual(["missing", "missing", "missing"]);
  });
});

describe("writeRelease(engine, content)", () => {
  it("gives the same id and the same bytes for the same content", async () => {
    const again = await writeReleaseFixture();
    expect(again.manifest.files).toEqual(reader.manifest.files);
    expect(again.manifest.id).toBe(reader.manifest.id);
    await rm(again.dataDir, {recursive: true});
  });
  it("writes nothing anew where the same release stands, and keeps the older one beside a new one", async () => {
    const first = await writeReleaseFixture({halfYears: 2});
    const path = join(first.dataDir, "releases", first.manifest.id, "release.json");
    const before = await readFile(path, "utf8");
    await writeFile(`${path}.note`, "");
    await writeReleaseFixture({dataDir: first.dataDir, halfYears: 2});
    expect(await readFile(path, "utf8")).toBe(before);
    const next = await writeReleaseFixture({dataDir: first.dataDir, halfYears: 3});
    expect(await findActiveRelease(first.dataDir)).toBe(next.manifest.id);
    await (await openRelease(first.dataDir, first.manifest.id)).close();
    await rm(first.dataDir, {recursive: true});
  });
});
