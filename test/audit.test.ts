import {chmod, mkdtemp, rm, stat, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {auditCommand} from "../jobs/audit.ts";
import {verifyAudit} from "../jobs/verify-audit.ts";
import {
  type AuditEntry,
  type AuditEvent,
  type AuditMark,
  chainStart,
  hashOf,
  markOf,
  openChainCheck
} from "../queries/audit.ts";
import {storesOf} from "../queries/config.ts";
import {appendAudit, expireAudit, listAudit} from "../queries/registry/audit.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {readSecret} from "../queries/secret.ts";

const key = Buffer.alloc(32, 7);
const eventOf = (index: number): AuditEvent => ({
  at: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
  actor: `user-${index % 5}`,
  action: "see",
  resource: `/enheder/${751000 + index}`,
  purpose: "læringssamtale",
  detail: {language: "da", rows: index}
});

function chainOf(length: number): {readonly entries: AuditEntry[]; readonly marks: AuditMark[]} {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const event = eventOf(sequence);
    entries.push({...event, sequence, hash: hashOf(entries.at(-1)?.hash ?? chainStart, sequence, event)});
  }
  return {entries, marks: [markOf("anchor", 0, chainStart, key), markOf("head", length, entries.at(-1)!.hash, key)]};
}

function problemIn(entries: readonly AuditEntry[], marks: readonly AuditMark[]) {
  const check = openChainCheck(marks, key);
  for (const entry of entries) check.next(entry);
  return check.end();
}

describe("openChainCheck(marks, key)", () => {
  it("finds nothing in a log that stands as it was written", () => {
    const {entries, marks} = chainOf(50);
    expect(problemIn(entries, marks)).toBeNull();
  });

  it("finds every one of 10,000 random manipulations", () => {
    const {entries, marks} = chainOf(40);
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const missed: string[] = [];
    for (let trial = 0; trial < 10_000; trial++) {
      const [changed, name] = manipulate(entries, random);
      if (problemIn(changed, marks) === null) missed.push(name);
    }
    expect(missed).toEqual([]);
  });

  it("is not deceived by who rewrites the whole chain without the key", () => {
    const {entries, marks} = chainOf(10);
    const forged: AuditEntry[] = [];
    for (const {sequence, hash: _, ...event} of entries) {
      const changed = sequence === 4 ? {...event, actor: "nobody"} : event;
      forged.push({...changed, sequence, hash: hashOf(forged.at(-1)?.hash ?? chainStart, sequence, changed)});
    }
    const other = Buffer.alloc(32, 8);
    expect(problemIn(forged, marks)).toEqual({sequence: 10, problem: "head"});
    expect(problemIn(forged, [marks[0]!, markOf("head", 10, forged.at(-1)!.hash, other)])?.problem).toBe("mark");
  });
});

type Change = readonly [changed: readonly AuditEntry[], name: string];
function manipulate(entries: readonly AuditEntry[], random: (below: number) => number): Change {
  const at = random(entries.length);
  const entry = entries[at]!;
  const other = (at + 1 + random(entries.length - 1)) % entries.length;
  const fields = ["at", "actor", "action", "resource", "purpose", "hash"] as const;
  const field = fields[random(fields.length)]!;
  const text = String(entry[field]);
  const place = random(text.length);
  const flipped = text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
  const changes: readonly (() => Change)[] = [
    () => [entries.with(at, {...entry, [field]: flipped}), `flip ${field}`],
    () => [entries.with(at, {...entry, detail: {...entry.detail, rows: -1}}), "change a detail"],
    () => [entries.toSpliced(at, 1), "delete"],
    () => [entries.toSpliced(at, 0, {...entry}), "insert a copy"],
    () => [entries.with(at, entries[other]!).with(other, entry), "swap"],
    () => [entries.slice(0, at), "cut the end"],
    () => [entries.slice(at + 1), "cut the beginning"]
  ];
  return changes[random(changes.length)]!();
}

describe("the log in the registry", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "aarshjul-audit-"));
  });
  afterAll(() => rm(dataDir, {recursive: true, force: true}));
  const open = (name: string) => openRegistry(join(dataDir, `${name}.sqlite`));

  it("keeps one chain when two processes append at once", async () => {
    const [first, second] = [await open("two"), await open("two")];
    await Promise.all(
      Array.from({length: 40}, (_, index) => appendAudit(index % 2 ? first : second, key, eventOf(index)))
    );
    expect(await verifyAudit(first, key)).toMatchObject({entries: 40, problem: null, head: {sequence: 40}});
    await Promise.all([first.destroy(), second.destroy()]);
  });

  it("names the entry that someone has changed behind its back", async () => {
    const registry = await open("changed");
    for (let index = 0; index < 8; index++) await appendAudit(registry, key, eventOf(index));
    const raw = new DatabaseSync(join(dataDir, "changed.sqlite"));
    raw.exec("UPDATE audit_entries SET actor = 'nobody' WHERE sequence = 5");
    expect((await verifyAudit(registry, key)).problem).toEqual({sequence: 5, problem: "hash"});
    raw.exec("DELETE FROM audit_entries WHERE sequence > 4");
    expect((await verifyAudit(registry, key)).problem).toEqual({sequence: 4, problem: "head"});
    raw.exec("DELETE FROM audit_marks");
    expect((await verifyAudit(registry, key)).problem).toEqual({sequence: null, problem: "mark"});
    raw.close();
    await registry.destroy();
  });

  it("stays whole when entries past their time are deleted", async () => {
    const registry = await open("expired");
    for (let index = 0; index < 30; index++) await appendAudit(registry, key, eventOf(index));
    expect(await expireAudit(registry, key, eventOf(10).at)).toBe(10);
    expect(await verifyAudit(registry, key)).toMatchObject({entries: 20, problem: null});
    await appendAudit(registry, key, eventOf(31));
    expect(await verifyAudit(registry, key)).toMatchObject({entries: 21, problem: null});
    expect((await listAudit(registry, 1))[0]?.sequence).toBe(31);
    await registry.destroy();
  });

  it("tells of a command by its codes, never by names of files or free text", async () => {
    const options = {period: "2025-H2", municipality: "751", comment: "Anna 010112-1234", data: "/secret"};
    await auditCommand(dataDir, {command: "intake", options, given: 2, exitCode: 1});
    const registry = await openRegistry(storesOf(dataDir).registry);
    const [entry] = await listAudit(registry, 1);
    expect(entry).toMatchObject({action: "command", resource: "intake", purpose: "drift"});
    expect(entry!.detail).toEqual({period: "2025-H2", municipality: "751", given: 2, exitCode: 1});
    await registry.destroy();
  });
});

describe("readSecret(path)", () => {
  it("makes a secret that only its owner can read, once, and refuses one that others can read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "aarshjul-secret-"));
    const path = join(folder, "keys", "audit.key");
    const [first, second] = await Promise.all([readSecret(path), readSecret(path)]);
    expect([...first]).toEqual([...second]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o644);
    await expect(readSecret(path)).rejects.toMatchObject({danish: expect.stringContaining("chmod 600")});
    await chmod(path, 0o600);
    await writeFile(path, "short");
    await expect(readSecret(path)).rejects.toMatchObject({danish: expect.stringContaining("ikke på 32 byte")});
    await rm(folder, {recursive: true, force: true});
  });
});
