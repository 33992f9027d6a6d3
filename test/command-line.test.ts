import {spawn} from "node:child_process";
import {mkdir, mkdtemp, readdir, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {listSignoffEvents} from "../queries/registry/signoffs.ts";
import {placeIssue} from "./delivery-fixture.ts";

const launcher = fileURLToPath(new URL("../aarshjul.js", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aarshjul-"));
});
afterAll(() => rm(folder, {recursive: true, force: true}));

describe("aarshjul <command>", () => {
  it.each([
    "start",
    "demo",
    "intake",
    "check",
    "refresh",
    "packages",
    "due",
    "run",
    "arrived",
    "calendar",
    "findings",
    "signoff",
    "recipients",
    "deliver",
    "user",
    "verify",
    "bench"
  ])("%s explains itself in Danish", async (command) => {
    const {code, out} = await run(command, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`Brug: aarshjul ${command}`);
    expect(out).toContain("--json");
    expect(out).toContain("--data");
    expect(out).not.toMatch(/Usage|Options|display help/);
  });

  it("keeps what Node compiled for the next command, where nobody else can write", async () => {
    await run("--help");
    const cache = fileURLToPath(new URL("../.cache", import.meta.url));
    expect((await stat(cache)).mode & 0o022).toBe(0);
    expect(await readdir(join(cache, "compiled"))).not.toEqual([]);
  });

  it("explains the commands when none is given", async () => {
    const {out} = await run();
    expect(out).toContain("Kommandoer:");
    expect(out).toContain("intake");
  });

  it.each([
    [["noget"], "Ukendt kommando: noget"],
    [["refresh", "--hurtigt"], "Ukendt tilvalg: --hurtigt"],
    [["intake"], "Der mangler et argument: fil"],
    [["packages"], "Der mangler et påkrævet tilvalg"],
    [["packages", "--period", "2025-H3"], "Perioden kan ikke læses: 2025-H3"],
    [["intake", "findes-ikke.csv", "--period", "2025H2"], "Perioden kan ikke læses: 2025H2. Skriv fx 2025-H2."],
    [["check", "findes-ikke.csv", "--municipality", "999"], "Kommunekoden kendes ikke: 999."],
    [["run", "frokost"], "Ukendt job: frokost. Vælg mellem refresh, packages, deliver, retain, all."],
    [["run", "packages", "--skip", "ferie"], "--skip kræver --slot og en grund."],
    [["run", "all", "--municipality", "751", "--now", "2026-04-02"], "kun sættes i demonstrationen"],
    [["due", "--municipality", "751", "--now", "i morgen"], "Tidspunktet kan ikke læses: i morgen."],
    [["demo", "--scale", "verden"], "Ugyldig værdi"]
  ])("%j ends with a Danish sentence and a failing exit code", async (words, sentence) => {
    const {code, err} = await run(...words);
    expect(code).not.toBe(0);
    expect(err).toContain(sentence);
  });

  it("refuses a port that is none", async () => {
    const {code, err} = await run("start", "--port", "99999");
    expect(code).toBe(1);
    expect(err).toContain("99999");
  });

  it("says what is missing when nothing has been released", async () => {
    const {code, err} = await run("packages", "--period", "2025-H2");
    expect(code).toBe(1);
    expect(err).toMatch(/frigiv/i);
  });

  it("checks a file without storing anything and prints the report as JSON", async () => {
    const file = join(folder, "enheder.csv");
    await writeFile(file, unitsFile);
    const {code, out} = await run("check", file, "--standard", "units", "--json");
    expect(JSON.parse(out)[0].report).toMatchObject({status: "accepted", standard: "units", rows: 1});
    expect(code).toBe(0);
    expect(await readdir(join(folder, "data", "extracts")).catch(() => [])).toEqual([]);
  });

  it("names a file that is not there", async () => {
    const {code, out, err} = await run("intake", join(folder, "findes-ikke.csv"));
    expect(code).toBe(1);
    expect(out + err).toContain("findes-ikke.csv");
  });

  it("verifies an accepted delivery and finds a flipped byte", async () => {
    const file = join(folder, "enheder.csv");
    await writeFile(file, unitsFile);
    expect((await run("intake", file, "--standard", "units")).code).toBe(0);
    expect((await run("verify")).code).toBe(0);
    const damaged = await flipByteOfOneExtract();
    const {code, out} = await run("verify", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toHaveLength(1);
    expect(JSON.parse(out).problems[0].path).toContain(damaged);
  });

  it("does not sign off a package of which the files are deleted", async () => {
    const dataDir = join(folder, "lost");
    await mkdir(dataDir);
    const registry = await openRegistry(storesOf(dataDir).registry);
    const {issue} = await placeIssue(registry, dataDir, {unit: "751014"});
    await rm(join(storesOf(dataDir).packages, issue), {recursive: true});
    const words = ["signoff", "--issue", issue, "--step", "preview", "--by", "Skolechef", "--data", dataDir];
    const {code, err} = await run(...words);
    expect(code).toBe(1);
    expect(err).toContain("»npx aarshjul packages --period 2025-H2 --unit 751014 --definition leader«");
    expect(await listSignoffEvents(registry, issue)).toEqual([]);
    await registry.destroy();
  });
});

const unitsFile = [
  "Kommunekode;Periode;Enhed;Navn;Type;Overordnet enhed;Ejerforhold;Gyldig fra;Gyldig til",
  "751;2025-H2;751001;Prøveskolen;school;751;municipal;01-08-2010;"
].join("\n");

async function flipByteOfOneExtract(): Promise<string> {
  const root = join(folder, "data", "extracts");
  const names = await readdir(root, {recursive: true});
  const name = names.find((each) => each.endsWith(".parquet"))!;
  const {readFile} = await import("node:fs/promises");
  const bytes = await readFile(join(root, name));
  bytes[40]! ^= 1;
  await writeFile(join(root, name), bytes);
  return name;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...words], {
      env: {...process.env, DATA_DIR: join(folder, "data")}
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("exit", (code) => resolve({code, out, err}));
  });
}
