import {mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {frequencies} from "../jobs/bench/known-table.ts";
import {readByHand, writeByHand} from "../jobs/disclosure/by-hand.ts";
import {guardsByHand} from "../jobs/disclosure/primary.ts";
import {disclosureRules} from "../jobs/disclosure/rules.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-by-hand-"));
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

describe("writeByHand(dataDir, list)", () => {
  const path = () => join(dataDir, "disclosure", "by-hand.json");
  it("keeps the list where only its owner reads it", async () => {
    expect(await readByHand(dataDir)).toEqual([]);
    const list = [{unit: "751014", indicator: null, period: "2025-H2", reason: "Fejl", at: "2026-01-01T00:00:00.000Z"}];
    await writeByHand(dataDir, list);
    expect(await readByHand(dataDir)).toEqual(list);
    expect((await stat(path())).mode & 0o077).toBe(0);
  });
  it("does not take a list that cannot be read for an empty one", async () => {
    await writeFile(path(), '[{"unit": "751014"}]');
    await expect(readByHand(dataDir)).rejects.toThrow("unreadable list of what is hidden by hand");
  });
});

describe("guardsByHand(indicator, limits)", () => {
  it("keeps both sides of a share, the sum of anything else, and how far a mean is from its scale's end", () => {
    const amounts = (changes: Partial<typeof frequencies>) =>
      guardsByHand({...frequencies, ...changes}, disclosureRules).map(({amount}) => amount);
    expect(amounts({measure: "share"})).toEqual(["numerator", "complement"]);
    expect(amounts({counts: "events", measure: "share"})).toEqual(["numerator"]);
    expect(amounts({counts: "scores", measure: "mean", bounds: [1, 5]})).toEqual(["below"]);
  });
});
