/** What is known of facts that outlive their rows: which parts are gone, and where what was counted of them lies. */
import type {Registry} from "./open.ts";

export interface KeptFactsFile {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
  readonly storedAt: string;
}

/** Oldest first. */
export async function listKeptFacts(registry: Registry): Promise<readonly KeptFactsFile[]> {
  const rows = await registry.selectFrom("kept_facts").selectAll().orderBy("stored_at").orderBy("path").execute();
  return rows.map(({stored_at: storedAt, ...row}) => ({...row, storedAt}));
}

/** The same file once more is the same file. */
export async function recordKeptFacts(registry: Registry, {storedAt, ...file}: KeptFactsFile): Promise<void> {
  await registry
    .insertInto("kept_facts")
    .values({...file, stored_at: storedAt})
    .onConflict((conflict) => conflict.column("path").doNothing())
    .execute();
}

/** Parts whose rows were deleted on time and that nothing has come instead of. */
export async function expiredParts(registry: Registry) {
  return registry
    .selectFrom("lake_files")
    .select(["standard", "municipality", "period", "slice", "delivery", "path", "sha256", "rows"])
    .where("state", "=", "expired")
    .where("superseded_by", "is", null)
    .orderBy("standard")
    .orderBy("municipality")
    .orderBy("period")
    .orderBy("slice")
    .execute();
}
