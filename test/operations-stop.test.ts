import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findSlot, type JobId, slotId} from "../queries/registry/slots.ts";
import {claimSlots, endSlots} from "../queries/registry/slots-write.ts";
import {findStop} from "../queries/registry/stops.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const comeAs = async (grant: string) => signedIn(stage, await makeAccount(stage, grant, [grant], "x"));
const key = (municipality: string) =>
  ({
    ...{job: "packages" as JobId, entry: "e", municipality, unit: `${municipality}014`, period: "2025-H2"},
    ...{recipient: "", subject: ""}
  }) as const;

describe("/drift/stands and /drift/tag-op", () => {
  it("ask what runs to stop, and take up again what was stopped", async () => {
    const now = stage.clock.now;
    const begun = new Date();
    const lease = {owner: "o", now, until: new Date(now.getTime() + 60_000)};
    const wanted = ["751", "740"].map((code) => ({
      ...{...key(code), id: slotId(key(code))},
      ...{dueAt: now.toISOString(), seen: 0}
    }));
    await claimSlots(stage.registry, wanted, lease);
    const own = await comeAs("steward:751");
    expect((await own.post("/drift/stands", {opgave: "packages"})).status, "others' packages run too").toBe(403);
    const steward = await comeAs("steward:*");
    expect((await steward.get("/drift")).text).toContain("Stands datapakker");
    const asked = await steward.post("/drift/stands", {opgave: "packages"});
    expect(asked.location).toBe("/drift?standset=bedt");
    expect((await steward.get(asked.location!)).text).toContain("Der er bedt om, at det standser.");
    expect(await findStop(stage.registry, "packages", begun)).toMatchObject({by: "steward:*"});
    const ends = wanted.map(({id}) => ({id, state: "cancelled", error: "standset af Karen", text: ""}) as const);
    await endSlots(stage.registry, ends, lease);
    expect((await steward.get("/drift")).text).toContain("2 opgaver (datapakker) er standset.");
    const again = await own.post("/drift/tag-op", {opgave: "packages"});
    expect(again.location).toBe("/drift?standset=optaget&antal=1");
    const states = await Promise.all(wanted.map(async ({id}) => (await findSlot(stage.registry, id))!.state));
    expect(states).toEqual(["waiting", "cancelled"]);
  });

  it("refuse who may not change every task of the kind that runs", async () => {
    const at = new Date(stage.clock.now.getTime() + 3_600_000);
    const run = async (job: JobId, municipality: string, now: Date) => {
      const wanted = {...key(municipality), job, unit: `${municipality}022`, dueAt: now.toISOString(), seen: 0};
      const lease = {owner: "o", now, until: new Date(now.getTime() + 60_000)};
      await claimSlots(stage.registry, [{...wanted, id: slotId(wanted)}], lease);
    };
    await run("packages", "740", at);
    await run("deliver", "751", new Date(at.getTime() + 1000));
    await run("refresh", "", new Date(at.getTime() + 2000));
    const own = await signedIn(stage, await makeAccount(stage, "own", ["steward:751"], "x"));
    const stop = async (opgave: JobId) => (await own.post("/drift/stands", {opgave})).status;
    const {text} = await own.get("/drift");
    const offered = [...text.matchAll(/Stands (\w+)/g)].map(([, job]) => job);
    expect(await Promise.all((["packages", "deliver", "refresh"] as const).map(stop))).toEqual([403, 303, 403]);
    expect(offered, "only what may be stopped").toEqual(["leveringer"]);
  });
});
