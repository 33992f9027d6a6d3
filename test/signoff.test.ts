import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isWithin, type OutgoingFacts, outgoingCandidates, quietUntil} from "../queries/reference/wheel-outgoing.ts";
import {reprintCandidates} from "../queries/reference/wheel-reprint.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import type {Recipient} from "../queries/registry/recipients.ts";
import {
  listSignedIssues,
  listSignoffEvents,
  recordStep,
  recordSteps,
  type SignedIssue
} from "../queries/registry/signoffs.ts";
import {
  issueStateAt,
  type SignoffNow,
  type SignoffStep,
  type Standing,
  takeStep
} from "../queries/registry/signoffs-steps.ts";
import {placeIssue} from "./delivery-fixture.ts";

const at = new Date("2026-04-20T10:00:00Z");
const built: SignoffNow = {state: "built", releaseAt: null};
const alone: Standing = {corrects: false, printed: "", wanted: "", isReplaced: false};
const take = (now: SignoffNow, step: SignoffStep, given: object = {}, standing: Partial<Standing> = {}) =>
  takeStep(now, {step, by: "Skolechef", at, comment: "fordi", ...given}, {...alone, ...standing});

describe("takeStep(now, taken, standing)", () => {
  it("leads from built over previewed to signed off, released at eight the next morning", () => {
    const previewed = take(built, "preview");
    expect(previewed).toEqual({state: "previewed", releaseAt: null});
    expect(take(previewed, "sign")).toEqual({state: "signed-off", releaseAt: "2026-04-21T06:00:00.000Z"});
  });
  it("releases at eight Danish time on both sides of the change of the clock", () => {
    const sign = (text: string) => take({state: "previewed", releaseAt: null}, "sign", {at: new Date(text)}).releaseAt;
    expect(sign("2027-03-26T12:00:00Z")).toBe("2027-03-27T07:00:00.000Z");
    expect(sign("2027-03-27T12:00:00Z")).toBe("2027-03-28T06:00:00.000Z");
    expect(sign("2026-10-24T12:00:00Z")).toBe("2026-10-25T07:00:00.000Z");
  });
  it("never signs off what nobody has looked at, nor twice", () => {
    expect(() => take(built, "sign")).toThrow("cannot sign what is built");
    expect(() => take({state: "signed-off", releaseAt: "2026-05-01T06:00:00Z"}, "sign")).toThrow("signed-off");
  });
  it("moves or returns before the release and withdraws after it", () => {
    const before: SignoffNow = {state: "signed-off", releaseAt: "2026-04-21T06:00:00.000Z"};
    const after: SignoffNow = {state: "signed-off", releaseAt: "2026-04-20T06:00:00.000Z"};
    expect(take(before, "move", {releaseAt: new Date("2026-05-01T06:00:00Z")}).releaseAt).toBe(
      "2026-05-01T06:00:00.000Z"
    );
    expect(take(before, "return").state).toBe("returned");
    expect(take(after, "withdraw").state).toBe("withdrawn");
    expect(() => take(after, "return")).toThrow("cannot return what is released");
    expect(() => take(before, "withdraw")).toThrow("cannot withdraw what is signed-off");
  });
  it("asks for a name and for a reason", () => {
    expect(() => take(built, "preview", {by: " "})).toThrow("without a name");
    expect(() => take(built, "return", {comment: ""})).toThrow("without a reason");
    const previewed: SignoffNow = {state: "previewed", releaseAt: null};
    expect(() => take(previewed, "sign", {releaseAt: new Date("2026-04-19T06:00:00Z")})).toThrow("in the past");
  });
});

describe("takeStep(now, taken, standing) of a correction", () => {
  const previewed: SignoffNow = {state: "previewed", releaseAt: null};
  it("asks for what it corrects and why, in writing, before it is looked at", () => {
    expect(() => take(previewed, "sign", {}, {corrects: true})).toThrow("a correction without a reason");
    expect(() => take(built, "explain", {correction: " "}, {corrects: true})).toThrow("without words");
    expect(() => take(built, "explain", {correction: "rettet"})).toThrow("nothing to explain");
    expect(take(previewed, "explain", {correction: "rettet"}, {corrects: true}).state).toBe("built");
    const named = {correction: "Aftalt med 010203-1234."};
    expect(() => take(built, "explain", named, {corrects: true})).toThrow("a person number");
    expect(() => take(built, "explain", {correction: "x".repeat(1001)}, {corrects: true})).toThrow("too long");
  });
  it("waits until what is written is printed", () => {
    const waiting = {corrects: true, wanted: "rettet"};
    expect(() => take(built, "preview", {}, waiting)).toThrow("not printed yet");
    const printed = {...waiting, printed: "rettet"};
    expect(take(built, "preview", {}, printed).state).toBe("previewed");
    expect(take(previewed, "sign", {}, printed).state).toBe("signed-off");
    expect(() => take(previewed, "sign", {correction: "andet"}, printed)).toThrow("without a reason");
  });
  it("never signs off one that has been replaced", () =>
    expect(() => take(previewed, "sign", {}, {isReplaced: true})).toThrow("a newer issue"));
});

describe("issueStateAt(now, instant)", () => {
  it("is released from the instant on, whether or not anything ran then", () => {
    const signed: SignoffNow = {state: "signed-off", releaseAt: "2026-04-21T06:00:00.000Z"};
    expect(issueStateAt(signed, new Date("2026-04-21T05:59:59Z"))).toBe("signed-off");
    expect(issueStateAt(signed, new Date("2026-04-21T06:00:00Z"))).toBe("released");
  });
});

describe("recordStep(registry, issue, taken)", () => {
  let dataDir: string;
  let registry: Registry;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "aarshjul-signoff-"));
    registry = await openRegistry(join(dataDir, "registry.sqlite"));
  });
  afterAll(async () => {
    await registry?.destroy();
    await rm(dataDir, {recursive: true, force: true});
  });
  it("keeps who did what when, and knows a correction of what is out", async () => {
    const taken = {by: "Ane", at, comment: "ok", releaseAt: at};
    const one = await placeIssue(registry, dataDir, {unit: "751014"});
    await recordStep(registry, one, {...taken, step: "preview"});
    await recordStep(registry, one, {...taken, step: "sign"});
    const two = await placeIssue(registry, dataDir, {unit: "751014", number: 2, reason: ""});
    await recordStep(registry, two, {...taken, step: "preview"});
    await expect(recordStep(registry, two, {...taken, step: "sign"})).rejects.toThrow("a correction without a reason");
    await recordStep(registry, two, {...taken, step: "explain", correction: "tælling"});
    const waiting = await listSignedIssues(registry, {unit: "751014"}, at);
    expect(reprintCandidates("751", waiting, at).map(({subject}) => subject)).toEqual([
      expect.stringMatching(/^2025-H2-751014-leader-da-2\+/)
    ]);
    await placeIssue(registry, dataDir, {unit: "751014", number: 2, reason: "tælling"});
    await recordStep(registry, two, {...taken, step: "preview"});
    await recordStep(registry, two, {...taken, step: "sign"});
    expect((await listSignoffEvents(registry, one.issue)).map(({step, by, state}) => [step, by, state])).toEqual([
      ["preview", "Ane", "previewed"],
      ["sign", "Ane", "signed-off"]
    ]);
    const states = await listSignedIssues(registry, {unit: "751014"}, at);
    expect(states.map(({number, state, correction}) => [number, state, correction])).toEqual([
      [2, "released", "tælling"],
      [1, "released", ""]
    ]);
    expect(reprintCandidates("751", states, at)).toEqual([]);
  });
});

describe("recordSteps(registry, issues, taken)", () => {
  it("takes the step with all or with none", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-signoff-"));
    const registry = await openRegistry(join(dataDir, "registry.sqlite"));
    const issues = [
      await placeIssue(registry, dataDir, {unit: "751014"}),
      await placeIssue(registry, dataDir, {unit: "751022"})
    ];
    const taken = {by: "Ane", at, comment: ""};
    await recordStep(registry, issues[0]!, {...taken, step: "preview"});
    await expect(recordSteps(registry, issues, {...taken, step: "sign"})).rejects.toThrow("cannot sign what is built");
    expect((await listSignedIssues(registry, {}, at)).map(({state}) => state)).toEqual(["previewed", "built"]);
    await recordSteps(registry, issues, {...taken, step: "preview"});
    expect(await recordSteps(registry, issues, {...taken, step: "sign"})).toHaveLength(2);
    await registry.destroy();
    await rm(dataDir, {recursive: true, force: true});
  });
});

describe("outgoingCandidates(facts, now)", () => {
  const parents = new Map([
    ["751", "082"],
    ["751-O1", "751"],
    ["751014", "751-O1"],
    ["751022", "751-O2"]
  ]);
  const issueOf = (unit: string, given: Partial<SignedIssue> = {}): SignedIssue => ({
    ...{issue: `2025-H2-${unit}-leader-da-1`, definition: "leader", unit, municipality: "751", period: "2025-H2"},
    ...{
      language: "da",
      number: 1,
      release: "r",
      checksum: "c",
      replaces: null,
      pages: 8,
      builtAt: "",
      manifestSha256: "",
      ...{content: "", reason: "", reasonAt: "", builtBy: ""}
    },
    ...{state: "released", releaseAt: "2026-04-20T06:00:00.000Z", correction: "", version: 2},
    ...given
  });
  const recipientOf = (id: string, scope: string, given: Partial<Recipient> = {}): Recipient => ({
    ...{id, municipality: "751", name: id, kind: "person", channel: "mail", address: "a@b", scope, language: "da"},
    ...{form: "link", active: true, createdAt: "", version: 1, subscriptions: [{definition: "leader", unit: "*"}]},
    ...given
  });
  const facts = (given: Partial<OutgoingFacts>): OutgoingFacts => ({
    ...{municipality: "751", issues: [issueOf("751014")], recipients: [recipientOf("a", "751014")], receipts: []},
    ...{parents, channels: new Set(["mail", "folder"] as const), quietHours: null, stopped: new Map()},
    ...given
  });
  const said = (given: Partial<OutgoingFacts>, now = at) =>
    outgoingCandidates(facts(given), now).map(({id, ready, why}) => [id, ready, why.code]);

  it("has one for each released package and recipient in whose scope it lies", () => {
    expect(said({})).toEqual([["deliver/2025-H2-751014-leader-da-1/a", true, "released"]]);
    const recipients = [recipientOf("area", "751-O1"), recipientOf("all", "751"), recipientOf("other", "751022")];
    expect(said({recipients}).map(([id]) => id)).toEqual([
      "deliver/2025-H2-751014-leader-da-1/area",
      "deliver/2025-H2-751014-leader-da-1/all"
    ]);
  });
  it("keeps the embargo, and sends nothing that is not signed off or has been withdrawn", () => {
    const embargoed = issueOf("751014", {state: "signed-off", releaseAt: "2026-04-21T06:00:00.000Z"});
    expect(said({issues: [embargoed]})).toEqual([["deliver/2025-H2-751014-leader-da-1/a", false, "embargo"]]);
    for (const state of ["built", "previewed", "returned", "withdrawn"] as const)
      expect(said({issues: [issueOf("751014", {state})]})).toEqual([]);
  });
  it("sends to nobody closed, of another language, edition or municipality, and nothing old", () => {
    const recipients = [
      recipientOf("closed", "751", {active: false}),
      recipientOf("english", "751", {language: "en"}),
      recipientOf("areas", "751", {subscriptions: [{definition: "area", unit: "*"}]}),
      recipientOf("elsewhere", "751", {municipality: "740"}),
      recipientOf("another", "751", {subscriptions: [{definition: "leader", unit: "751022"}]})
    ];
    expect(said({recipients})).toEqual([]);
    expect(said({}, new Date("2026-09-01T06:00:00Z"))).toEqual([]);
  });
  it("waits for a channel that is not set up", () =>
    expect(said({channels: new Set(["folder"] as const)})).toEqual([
      ["deliver/2025-H2-751014-leader-da-1/a", false, "no-channel"]
    ]));
});

describe("isWithin(unit, scope, parents)", () => {
  it("does not go in circles", () =>
    expect(
      isWithin(
        "a",
        "c",
        new Map([
          ["a", "b"],
          ["b", "a"]
        ])
      )
    ).toBe(false));
});

describe("quietUntil(quietHours, now)", () => {
  const night = {from: "20:00", to: "07:00"};
  it.each([
    ["2026-04-20T17:59:00Z", null],
    ["2026-04-20T18:00:00Z", "2026-04-21T05:00:00.000Z"],
    ["2026-04-21T04:59:00Z", "2026-04-21T05:00:00.000Z"],
    ["2026-04-21T05:00:00Z", null],
    ["2027-03-27T23:00:00Z", "2027-03-28T05:00:00.000Z"]
  ])("at %s: %s", (now, until) => expect(quietUntil(night, new Date(now))?.toISOString() ?? null).toBe(until));
  it("may lie within a day", () =>
    expect(quietUntil({from: "12:00", to: "13:00"}, new Date("2026-04-20T10:30:00Z"))?.toISOString()).toBe(
      "2026-04-20T11:00:00.000Z"
    ));
});
