/** What runs is asked to stop, ends what it has begun, and is taken up again. */
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runSlots} from "../jobs/ledger.ts";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {reopen, runDue} from "../jobs/run-due.ts";
import {storesOf} from "../queries/config.ts";
import {type Candidate, due} from "../queries/reference/wheel-due.ts";
import {listIssues} from "../queries/registry/issues.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {askToStop, findStop} from "../queries/registry/stops.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {acceptFixtureDeliveries} from "./wheel-lake.ts";

let dataDir: string;
let plant: Plant;
const now = () => new Date("2026-04-15T03:00:00.000Z");
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-stop-"));
  await writeReleaseFixture({dataDir});
  const registry = await openRegistry(storesOf(dataDir).registry);
  await acceptFixtureDeliveries(registry);
  await registry.destroy();
  plant = await openPlant({dataDir, workers: 1, browserPath: null}, {municipality: "751", now});
});
afterAll(async () => {
  await plant?.registry.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

describe("runSlots(options, job, decisions, work) that is asked to stop", () => {
  it("begins nothing more, and says of the rest who stopped it", async () => {
    const candidates = ["a", "b", "c"].map((unit): Candidate => {
      const key = {job: "packages", entry: "e", municipality: "751", unit, period: "2025-H2"} as const;
      const why = {code: "deadline", missing: []} as const;
      const rest = {recipient: "", subject: "", dueAt: now().toISOString(), series: unit, rank: "1", ready: true, why};
      return {...key, ...rest, id: `test/${unit}`};
    });
    const decisions = due(candidates, new Map(), {now: now(), isAlive: () => null});
    const summary = await runSlots(plant, "packages", decisions, async (claimed, tally) => {
      tally.done(claimed[0]!.candidate.id, "built");
      await askToStop(plant.registry, "packages", "Karen");
      await new Promise((resolve) => tally.signal.addEventListener("abort", resolve, {once: true}));
    });
    expect(summary).toMatchObject({done: ["test/a"], failed: [], stopped: ["test/b", "test/c"]});
    const slots = (await listSlots(plant.registry)).filter(({entry}) => entry === "e");
    expect(slots.map(({id, state, error}) => [id, state, error]).toSorted()).toEqual([
      ["test/a", "done", ""],
      ["test/b", "cancelled", "standset af Karen"],
      ["test/c", "cancelled", "standset af Karen"]
    ]);
  });
  it("does not mean what is begun later", async () =>
    expect(await findStop(plant.registry, "packages", new Date(Date.now() + 1))).toBeUndefined());
});

describe("runDue(plant) that is stopped in the middle of the packages", () => {
  it("keeps what was built and builds the rest when it is taken up again, each once", async () => {
    let asked = false;
    const progress = {
      start: () => {},
      advance: () => {
        if (!asked) void askToStop(plant.registry, "packages", "Karen", new Date(Date.now() + 60_000));
        asked = true;
      },
      finish: () => {}
    };
    const slow = {...plant, progress: {...progress, advance: progress.advance}};
    const [first] = await runDue(slow, {jobs: ["packages"]});
    const early = (await listIssues(plant.registry)).length;
    await askToStop(plant.registry, "packages", "", new Date(0));
    await reopen(plant, (_id, job) => job === "packages", ["cancelled"]);
    const summaries = await runDue(plant, {jobs: ["packages"]});
    expect(first!.failed).toEqual([]);
    expect(first!.done.length + first!.stopped.length).toBeGreaterThan(2);
    expect(summaries.flatMap(({stopped, failed}) => [...stopped, ...failed])).toEqual([]);
    const states = (await listSlots(plant.registry, {job: "packages"})).filter(({entry}) => entry !== "e");
    expect(states.map(({state}) => state)).toEqual(states.map(() => "done"));
    const issues = (await listIssues(plant.registry)).map(({issue}) => issue);
    expect(issues.length).toBeGreaterThanOrEqual(early);
    expect(issues.every((issue) => issue.endsWith("-da-1"))).toBe(true);
  }, 120_000);
});
