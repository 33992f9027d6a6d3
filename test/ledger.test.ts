import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {runSlots, type Work} from "../jobs/ledger.ts";
import {isOwnerAlive, newOwner} from "../jobs/owner.ts";
import {type Candidate, type Decision, due} from "../queries/reference/wheel-due.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {findSlot, listSlotEvents, listSlots, slotId} from "../queries/registry/slots.ts";
import {claimSlots, endSlots, renewLeases, settleSlots} from "../queries/registry/slots-write.ts";

let folder: string;
let registry: Registry;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "aarshjul-ledger-"));
  registry = await openRegistry(join(folder, "registry.sqlite"));
});
afterAll(async () => {
  await registry?.destroy();
  rmSync(folder, {recursive: true, force: true});
});

const at = (text: string) => new Date(text);
const morning = at("2026-10-20T03:00:00Z");
const lease = (owner: string, now = morning) => ({owner, now, until: new Date(now.getTime() + 120_000)});

function candidateOf(unit: string): Candidate {
  const key = {
    job: "packages",
    entry: "e",
    municipality: "751",
    unit,
    period: "2026-H1",
    recipient: "",
    subject: ""
  } as const;
  const why = {code: "deadline", missing: []} as const;
  return {...key, id: slotId(key), dueAt: morning.toISOString(), series: unit, rank: "1", ready: true, why};
}
const wanted = (unit: string, seen = 0) => ({...candidateOf(unit), seen});

async function decisionFor(unit: string, now: Date): Promise<Decision> {
  const candidate = candidateOf(unit);
  const slot = await findSlot(registry, candidate.id);
  return due([candidate], new Map(slot ? [[slot.id, slot]] : []), {now, isAlive: () => null})[0]!;
}
async function runOnce(unit: string, work: Work, now = morning) {
  const decision = await decisionFor(unit, now);
  if (decision.action !== "run") return decision.action;
  return runSlots({registry, owner: "o", now: () => now}, "packages", [decision], work);
}

describe("claimSlots(registry, wanted, lease)", () => {
  it("gives a slot to one of two that saw the same", async () => {
    const both = await Promise.all(["a", "b"].map((owner) => claimSlots(registry, [wanted("1")], lease(owner))));
    expect(both.flat()).toEqual([candidateOf("1").id]);
  });
  it("gives nothing to whom the slot has changed under", async () => {
    await renewLeases(registry, lease((await findSlot(registry, candidateOf("1").id))!.leaseOwner!));
    expect(await claimSlots(registry, [wanted("1", 1)], lease("c"))).toEqual([]);
  });
});

describe("endSlots(registry, ends, owner)", () => {
  it("leaves alone what another has taken over", async () => {
    await claimSlots(registry, [wanted("2")], lease("slow"));
    const {version} = (await findSlot(registry, candidateOf("2").id))!;
    expect(await claimSlots(registry, [wanted("2", version)], lease("quick"))).toHaveLength(1);
    const end = {id: candidateOf("2").id, state: "done", result: "late", text: ""} as const;
    expect(await endSlots(registry, [end], {owner: "slow", now: morning})).toEqual([]);
    expect(await findSlot(registry, candidateOf("2").id)).toMatchObject({
      state: "running",
      leaseOwner: "quick",
      starts: 2
    });
  });
});

describe("runSlots(ledger, job, decisions, work)", () => {
  it("records how each ended, with a log", async () => {
    await runOnce("3", async (claimed, tally) => tally.done(claimed[0]!.candidate.id, "issue-1"));
    const slot = (await findSlot(registry, candidateOf("3").id))!;
    expect(slot).toMatchObject({state: "done", result: "issue-1", attempts: 0, leaseOwner: null, error: ""});
    const events = await listSlotEvents(registry, slot.id);
    expect(events.map(({state, text}) => [state, text])).toEqual([
      ["running", "o"],
      ["done", "issue-1"]
    ]);
  });
  it("waits longer after each failure and gives up after the third", async () => {
    const fail: Work = async () => {
      throw new Error("no paper");
    };
    expect(await runOnce("4", fail)).toMatchObject({failed: [{error: "no paper", final: false}]});
    expect(await runOnce("4", fail, at("2026-10-20T03:04:00Z"))).toBe("wait");
    expect(await runOnce("4", fail, at("2026-10-20T03:05:00Z"))).toMatchObject({failed: [{final: false}]});
    expect(await runOnce("4", fail, at("2026-10-20T03:35:00Z"))).toMatchObject({failed: [{final: true}]});
    expect(await findSlot(registry, candidateOf("4").id)).toMatchObject({
      state: "failed",
      attempts: 3,
      error: "no paper"
    });
    expect(await runOnce("4", fail, at("2026-10-21T00:00:00Z"))).toBe("over");
  });
  it("does not try again what cannot help, nor count what was nobody's fault", async () => {
    const refuse: Work = async ([one], tally) => tally.failed(one!.candidate.id, "unknown", {permanent: true});
    expect(await runOnce("5", refuse)).toMatchObject({failed: [{final: true}]});
    const later = at("2026-10-20T06:00:00Z");
    await runOnce("6", async ([one], tally) => tally.postponed(one!.candidate.id, later, "quiet"));
    expect(await findSlot(registry, candidateOf("6").id)).toMatchObject({
      state: "waiting",
      attempts: 0,
      error: "quiet"
    });
    expect(await runOnce("6", refuse, at("2026-10-20T05:59:00Z"))).toBe("wait");
  });
  it("lets what the work said nothing of fail, so that nothing stays running for ever", async () => {
    await runOnce("7", async () => {});
    expect((await findSlot(registry, candidateOf("7").id))?.state).toBe("waiting");
  });
});

describe("settleSlots(registry, wanted, {state, text})", () => {
  it("skips with a reason, and opens again for a new try", async () => {
    await settleSlots(registry, [wanted("8")], {state: "skipped", text: "lukker i år", now: morning});
    expect((await decisionFor("8", morning)).action).toBe("over");
    const slot = (await findSlot(registry, candidateOf("8").id))!;
    expect((await listSlotEvents(registry, slot.id)).at(-1)).toMatchObject({state: "skipped", text: "lukker i år"});
    await settleSlots(registry, [wanted("8", slot.version)], {state: "waiting", text: "åbnet igen", now: morning});
    expect((await decisionFor("8", morning)).action).toBe("run");
  });
});

describe("isOwnerAlive(owner, self)", () => {
  it("knows itself, a process that has ended, and that it cannot know of another machine", async () => {
    const self = newOwner();
    const [place] = self.split(":");
    const child = spawn(process.execPath, ["-e", ""]);
    await once(child, "exit");
    expect(isOwnerAlive(self, self)).toBe(true);
    expect(isOwnerAlive(`${place}:${child.pid}:0`, self)).toBe(false);
    expect(isOwnerAlive(`elsewhere.1:${process.ppid}:0`, self)).toBe(null);
    expect(isOwnerAlive(`${place}:${process.ppid}:0`, self)).toBe(true);
  });
});

describe("processes at once on one registry", () => {
  const script = fileURLToPath(new URL("./ledger-child.ts", import.meta.url));
  const start = (path: string, effects: string, count: number, atATime: number): ChildProcess =>
    spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", script, path, effects, `${count}`, `${atATime}`],
      {
        stdio: "inherit"
      }
    );
  const begunIn = (effects: string) =>
    readFileSync(effects, "utf8")
      .split("\n")
      .filter((line) => line.includes(" begin "))
      .map((line) => line.split(" ")[0]!);

  it("do each slot once between them", async () => {
    const path = join(folder, "two.sqlite");
    const effects = join(folder, "two.txt");
    writeFileSync(effects, "");
    const children = [1, 2, 3].map((atATime) => start(path, effects, 150, atATime * 7));
    const codes = await Promise.all(children.map((child) => once(child, "exit")));
    expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
    const begun = begunIn(effects);
    expect([begun.length, new Set(begun).size]).toEqual([150, 150]);
  });

  it("take over at once what one of them left when it was killed, and finish all", async () => {
    const path = join(folder, "killed.sqlite");
    const effects = join(folder, "killed.txt");
    writeFileSync(effects, "");
    const victim = start(path, effects, 60, 20);
    while (begunIn(effects).length < 5) await setTimeout(5);
    victim.kill("SIGKILL");
    await once(victim, "exit");
    const other = await openRegistry(path);
    expect((await listSlots(other, {states: ["running"]})).length).toBeGreaterThan(0);
    const [code] = await once(start(path, effects, 60, 20), "exit");
    expect(code).toBe(0);
    expect(new Set(begunIn(effects)).size).toBe(60);
    expect((await listSlots(other)).every(({state}) => state === "done")).toBe(true);
    await other.destroy();
  });
});
