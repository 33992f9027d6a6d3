import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {intake} from "../jobs/intake.ts";
import {type PseudonymKeys, pseudonymOf, renewed} from "../jobs/pseudonyms/cipher.ts";
import {domainOf, pseudonymColumns} from "../jobs/pseudonyms/domains.ts";
import {rotatePseudonyms} from "../jobs/pseudonyms/rotate.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {storesOf} from "../queries/config.ts";
import {listDeletions} from "../queries/registry/deletions.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {standards} from "../queries/standards/index.ts";
import {absenceCsv, lakeRows, openDataDir, writeFile} from "./intake-fixture.ts";
import {disguises, personNumber, random} from "./person-number-disguises.ts";

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);
const keys: PseudonymKeys = {inner: keyOf(1), vector: keyOf(2), outer: new Map([[1, keyOf(3)]])};
const later: PseudonymKeys = {...keys, outer: new Map([...keys.outer, [2, keyOf(4)]])};
const chance = random(11);

describe("pseudonymOf(number, domain, keys)", () => {
  it("gives the texts that it has always given", () => {
    expect(pseudonymOf("0101011234", "skole", keys)).toMatchInlineSnapshot(
      `"p1.V2o9yNXcO6mcPrvZK58zWPv5O5V5LpQdSj3AHSxKa2N3XSvYYyCHi5CFM4E"`
    );
    expect(pseudonymOf("0101011234", "dagtilbud", keys)).toMatchInlineSnapshot(
      `"p1.8sYR5QQ9ifnmSPX2cdHVZNt7-RG53oEANdnynmgTo70_BeLuzNjY25dXxhk"`
    );
    expect(pseudonymOf("0101011234", "skole", later)).toMatchInlineSnapshot(
      `"p2.V2o9yNXcO6mcPrvZpBYhNeaFkaLFV9ytB79EmHa4ZA46V7EMlU8RYL7vtGY"`
    );
  });
  it("gives a person the same in a domain, and another in the next", () => {
    const number = personNumber(chance);
    expect(pseudonymOf(number, "skole", keys)).toBe(pseudonymOf(number, "skole", keys));
    expect(pseudonymOf(number, "skole", keys)).not.toBe(pseudonymOf(number, "personale", keys));
    expect(pseudonymOf(number, "skole", {...keys, inner: keyOf(9)})).not.toBe(pseudonymOf(number, "skole", keys));
  });
  const count = Number(process.env.PSEUDONYMS ?? 20_000);
  it(`gives ${count} persons as many (PSEUDONYMS=1000000 for more)`, () => {
    const first = new Date(Date.UTC(1930, 0, 1)).getTime();
    const numbers = Array.from({length: count}, (_, index) => {
      const day = new Date(first + Math.floor(index / 50) * 86_400_000).toISOString();
      return `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}${String((index % 50) * 97).padStart(4, "0")}`;
    });
    expect(new Set(numbers).size).toBe(count);
    expect(new Set(numbers.map((number) => pseudonymOf(number, "skole", keys))).size).toBe(count);
  }, 600_000);
});

describe("renewed(text, keys)", () => {
  it("gives what the number itself would give under the newest key, and leaves other texts alone", () => {
    const old = pseudonymOf("0101011234", "skole", keys);
    expect(renewed(old, later)).toBe(pseudonymOf("0101011234", "skole", later));
    expect(renewed(renewed(old, later), later)).toBe(renewed(old, later));
    expect(["p1", "elev7", "p1.x"].map((text) => renewed(text, later))).toEqual(["p1", "elev7", "p1.x"]);
  });
  it("refuses what was not made with the key", () => {
    const old = pseudonymOf("0101011234", "skole", {...keys, outer: new Map([[1, keyOf(8)]])});
    expect(() => renewed(old, later)).toThrow();
  });
});

describe("domainOf(standard)", () => {
  it.each(standards.filter((standard) => pseudonymColumns(standard).length > 0))("knows one for $id", (standard) =>
    expect(domainOf(standard)).toMatch(/^[a-z]+$/)
  );
});

describe("intake(request) where numbers become pseudonyms", () => {
  let dataDir: string;
  const people = Array.from({length: 300}, () => personNumber(chance));
  const holds = (text: string) => people.some((number) => text.includes(number) || text.includes(number.slice(0, 6)));
  const pupils = async () => (await lakeRows(dataDir, "absence", "period, pupil")) as {period: string; pupil: string}[];
  async function send(name: string, content: string) {
    const [outcome] = await intake({dataDir, files: [{path: writeFile(dataDir, name, content)}]});
    rmSync(join(dataDir, name));
    return outcome!;
  }
  beforeAll(async () => {
    dataDir = await openDataDir();
  });
  afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

  it("refuses them as long as nobody has switched it on, and keeps nothing", async () => {
    const {report, quarantine} = await send("cpr.csv", absenceCsv(people.map((pupil) => ({pupil}))));
    expect(report).toMatchObject({status: "rejected", findings: [{rule: "person-number:pupil", count: 300}]});
    expect(existsSync(join(dataDir, "inbox", report.delivery!))).toBe(false);
    expect(holds(readFileSync(quarantine!, "utf8"))).toBe(false);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
  });

  it("stores one pseudonym for a person however the number is written, and no number anywhere", async () => {
    writeFile(dataDir, "pseudonyms.json", '{"pseudonymise": true}');
    expect((await send("a.csv", absenceCsv(people.map((pupil) => ({pupil}))))).report.status).toBe("accepted");
    const written = people.map((number) => ({pupil: disguises.separators!(number, chance), period: "2025-H1"}));
    expect((await send("b.csv", absenceCsv(written))).report).toMatchObject({status: "accepted", rows: 300});
    const rows = await pupils();
    expect(rows.every(({pupil}) => /^p1\.[A-Za-z0-9_-]{59}$/.test(pupil))).toBe(true);
    expect(new Set(rows.map(({pupil}) => pupil)).size).toBe(300);
    for (const path of readdirSync(dataDir, {recursive: true, encoding: "utf8"}).map((name) => join(dataDir, name)))
      if (statSync(path).isFile())
        expect(
          people.filter((number) => readFileSync(path).includes(number)),
          path
        ).toEqual([]);
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
    const registry = await openRegistry(storesOf(dataDir).registry);
    expect((await listDeletions(registry)).map(({reason}) => reason)).toContain("person-numbers");
    await registry.destroy();
  });

  it("keeps the keys where only their owner can read them", () => {
    const folder = join(dataDir, "keys", "pseudonyms");
    expect(readdirSync(folder).sort()).toEqual(["inner.key", "outer-1.key", "vector.key"]);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it("refuses other values among the numbers, and two rows of one person", async () => {
    const odd = [...people.slice(0, 9), "elev7"].map((pupil) => ({pupil, period: "2024-H1"}));
    expect((await send("c.csv", absenceCsv(odd))).report).toMatchObject({
      status: "rejected",
      findings: [{rule: "not-person-number:pupil", count: 1, lines: [11]}]
    });
    const twice = [people[0]!, `${people[0]!.slice(0, 6)}-${people[0]!.slice(6)}`].map((pupil) => ({
      pupil,
      period: "2024-H1"
    }));
    expect((await send("d.csv", absenceCsv(twice))).report).toMatchObject({
      status: "rejected",
      findings: [{rule: "duplicate-key", count: 2}]
    });
  });

  it("leaves the senders' own pseudonyms as they are", async () => {
    await send("e.csv", absenceCsv([{pupil: "elev7", period: "2023-H1"}]));
    expect((await pupils()).filter(({period}) => period === "2023-H1").map(({pupil}) => pupil)).toEqual(["elev7"]);
  });

  it("changes the outer key of all of them, also when it is killed on the way", async () => {
    const before = await pupils();
    for (let kill = 0; kill < 6; kill++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, "rotate-child.ts"), dataDir], {stdio: "ignore"});
      await Promise.race([once(child, "exit"), setTimeout(600 + kill * 250)]);
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      expect((await pupils()).length).toBe(before.length);
    }
    await rotatePseudonyms(dataDir);
    const after = await pupils();
    expect(after.filter(({pupil}) => /^p\d/.test(pupil)).every(({pupil}) => !pupil.startsWith("p1."))).toBe(true);
    expect(new Set(after.map(({pupil}) => pupil.split(".")[0])).size).toBe(2);
    expect(new Set(after.map(({pupil}) => pupil)).size).toBe(301);
    expect(readdirSync(join(dataDir, "keys", "pseudonyms")).filter((name) => name.startsWith("outer"))).toHaveLength(1);
    expect((await verifyLake(dataDir)).problems).toEqual([]);
  }, 60_000);

  it("goes on with the same persons after the change", async () => {
    await send("f.csv", absenceCsv(people.map((pupil) => ({pupil, period: "2022-H1"}))));
    expect(new Set((await pupils()).map(({pupil}) => pupil)).size).toBe(301);
  });

  it("makes no new key where the old one is gone", async () => {
    rmSync(join(dataDir, "keys", "pseudonyms", "inner.key"));
    await expect(send("g.csv", absenceCsv([{pupil: people[0]!, period: "2021-H1"}]))).rejects.toThrow();
    expect(existsSync(join(dataDir, "keys", "pseudonyms", "inner.key"))).toBe(false);
    for (const name of readdirSync(join(dataDir, "inbox")))
      expect(readFileSync(join(dataDir, "inbox", name), "utf8")).not.toContain(people[0]);
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
  });
});
