import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {type AuditEvent, chainStart, hashOf, markOf} from "../../queries/audit.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {verifyAudit} from "../verify-audit.ts";
import type {BenchRun} from "./index.ts";
import type {BenchResult} from "./result.ts";

const key = Buffer.alloc(32, 1);

/** Seconds to check a whole audit log, read from its database. */
export async function run({quick}: BenchRun): Promise<readonly BenchResult[]> {
  const entries = quick ? 10_000 : 1_000_000;
  const folder = await mkdtemp(join(tmpdir(), "aarshjul-bench-"));
  const path = join(folder, "registry.sqlite");
  const registry = await openRegistry(path);
  try {
    fill(path, entries);
    const since = performance.now();
    const check = await verifyAudit(registry, key);
    const value = (performance.now() - since) / 1000;
    if (check.problem || check.entries !== entries) throw new Error(`not a whole log: ${JSON.stringify(check)}`);
    const name = `revisionslog efterprøvet, ${entries.toLocaleString("da-DK")} poster`;
    return [{name, value, unit: "s", floor: null, ratio: null, target: "≤ 10 s", met: value <= 10}];
  } finally {
    await registry.destroy();
    await rm(folder, {recursive: true, force: true});
  }
}

function fill(path: string, entries: number): void {
  const database = new DatabaseSync(path);
  const insert = database.prepare("INSERT INTO audit_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  database.exec("BEGIN");
  let hash = chainStart;
  for (let sequence = 1; sequence <= entries; sequence++) {
    const event = eventOf(sequence);
    const {at, actor, action, resource, purpose, detail} = event;
    hash = hashOf(hash, sequence, event);
    insert.run(sequence, at, actor, action, resource, purpose, JSON.stringify(detail), hash);
  }
  const mark = database.prepare("INSERT INTO audit_marks VALUES (?, ?, ?, ?)");
  for (const {kind, sequence, hash: at, mac} of [
    markOf("anchor", 0, chainStart, key),
    markOf("head", entries, hash, key)
  ])
    mark.run(kind, sequence, at, mac);
  database.exec("COMMIT");
  database.close();
}

function eventOf(sequence: number): AuditEvent {
  return {
    at: new Date(1_767_225_600_000 + sequence * 1_000).toISOString(),
    actor: `user-${sequence % 500}`,
    action: "see",
    resource: `/enheder/${751000 + (sequence % 100)}`,
    purpose: "læringssamtale",
    detail: {language: "da"}
  };
}
