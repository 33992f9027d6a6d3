import type {Registry} from "./open.ts";
import type {DeletionKind, DeletionReason} from "./schema-retention.ts";

/** A receipt for one deleted file, or for rows of the registry. It says that the file was there and what it weighed, nothing of what stood in it. */
export interface Deletion {
  readonly path: string;
  readonly sha256: string;
  readonly kind: DeletionKind;
  readonly reason: DeletionReason;
  readonly bytes: number;
  readonly rows: number;
  readonly deletedAt: string;
}

/** Receipts come before the deletion: a killed process leaves a file that the next run deletes, never a hole unexplained. */
export async function recordDeletions(registry: Registry, deletions: readonly Deletion[]): Promise<void> {
  await registry.transaction().execute((transaction) => writeDeletions(transaction, deletions));
}

/** Within a transaction of the caller's. */
export async function writeDeletions(transaction: Registry, deletions: readonly Deletion[]): Promise<void> {
  for (const {deletedAt, ...deletion} of deletions)
    await transaction
      .insertInto("deletions")
      .values({...deletion, deleted_at: deletedAt})
      .onConflict((conflict) => conflict.columns(["path", "deleted_at"]).doNothing())
      .execute();
}

/** Oldest first. */
export async function listDeletions(registry: Registry): Promise<readonly Deletion[]> {
  const rows = await registry.selectFrom("deletions").selectAll().orderBy("deleted_at").orderBy("path").execute();
  return rows.map(({deleted_at: deletedAt, ...row}) => ({...row, deletedAt}));
}
