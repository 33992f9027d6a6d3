import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chooseSample, monthBefore} from "../queries/access-sample.ts";
import {readMarks} from "../queries/registry/audit.ts";
import {makeAccount, openStage, passphrase, type Stage, signedIn} from "./identity-fixture.ts";
import {fixtureDelivery} from "./server-fixture.ts";
import {openVisitor} from "./visitor.ts";

const seen = (count: number) =>
  Array.from({length: count}, (_, index) => ({sequence: index + 1, at: "", action: "see", resource: ""}));

describe("chooseSample(lookUps, seed)", () => {
  it("draws one in ten, at least one, at most five, and none of nothing", () => {
    expect([0, 1, 10, 11, 49, 1000].map((count) => chooseSample(seen(count), "seed").length)).toEqual([
      0, 1, 1, 2, 5, 5
    ]);
  });

  it("draws the same by the same seed and others by another, each as often", () => {
    expect(chooseSample(seen(100), "a")).toEqual(chooseSample(seen(100), "a"));
    expect(chooseSample(seen(100), "a")).not.toEqual(chooseSample(seen(100), "b"));
    const drawn = Array.from({length: 2000}, (_, seed) => chooseSample(seen(10), String(seed))[0]!.sequence);
    const counts = Map.groupBy(drawn, (sequence) => sequence);
    for (const [, each] of counts) expect(each.length).toBeGreaterThan(130);
    expect(counts.size).toBe(10);
  });
});

describe("monthBefore(now)", () => {
  it("steps over the new year", () => {
    expect(["2026-01-01T00:00:00Z", "2026-03-31T12:00:00Z"].map((at) => monthBefore(new Date(at)))).toEqual([
      "2025-12",
      "2026-02"
    ]);
  });
});

describe("/konto/opslag", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it("asks a month later why some of what was seen was seen, until it has been said", async () => {
    const id = await makeAccount(stage, "analytiker", ["analyst:751"]);
    const analyst = await signedIn(stage, id);
    for (let count = 0; count < 12; count++)
      expect((await analyst.get(`/leverancer/${fixtureDelivery}`)).status).toBe(200);
    expect((await analyst.get("/konto/opslag")).text).toContain("Ingen opslag venter på svar.");
    stage.clock.now = new Date("2026-03-03T08:00:00Z");
    const later = openVisitor(stage.origin);
    const form = {navn: "analytiker", saetning: passphrase, til: "/leverancer"};
    expect((await later.post("/log-ind", form)).location).toBe("/konto/opslag?til=%2Fleverancer");
    const page = (await later.get("/konto/opslag?til=%2Fleverancer")).text;
    const asked = [...page.matchAll(/name="nr" value="(\d+)"/g)].map(([, sequence]) => sequence!);
    expect(asked).toHaveLength(2);
    const answer = (nr: string, grund: string, tekst = "") =>
      later.post("/konto/opslag", {til: "/leverancer", nr, grund, tekst});
    expect((await answer(asked[0]!, "")).text).toContain("Vælg, hvad du skulle bruge det til.");
    expect((await answer(asked[0]!, "validation", "010203-1234")).text).toContain("CPR-nummer");
    expect((await answer(asked[0]!, "validation", "Kontrol")).location).toBe("/konto/opslag?til=%2Fleverancer");
    const other = await signedIn(stage, await makeAccount(stage, "anden", ["analyst:751"]));
    await other.post("/konto/opslag", {til: "", nr: asked[1]!, grund: "mistake", tekst: ""});
    expect((await answer(asked[1]!, "mistake")).location).toBe("/leverancer");
    const kept = await stage.registry.selectFrom("look_up_samples").select(["reason", "comment", "account"]).execute();
    expect(kept).toEqual([
      {reason: "validation", comment: "Kontrol", account: id},
      {reason: "mistake", comment: "", account: id}
    ]);
  });

  it("is read by an auditor in the log, with the look-ups and no name of a person in the rows themselves", async () => {
    const auditor = await signedIn(stage, await makeAccount(stage, "revisor", ["auditor:*"]));
    const page = (await auditor.get("/log?slags=see")).text;
    expect(page).toContain(`/leverancer/${fixtureDelivery}`);
    expect(page).toContain("Udtrukne opslag: 2 er begrundet, 0 venter på svar.");
    const rows = await stage.registry.selectFrom("audit_entries").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("analytiker");
    expect(await readMarks(stage.registry)).toHaveLength(2);
  });
});
