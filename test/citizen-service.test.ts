import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {createConnection} from "node:net";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type CitizenService, startCitizenService} from "../jobs/citizen/citizen-service.ts";
import {intake} from "../jobs/intake.ts";
import {rotatePseudonyms} from "../jobs/pseudonyms/rotate.ts";
import {storesOf} from "../queries/config.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {openCitizenClient} from "../server/identity/citizen-client.ts";
import {absenceCsv, openDataDir, writeFile} from "./intake-fixture.ts";

const [anna, bo] = ["0101121234", "0202131235"];
let dataDir: string;
let service: CitizenService;
const clock = {now: new Date("2026-03-01T09:00:00Z")};
const client = () => openCitizenClient(service.path);

beforeAll(async () => {
  dataDir = await openDataDir();
  writeFileSync(join(dataDir, "pseudonyms.json"), '{"pseudonymise": true}');
  const rows = [
    {pupil: anna, period: "2025-H1"},
    {pupil: anna, period: "2025-H2"},
    {pupil: bo, period: "2025-H2"}
  ];
  const [outcome] = await intake({dataDir, files: [{path: writeFile(dataDir, "a.csv", absenceCsv(rows))}]});
  expect(outcome!.report.status).toBe("accepted");
  service = await startCitizenService(dataDir, {now: () => clock.now});
});
afterAll(async () => {
  await service?.close();
  rmSync(dataDir, {recursive: true, force: true});
});

async function periodsOf(number: string): Promise<readonly string[]> {
  const holdings = await client().holdings(await client().match(number));
  return holdings!.map(({standard, municipality, period}) => `${standard} ${municipality} ${period}`);
}

async function say(text: string): Promise<string> {
  const socket = createConnection(service.path, () => socket.write(text));
  let answer = "";
  socket.on("data", (part) => {
    answer += part;
  });
  socket.on("error", () => {});
  await once(socket, "close");
  return answer;
}

describe("startCitizenService(dataDir)", () => {
  it("tells of each person where rows about them stand, and of nobody else", async () => {
    expect(await periodsOf(anna)).toEqual(["absence 751 2025-H1", "absence 751 2025-H2"]);
    expect(await periodsOf(bo)).toEqual(["absence 751 2025-H2"]);
    expect(await periodsOf("0303141236")).toEqual([]);
  });
  it("listens where only its owner can speak", () => {
    expect(statSync(service.path).mode & 0o077).toBe(0);
    expect(statSync(dirname(service.path)).mode & 0o077).toBe(0);
  });
  it("answers nothing to what is no question, and goes on", async () => {
    for (const text of [
      "{}\n",
      "x\n",
      `${"9".repeat(3000)}\n`,
      '{"ask":"rows","ticket":"x"}\n',
      '{"ask":"match","number":"1"}\n'
    ])
      expect(await say(text)).toBe("");
    expect(await say(`{"ask":"holdings","ticket":"${"A".repeat(43)}"}\n`)).toBe('{"refused":"gone"}\n');
    expect(await periodsOf(bo)).toHaveLength(1);
  });
  it("finds people still when the outer key has been changed", async () => {
    await rotatePseudonyms(dataDir);
    expect(await periodsOf(anna)).toHaveLength(2);
  });
  it("forgets a ticket after an hour", async () => {
    const ticket = await client().match(anna);
    clock.now = new Date(clock.now.getTime() + 59 * 60_000);
    expect(await client().holdings(ticket)).toHaveLength(2);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await client().holdings(ticket)).toBeNull();
  });
  it("matches no more than a few a minute", async () => {
    clock.now = new Date(clock.now.getTime() + 60_000);
    for (let count = 0; count < 30; count++) await client().match(bo);
    await expect(client().match(bo)).rejects.toThrow("could not answer");
    clock.now = new Date(clock.now.getTime() + 60_000);
    await client().match(bo);
  });
  it("tells in the log that somebody was looked up, and nowhere who", async () => {
    const {registry: path} = storesOf(dataDir);
    const registry = await openRegistry(path);
    const entries = await listAudit(registry, 100);
    await registry.destroy();
    expect(new Set(entries.map(({actor, resource}) => `${actor} ${resource}`))).toContain("citizen-service match");
    const written = readFileSync(path).toString("latin1") + JSON.stringify(entries);
    for (const number of [anna, bo, "010112-1234"]) expect(written.includes(number)).toBe(false);
  });
  it("is not started twice, and takes the place of one that was killed", async () => {
    await expect(startCitizenService(dataDir)).rejects.toMatchObject({danish: "Borgertjenesten kører allerede."});
    await service.close();
    writeFileSync(service.path, "");
    service = await startCitizenService(dataDir, {now: () => clock.now});
    expect(await periodsOf(bo)).toHaveLength(1);
  });
  it("finds nobody where numbers are not made into pseudonyms", async () => {
    writeFileSync(join(dataDir, "pseudonyms.json"), '{"pseudonymise": false}');
    await expect(client().match(anna)).rejects.toThrow("could not answer");
  });
});

describe("aarshjul citizens", () => {
  it("answers until it is stopped, and takes its socket away", async () => {
    await service.close();
    const launcher = fileURLToPath(new URL("../aarshjul.js", import.meta.url));
    const child = spawn(process.execPath, [launcher, "citizens", "--data", dataDir], {
      stdio: ["ignore", "pipe", "inherit"]
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(String(line)).toContain("Borgertjenesten svarer på");
    expect(existsSync(storesOf(dataDir).citizenSocket)).toBe(true);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(existsSync(storesOf(dataDir).citizenSocket)).toBe(false);
  });
});
