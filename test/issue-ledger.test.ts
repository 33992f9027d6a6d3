import {sql} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openIssueLedger} from "../jobs/issue-ledger.ts";
import {type BuiltIssue, listIssues} from "../queries/registry/issues.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry(":memory:");
});
afterAll(() => registry.destroy());

function issueOf(number: number): BuiltIssue {
  return {
    ...{issue: `2025-H2-751-leader-da-${number}`, definition: "leader", unit: "751", municipality: "751", number},
    ...{period: "2025-H2", language: "da", release: "r", checksum: "c", replaces: null, pages: 1, content: ""},
    ...{builtAt: "2026-04-15T03:00:00.000Z", manifestSha256: "m", reason: "", reasonAt: "", builtBy: ""}
  };
}

describe("openIssueLedger(registry, onRecorded)", () => {
  it("keeps what could not be written for the next time, and tells of it only then", async () => {
    const told: string[] = [];
    const ledger = openIssueLedger(registry, async (issues) => void told.push(...issues.map(({issue}) => issue)), 2);
    await sql`CREATE TRIGGER full BEFORE INSERT ON issues BEGIN SELECT raise(ABORT, 'disk full'); END`.execute(
      registry
    );
    await ledger.add(issueOf(1));
    await expect(ledger.add(issueOf(2))).rejects.toThrow("disk full");
    expect(told).toEqual([]);
    await expect(ledger.flush()).rejects.toThrow("disk full");
    await sql`DROP TRIGGER full`.execute(registry);
    await ledger.flush();
    const names = [issueOf(1), issueOf(2)].map(({issue}) => issue);
    expect(told).toEqual(names);
    expect((await listIssues(registry)).map(({issue}) => issue).sort()).toEqual(names);
  });
});
