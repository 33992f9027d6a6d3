import {writeObservation} from "../queries/registry/observations-write.ts";
import type {Registry} from "../queries/registry/open.ts";

export const writtenId = "S-2222222";

/** One finding with a known number, that the lake would not take. */
export async function fillObservations(into: Registry): Promise<void> {
  const step = {actor: "everybody", at: "2026-01-20T08:00:00.000Z", reason: "confirmed:2"};
  const written = {
    ...{unit: "751014", period: "2025-H2", theme: "calm", quality: "process", source: "staff", assessment: "attention"},
    ...{count: 3, finding: "Garderoben er for trang om morgenen.", quote: "Vi står i kø.", observedOn: "2025-11-04"}
  };
  const id = await writeObservation(into, "751", written, step);
  await into.transaction().execute(async (transaction) => {
    const renamed = {id: writtenId, problem: "Enhed findes ikke."};
    const {id: _, ...entry} = await transaction
      .selectFrom("observation_entries")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await transaction.deleteFrom("observation_entries").where("id", "=", id).execute();
    await transaction
      .insertInto("observation_entries")
      .values({...entry, ...renamed})
      .execute();
    const events = await transaction.selectFrom("observation_events").selectAll().where("entry", "=", id).execute();
    await transaction.deleteFrom("observation_events").where("entry", "=", id).execute();
    for (const event of events)
      await transaction
        .insertInto("observation_events")
        .values({...event, entry: writtenId})
        .execute();
  });
}
