/** `kill -9` at random moments of the work: 20 in the suite, more by KILLS=200. */
import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtemp, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {verifyPackages} from "../jobs/verify-packages.ts";
import {sentAtOnce} from "../jobs/work-deliver.ts";
import {storesOf} from "../queries/config.ts";
import {listIssues} from "../queries/registry/issues.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {listSlots} from "../queries/registry/slots.ts";
import {placeIssue, placeRecipient, signIssue, startSmtp, writeSettings} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";
import {acceptFixtureDeliveries} from "./wheel-lake.ts";

const kills = Number(process.env.KILLS ?? 20);
const script = fileURLToPath(new URL("./kill-child.ts", import.meta.url));
let dataDir: string;
let registry: Registry;
/** Milliseconds from each start to work. */
const starts: number[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-kill-"));
  await writeReleaseFixture({dataDir});
  registry = await openRegistry(storesOf(dataDir).registry);
  await acceptFixtureDeliveries(registry);
});
afterAll(async () => {
  await registry?.destroy();
  await rm(dataDir, {recursive: true, force: true});
});

/** Kills it so long after `from`, or after it has begun to work; null: lets it end. True when it was killed. */
async function runFor(job: string, now: string, ms: number | null, from?: Promise<unknown>): Promise<boolean> {
  const since = Date.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, dataDir, job, now], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  const ended = once(child, "exit");
  await Promise.race([ended, once(child.stdout, "data")]);
  starts.push(Date.now() - since);
  if (ms !== null && from) await Promise.race([ended, from]);
  if (ms !== null) await Promise.race([ended, setTimeout(ms)]);
  const isRunning = child.exitCode === null && child.signalCode === null;
  if (ms !== null && isRunning) child.kill("SIGKILL");
  await ended;
  return ms !== null && isRunning;
}

describe("kill -9 while packages are built", () => {
  const atDeadline = "2026-04-15T03:00:00.000Z";
  const rounds = Math.ceil(kills * 0.25);

  it(
    `loses none and builds none twice, ${rounds} times`,
    async () => {
      const since = Date.now();
      await runFor("packages", atDeadline, null);
      const whole = Date.now() - since;
      await forgetPackages();
      let killed = 0;
      while (killed < rounds) {
        if (await runFor("packages", atDeadline, Math.random() * whole)) killed++;
        else await forgetPackages();
      }
      await runFor("packages", atDeadline, null);
      const slots = await listSlots(registry, {job: "packages", states: ["done", "running", "waiting", "failed"]});
      expect(slots.map(({state}) => state)).toEqual(slots.map(() => "done"));
      const built = slots.map(({result}) => result).filter((result) => result.startsWith("2025-H2"));
      expect(built.length).toBeGreaterThan(2);
      expect((await listIssues(registry)).map(({issue}) => issue).toSorted()).toEqual(built.toSorted());
      expect(built.every((issue) => issue.endsWith("-da-1"))).toBe(true);
      expect((await verifyPackages(dataDir)).problems).toEqual([]);
      await forgetPackages();
    },
    kills * 30_000
  );

  async function forgetPackages(): Promise<void> {
    await registry.transaction().execute(async (transaction) => {
      for (const table of ["slot_events", "slots", "issues"] as const) await transaction.deleteFrom(table).execute();
    });
    const {packages} = storesOf(dataDir);
    for (const name of await readdir(packages).catch(() => [])) await rm(join(packages, name), {recursive: true});
  }
});

describe("kill -9 while packages are sent", () => {
  const rounds = kills - Math.ceil(kills * 0.25);
  const count = 40;

  it(
    `loses none and sends none twice, ${rounds} times`,
    async () => {
      let isAsked = () => {};
      const server = await startSmtp({
        onRcptTo: (_address, _session, done) => {
          isAsked();
          void setTimeout(Math.random() * 20).then(() => done());
        }
      });
      writeSettings(dataDir, server.port);
      for (let index = 0; index < count; index++) await placeRecipient(registry, {id: `k${index}`, scope: "751014"});
      const morning = "2026-05-20T06:00:00.000Z";
      const issues: string[] = [];
      let killed = 0;
      while (killed < rounds || !(await isSettled(issues.at(-1)))) {
        if (await isSettled(issues.at(-1))) issues.push(await releaseNext(issues.length + 1, morning));
        const asked = new Promise<void>((resolve) => {
          isAsked = resolve;
        });
        const from = killed % 3 === 0 ? undefined : asked;
        if (await runFor("deliver", morning, killed < rounds ? Math.random() * 400 : null, from)) killed++;
      }
      await server.close();
      const receipts = await listReceipts(registry);
      const began = new Set(
        receipts.filter(({attempts}) => attempts > 1).map(({issue, recipient}) => issue + recipient)
      );
      expect(began.size, "taken up again after a kill").toBeGreaterThan(0);
      const uncertain = receipts.filter(({state}) => state === "uncertain");
      const got = server.received.map(
        ({to, raw}) => `${/X-Aarshjul-Issue: (\S+)/.exec(raw)![1]} ${to[0]!.split("@")[0]}`
      );
      expect(got.length - new Set(got).size, "sent twice").toBe(0);
      const known = new Set([...got, ...uncertain.map(({issue, recipient}) => `${issue} ${recipient}`)]);
      const all = issues.flatMap((issue) => Array.from({length: count}, (_, index) => `${issue} k${index}`));
      expect(
        all.filter((each) => !known.has(each)),
        "lost without a word"
      ).toEqual([]);
      expect(receipts.every(({state}) => state === "delivered" || state === "uncertain")).toBe(true);
      expect(uncertain.length, "no more than were on their way").toBeLessThanOrEqual(killed * sentAtOnce);
      console.log(
        `from start to work, median of ${starts.length}: ${starts.toSorted((a, b) => a - b)[starts.length >> 1]} ms`
      );
    },
    kills * 30_000
  );

  async function isSettled(issue: string | undefined): Promise<boolean> {
    if (issue === undefined) return true;
    const slots = await listSlots(registry, {job: "deliver", states: ["done", "failed"]});
    return slots.filter(({subject}) => subject === issue).length === count;
  }

  async function releaseNext(number: number, at: string): Promise<string> {
    const issue = await placeIssue(registry, dataDir, {unit: "751014", number});
    await signIssue(registry, issue, new Date(at));
    return issue.issue;
  }
});
