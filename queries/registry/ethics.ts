/** Who has signed which ethics form, and when they took it back. */
import type {EthicsSignature} from "../ethics/ethics-form.ts";
import type {Registry} from "./open.ts";

export type NewSignature = EthicsSignature & {readonly until: string};

/** All of them or none. */
export async function recordSignatures(
  registry: Registry,
  signatures: readonly NewSignature[],
  at: Date
): Promise<void> {
  const rows = signatures.map(({indicator, sha256, by, contact, on, until}) => ({
    ...{indicator, sha256, contact, signed_by: by, signed_on: on, valid_until: until},
    recorded_at: at.toISOString(),
    withdrawn_at: null
  }));
  await registry.transaction().execute(async (transaction) => {
    for (const row of rows) await transaction.insertInto("ethics_signatures").values(row).execute();
  });
}

/** Resolves to whether there was one to take back; the indicator is then unsigned, older signatures do not come back. */
export async function withdrawSignature(registry: Registry, indicator: string, at: Date): Promise<boolean> {
  const changed = await registry
    .updateTable("ethics_signatures")
    .set({withdrawn_at: at.toISOString()})
    .where("indicator", "=", indicator)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** The newest of each indicator that is not withdrawn. */
export async function newestSignatures(registry: Registry): Promise<ReadonlyMap<string, EthicsSignature>> {
  const rows = await registry
    .selectFrom("ethics_signatures")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("recorded_at")
    .execute();
  return new Map(
    rows.map(({indicator, sha256, contact, signed_by: by, signed_on: on, valid_until: until}) => [
      indicator,
      {indicator, sha256, by, contact, on, until}
    ])
  );
}
