/** What the jobs leave open to other users of the machine, to a file that is read, and to who reads the source: nothing. */
import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {chmod, mkdtemp, readdir, readFile, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {withoutCells} from "../jobs/validate.ts";
import {readSecret as readDeliverySecret} from "../queries/delivery-settings.ts";
import {Engine} from "../queries/engine.ts";

describe("withoutCells(failure)", () => {
  it("repeats no cell of a file that ends the reader", () =>
    expect(withoutCells("Conversion Error: Could not convert string 'Anna Jensen' to INT64")).toBe(
      "Conversion Error: Could not convert string "
    ));
});

describe("Engine.open({folders})", () => {
  it("reads and writes nowhere else, and unlocks nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "aarshjul-locked-"));
    const engine = await Engine.open({folders: [folder]});
    const refused = [
      "FROM read_text('/etc/passwd')",
      `FROM read_text('${folder}/../passwd')`,
      `COPY (SELECT 1) TO '${folder}_evil/x.csv'`,
      "COPY (SELECT 1) TO '/tmp/aarshjul-outside.csv'",
      "FROM read_csv('https://127.0.0.1/x.csv')",
      "ATTACH '/tmp/aarshjul-outside.db'",
      "INSTALL httpfs",
      "LOAD httpfs",
      "SET enable_external_access = true",
      "SET allowed_directories = ['/']",
      "SET lock_configuration = false",
      "RESET allowed_directories",
      "PRAGMA enable_profiling='json'",
      "SELECT getenv('HOME')"
    ];
    for (const sql of refused) await expect(engine.run(sql), sql).rejects.toThrow();
    engine.close();
    await rm(folder, {recursive: true});
  });
});

describe("the command line", () => {
  it("writes nothing that other users of the machine can read", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-modes-"));
    const file = join(import.meta.dirname, "input", "intake", "units.csv");
    await ended(run(["intake", file, "--data", dataDir]));
    const names = await readdir(dataDir, {recursive: true});
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect([name, (await stat(join(dataDir, name))).mode & 0o007]).toEqual([name, 0]);
    await rm(dataDir, {recursive: true});
  });
});

describe("secrets", () => {
  it("are refused where others can read them", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-secrets-"));
    await writeFile(join(dataDir, "smtp"), "hemmelig\n", {mode: 0o640});
    await expect(readDeliverySecret(dataDir, "smtp")).rejects.toThrow("others can read the secret");
    await chmod(join(dataDir, "smtp"), 0o600);
    expect(await readDeliverySecret(dataDir, "smtp")).toBe("hemmelig");
    await rm(dataDir, {recursive: true});
  });
});

describe("source", () => {
  it("has no key, password or token in it", async () => {
    const root = join(import.meta.dirname, "..");
    const folders = ["jobs", "server", "queries", "dashboards", "templates"];
    const all = await Promise.all(folders.map((folder) => readdir(join(root, folder), {recursive: true})));
    const names = all.flatMap((found, index) => found.map((name) => join(root, folders[index]!, name)));
    for (const name of names.filter((each) => each.endsWith(".ts"))) {
      const text = await readFile(name, "utf8");
      expect(text, name).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|(?:password|secret) ?[:=] ?"[^"]{6,}"/);
    }
  });
});

function run(args: readonly string[]): ChildProcess {
  const main = join(import.meta.dirname, "..", "jobs", "main.ts");
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {stdio: "ignore"});
}

async function ended(child: ChildProcess): Promise<void> {
  await once(child, "exit");
}
