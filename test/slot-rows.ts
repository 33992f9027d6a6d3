import type {Insertable} from "kysely";
import type {Registry} from "../queries/registry/open.ts";
import type {SlotTable} from "../queries/registry/schema-wheel.ts";

export const failedId = "packages/school-packages-spring/751/751014/2025-H2";
export const waitingId = "packages/school-packages-spring/751/751022/2025-H2";
export const elsewhereId = "packages/school-packages-spring/740/740001/2025-H2";
export const refreshId = "refresh/abc123";

/** One of each kind that a page shows differently. */
export async function fillSlots(into: Registry): Promise<void> {
  await into
    .insertInto("slots")
    .values([
      slotRow(failedId, {
        state: "failed",
        attempts: 3,
        error: "The browser crashed: <b>boom</b>",
        ended_at: "2026-01-31T05:00:00.000Z"
      }),
      slotRow(waitingId),
      slotRow(elsewhereId),
      slotRow(refreshId, {state: "done", ended_at: "2026-01-30T05:00:00.000Z"})
    ])
    .execute();
}

type SlotRow = Insertable<SlotTable>;

export function slotRow(id: string, given: Partial<SlotRow> = {}): SlotRow {
  const isPackage = id.startsWith("packages/");
  const [job, entry, municipality, unit, period] = isPackage ? id.split("/") : ["refresh", "", "", "", ""];
  return {
    ...{id, job: job!, entry: entry!, municipality: municipality!, unit: unit!, period: period!, recipient: ""},
    ...{subject: isPackage ? "" : "abc123", due_at: "2026-01-20T04:00:00.000Z", state: "waiting", version: 1},
    ...{starts: 1, attempts: 0, started_at: null, ended_at: null, next_try_at: null, lease_owner: null},
    ...{lease_until: null, phase: "", error: "", result: ""},
    ...given
  };
}
