import type {Registry} from "./open.ts";

export interface ReleaseRecord {
  readonly id: string;
  readonly period: string;
  readonly createdAt: string;
  readonly active: boolean;
}

/** Records a release that is complete on disk and makes it the active one. */
export async function recordRelease(registry: Registry, release: Omit<ReleaseRecord, "active">): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    await transaction.updateTable("releases").set({active: 0}).execute();
    await transaction.deleteFrom("releases").where("id", "=", release.id).execute();
    const row = {id: release.id, period: release.period, created_at: release.createdAt, active: 1};
    await transaction.insertInto("releases").values(row).execute();
  });
}

/** Newest first. */
export async function listReleases(registry: Registry): Promise<readonly ReleaseRecord[]> {
  const rows = await registry.selectFrom("releases").selectAll().orderBy("created_at", "desc").execute();
  return rows.map(({id, period, created_at, active}) => ({id, period, createdAt: created_at, active: active === 1}));
}
