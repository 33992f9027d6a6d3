import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readDue} from "../jobs/due.ts";
import {dueView} from "../jobs/due-text.ts";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {reopen, runDue} from "../jobs/run-due.ts";
import {storesOf} from "../queries/config.ts";
import {draftText, emptyDraft} from "../queries/conversations/agreement-draft.ts";
import type {PeriodId} from "../queries/period.ts";
import {writeDrafts} from "../queries/registry/conversation-writes.ts";
import {listConversations} from "../queries/registry/conversations.ts";
import {findIssue} from "../queries/registry/issues.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {listSignedIssues, recordStep} from "../queries/registry/signoffs.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {placeRecipient, startSmtp, writeSettings} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {accept} from "./wheel-lake.ts";

let dataDir: string;
let plant: Plant;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let now = new Date("2026-01-02T08:00:00Z");
const at = (text: string) => {
  now = new Date(text);
};
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-year-"));
  await writeReleaseFixture({dataDir});
  smtp = await startSmtp();
  writeSettings(dataDir, smtp.port, {quietHours: {from: "20:00", to: "07:00"}});
  const registry = await openRegistry(storesOf(dataDir).registry);
  await accept(registry, "wellbeing", "2024/25", "2025-05-20T08:00:00.000Z");
  await accept(registry, "pupils", "2025-H2", "2025-09-20T08:00:00.000Z");
  await accept(registry, "absence", "2025-H2", "2026-02-12T08:00:00.000Z");
  await registry.destroy();
  plant = await openPlant({dataDir, workers: 2, browserPath: null}, {municipality: "751", now: () => now});
  await placeRecipient(plant.registry, {id: "birk", scope: "751014"});
  await placeRecipient(plant.registry, {id: "egen", scope: "751022"});
});
afterAll(async () => {
  await plant?.registry.destroy();
  await smtp?.close();
  await rm(dataDir, {recursive: true, force: true});
});

const view = async () => dueView((await readDue(plant))[0]!, "Aarhus", now, 30);
const lateNow = async () => (await view()).late.map(({id, said}) => `${id} ${said}`);
const autumnBefore = "packages/school-packages-autumn/751/751014/2025-H1";
const issueOf = (unit: string, number: number) => `2025-H2-${unit}-leader-da-${number}`;
const received = () =>
  smtp.received.map(({to, raw}) => `${to[0]} ${/X-Aarshjul-Issue: (\S+)/.exec(raw)![1]}`).toSorted();

async function sign(unit: string, number: number, correction?: string): Promise<string> {
  const issue = (await findIssue(plant.registry, issueOf(unit, number)))!;
  const taken = {by: "Skolechef", at: now, comment: "", correction};
  await recordStep(plant.registry, issue, {...taken, step: "preview"});
  return (await recordStep(plant.registry, issue, {...taken, step: "sign"})).releaseAt!;
}

describe("a year of the wheel", () => {
  it("in February catches up with last autumn, and knows what came late and what is missing", async () => {
    at("2026-02-15T08:00:00Z");
    expect(await runDue(plant)).toMatchObject([{job: "packages", done: expect.arrayContaining([autumnBefore])}]);
    expect(await runDue(plant)).toEqual([]);
    const arrivals = (await readDue(plant))[0]!.wheel.arrivals.map(({entry, arrivedOn, expectedTo}) => [
      entry,
      arrivedOn,
      expectedTo
    ]);
    expect(arrivals).toEqual([
      ["wellbeing", "2025-05-20", "2025-05-28"],
      ["pupils-autumn", "2025-09-20", "2025-09-30"],
      ["absence-winter", "2026-02-12", "2026-01-23"]
    ]);
    expect(await lateNow()).toContain(
      "staff-winter:2026 mangler; skulle være kommet for 23 dage siden (stillinger og personalets sygefravær)"
    );
  }, 120_000);

  it("builds at the deadline without what never came, and nothing where nothing came", async () => {
    at("2026-04-14T23:00:00Z");
    expect(await runDue(plant)).toEqual([]);
    at("2026-04-15T03:00:00Z");
    const [summary] = await runDue(plant);
    expect(summary).toMatchObject({job: "packages", failed: []});
    const built = (await listSlots(plant.registry, {job: "packages", states: ["done"]})).map(({result}) => result);
    expect(built).toContain(issueOf("751014", 1));
    const daycare = (await view()).groups.find(({title}) => title.startsWith("Datapakker til dagtilbud, forår"))!;
    expect([daycare.action, daycare.why]).toEqual(["wait", expect.stringContaining("ingen data for perioden")]);
  }, 120_000);

  it("sends nothing before somebody has signed it off, and then at eight, outside quiet hours", async () => {
    at("2026-04-16T12:00:00Z");
    expect(await runDue(plant)).toEqual([]);
    expect(await sign("751014", 1)).toBe("2026-04-17T06:00:00.000Z");
    at("2026-04-17T05:59:00Z");
    expect(await runDue(plant)).toEqual([]);
    expect(await runDue(plant, {jobs: ["deliver"], insists: () => true})).toEqual([]);
    at("2026-04-17T06:00:00Z");
    expect(await runDue(plant)).toMatchObject([{job: "deliver", failed: []}]);
    expect(received()).toEqual([`birk@aarhus.dk ${issueOf("751014", 1)}`]);
  });

  it("after days down sends what was signed off meanwhile, once", async () => {
    await sign("751022", 1);
    at("2026-04-27T19:30:00Z");
    expect(await runDue(plant)).toEqual([]);
    at("2026-04-28T05:00:00Z");
    expect(await runDue(plant)).toMatchObject([{job: "deliver", failed: []}]);
    expect(await runDue(plant)).toEqual([]);
    expect(received()).toEqual([`birk@aarhus.dk ${issueOf("751014", 1)}`, `egen@aarhus.dk ${issueOf("751022", 1)}`]);
  });

  it("remembers what the conversation over the package agreed on", async () => {
    at("2026-04-29T11:00:00Z");
    const held = {unit: "751014", period: "2025-H2", template: "learning"} as const;
    const terms = {text: "Skolen ringer hjem på andendagen.", indicator: "school-absence", direction: "fall"} as const;
    const draft = {...emptyDraft, ...terms, target: "5,5", owner: "Skolelederen", due: "2026-10-01"};
    const drafts = [
      {part: "notes", base: 0, text: "Vi så på fraværet først."},
      {part: "agreement.ring", base: 0, text: draftText(draft)},
      {part: "state", base: 0, text: "held"}
    ];
    const writer = {by: "skolelederen", at: now.toISOString(), knows: (id: string) => id === "school-absence"};
    const outcomes = await writeDrafts(plant.registry, held, drafts, writer);
    expect(outcomes.map(({kind}) => kind)).toEqual(["saved", "saved", "saved"]);
    expect(await listConversations(plant.registry, held)).toMatchObject([{state: "held"}]);
  });

  it("corrects by a new issue that is signed off with a reason and goes to who got the old", async () => {
    at("2026-05-06T08:00:00Z");
    await writeReleaseFixture({dataDir, halfYears: 12});
    expect(await runDue(plant, {jobs: ["packages"], only: (id) => id.includes("/751014/")})).toEqual([]);
    const only = (id: string) => id === "packages/school-packages-spring/751/751014/2025-H2";
    await reopen(plant, only);
    expect(await runDue(plant, {only, insists: ({candidate}) => only(candidate.id)})).toMatchObject([{failed: []}]);
    await expect(sign("751014", 2)).rejects.toThrow("a correction without a reason");
    at("2026-05-06T08:10:00Z");
    const issue = (await findIssue(plant.registry, issueOf("751014", 2)))!;
    const taken = {by: "Skolechef", at: now, comment: "", correction: "Fravær i 3. klasse var talt dobbelt."};
    await recordStep(plant.registry, issue, {...taken, step: "explain"});
    await expect(sign("751014", 2)).rejects.toThrow("the reason is not printed yet");
    expect(await runDue(plant)).toMatchObject([{job: "packages", done: [expect.stringContaining(issue.issue)]}]);
    await sign("751014", 2);
    at("2026-05-07T06:00:00Z");
    expect(await runDue(plant, {jobs: ["deliver"]})).toMatchObject([{failed: []}]);
    expect(received()).toEqual([
      `birk@aarhus.dk ${issueOf("751014", 1)}`,
      `birk@aarhus.dk ${issueOf("751014", 2)}`,
      `egen@aarhus.dk ${issueOf("751022", 1)}`
    ]);
    expect((await listReceipts(plant.registry)).every(({state}) => state === "delivered")).toBe(true);
    const states = await listSignedIssues(plant.registry, {unit: "751014", period: "2025-H2"}, now);
    expect(states.map(({number, state, replaces}) => [number, state, replaces])).toEqual([
      [2, "released", issueOf("751014", 1)],
      [1, "released", null]
    ]);
  }, 120_000);

  it("in autumn waits for data that never come, says so, and has sent nothing more at New Year", async () => {
    at("2026-12-31T12:00:00Z");
    expect(await runDue(plant)).toEqual([]);
    const schools = (await view()).groups.find(({title}) => title.startsWith("Datapakker til skoler, efterår"))!;
    expect(schools.why).toContain("fristen var 2.\u00a0november 2026, men der er ingen data for perioden");
    expect(smtp.received).toHaveLength(3);
  });

  it("prints what was agreed beside the new figure in the next half-year's package", async () => {
    at("2027-01-11T08:00:00Z");
    await writeReleaseFixture({dataDir, halfYears: 12, newest: "2026-H1" as PeriodId});
    await accept(plant.registry, "absence", "2026-H1", "2027-01-10T08:00:00.000Z");
    const only = (id: string) => id.startsWith("packages/") && id.includes("/751014/");
    expect(await runDue(plant, {only})).toMatchObject([{job: "packages", failed: []}]);
    const html = await readFile(join(storesOf(dataDir).packages, "2026-H1-751014-leader-da-1", "package.html"), "utf8");
    const words = html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    expect(words).toMatch(
      /Skolen ringer hjem på andendagen\. .*Ventet fald .*Tallet da [\d,]+ pct\. \(2\. halvår 2025\) Tallet nu [\d,]+ pct\. \(1\. halvår 2026\) Mål 5,5 pct\. .*(kan ikke skelnes|kan skelnes fra tilfældighed)/
    );
    expect(words).not.toContain("Vi så på fraværet først");
  }, 120_000);
});
