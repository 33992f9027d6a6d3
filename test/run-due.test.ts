import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readDue} from "../jobs/due.ts";
import {dueLines, dueView} from "../jobs/due-text.ts";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {runDue} from "../jobs/run-due.ts";
import {startSchedule} from "../jobs/schedule.ts";
import {standingOut} from "../jobs/standing-out.ts";
import {storesOf} from "../queries/config.ts";
import {listArrivals} from "../queries/registry/arrivals.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {placeRecipient} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {acceptFixtureDeliveries} from "./wheel-lake.ts";

let dataDir: string;
let plant: Plant;
let now = new Date("2026-04-02T06:00:00Z");
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-wheel-"));
  await writeReleaseFixture({dataDir});
  const registry = await openRegistry(storesOf(dataDir).registry);
  await acceptFixtureDeliveries(registry);
  await registry.destroy();
  plant = await openPlant({dataDir, workers: 2, browserPath: null}, {now: () => now});
});
afterAll(async () => {
  await plant?.registry.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

const states = async () =>
  (await listSlots(plant.registry, {states: ["done", "waiting", "failed", "running"]})).map(({id, state}) => [
    id,
    state
  ]);

describe("openPlant(config)", () => {
  it("finds the only municipality that has delivered", () => expect(plant.municipalities).toEqual(["751"]));
});

describe("runDue(plant)", () => {
  it("builds nothing while inputs are missing and the deadline has not come, and says so", async () => {
    expect(await runDue(plant)).toEqual([]);
    const [reading] = await readDue(plant);
    const lines = dueLines(dueView(reading!, "Aarhus", now, 30));
    expect(lines[0]).toBe("Årshjulet for Aarhus (751), 2. april 2026 kl. 08.00");
    expect(lines).toContain(
      "  Datapakker til skoler, forår (2. halvår 2025): 3 × venter på stillinger, personalets sygefravær og prøvekarakterer i 9. klasse, dog længst til 15.\u00a0april 2026"
    );
    expect(lines).toContain("Mangler:");
  });
  it("records what has come beside when it was expected", async () => {
    expect(
      (await listArrivals(plant.registry, "751")).map((each) => [
        each.entry,
        each.period,
        each.expectedTo,
        each.arrivedOn
      ])
    ).toEqual([
      ["wellbeing", "2024/25", "2025-05-28", "2025-05-20"],
      ["pupils-autumn", "2025-H2", "2025-09-30", "2025-10-14"],
      ["absence-winter", "2025-H2", "2026-01-23", "2026-01-12"]
    ]);
  });
  it("builds at the deadline for the entry's own units only, and once", async () => {
    now = new Date("2026-04-15T03:00:00Z");
    await placeRecipient(plant.registry, {id: "head", scope: "751014", language: "en"});
    const [summary, ...others] = await runDue(plant);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({job: "packages", failed: [], taken: 0});
    const built = await readdir(storesOf(dataDir).packages);
    expect(built.length).toBeGreaterThan(0);
    expect(
      built.filter((name) => !/^2025-H2-(751\d{3}-leader|751-O\d-area)-da-1$|751014-leader-en-1$|progress/.test(name))
    ).toEqual([]);
    expect(built).toContain("2025-H2-751014-leader-en-1");
    expect((await states()).every(([, state]) => state === "done")).toBe(true);
    const page = await readFile(join(storesOf(dataDir).packages, "2025-H2-751014-leader-da-1", "package.html"), "utf8");
    expect(standingOut(page).length).toBeGreaterThan(0);
    expect(standingOut(page).join("")).not.toMatch(/[<>]|&\w+;/);
    now = new Date("2026-04-16T03:00:00Z");
    expect(await runDue(plant)).toEqual([]);
  }, 120_000);
  it("does by hand what is asked for by name, and finds that it is there already", async () => {
    const [done] = (await listSlots(plant.registry, {states: ["done"]})).filter(({result}) => result !== "ingen tal");
    expect(done?.result).toMatch(/^2025-H2-/);
    expect(await runDue(plant, {only: (id) => id === done!.id, insists: () => false})).toEqual([]);
  });
});

describe("startSchedule(plant, events)", () => {
  it("looks at once for what was missed and stops when asked", async () => {
    now = new Date("2026-05-15T03:00:00Z");
    const runs: string[] = [];
    const schedule = startSchedule(plant, {
      onRun: (summaries) => runs.push(...summaries.map(({job, done}) => `${job} ${done.length}`)),
      onError: (error) => runs.push(String(error))
    });
    await schedule.stop();
    expect(runs).toEqual(["packages 2"]);
  }, 120_000);
});
