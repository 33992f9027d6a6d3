/** A data folder with an office that sends packages: its clock, its mail servers, its recipients. */
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll} from "vitest";
import {openPlant, type Plant} from "../jobs/plant.ts";
import {runDue} from "../jobs/run-due.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {closeRecipient, type Recipient} from "../queries/registry/recipients.ts";
import {placeIssue, placeRecipient, signIssue, startSmtp, writeSettings} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

export interface Sent {
  readonly issue: BuiltIssue;
  readonly recipient: string;
}

/** Opens before all tests of the file and closes after them. */
export function useOffice() {
  const closers: (() => unknown)[] = [];
  let number = 0;
  const office = {
    dataDir: "",
    plant: undefined as unknown as Plant,
    now: new Date("2026-04-20T06:00:00Z"),
    deliver: () => runDue(office.plant, {jobs: ["deliver"]}),
    later: (minutes: number) => {
      office.now = new Date(office.now.getTime() + minutes * 60_000);
    },
    /** Done after the test. */
    afterwards: (close: () => unknown) => {
      closers.push(close);
    },
    /** A new number of a school's package for one recipient of its own, signed off long after all before it. */
    released: async (given: Partial<Recipient> = {}, pdf?: string): Promise<Sent> => {
      const {plant, dataDir} = office;
      office.later(100 * 24 * 60);
      const unit = "751014";
      const issue = await placeIssue(plant.registry, dataDir, {unit, number: ++number, ...(pdf && {pdf})});
      const recipient = await placeRecipient(plant.registry, {id: `r${number}`, scope: unit, ...given});
      closers.push(() => closeRecipient(plant.registry, recipient));
      await signIssue(plant.registry, issue, office.now);
      return {issue, recipient};
    },
    stateOf: async ({issue, recipient}: Sent): Promise<string | undefined> =>
      (await listReceipts(office.plant.registry, {issue: issue.issue, recipient}))[0]?.state,
    serve: async (options?: Parameters<typeof startSmtp>[0], settings?: object) => {
      const server = await startSmtp(options);
      closers.push(server.close);
      writeSettings(office.dataDir, server.port, settings);
      return server;
    }
  };
  beforeAll(async () => {
    office.dataDir = await mkdtemp(join(tmpdir(), "aarshjul-deliver-"));
    await writeReleaseFixture({dataDir: office.dataDir});
    const mailLimits = {connectMs: 500, silentMs: 500, totalMs: 10_000};
    const config = {dataDir: office.dataDir, workers: 1, browserPath: null};
    office.plant = await openPlant(config, {municipality: "751", now: () => office.now, mailLimits});
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  afterAll(async () => {
    await office.plant?.registry.destroy();
    await rm(office.dataDir, {recursive: true, force: true});
  });
  return office;
}

/** Quoted-printable and base64 text parts as they read. */
export function decoded(raw: string): string {
  return Buffer.from(
    raw
      .replaceAll(/=\r\n/g, "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1"
  ).toString("utf8");
}
