/** What calendars have been told; who may read one stands in `calendar-tokens.ts`. */
import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {CalendarEventTable} from "./schema-wheel.ts";

/** Days are `YYYY-MM-DD`, both included; `sequence` rises with every change. */
export interface CalendarEvent {
  readonly uid: string;
  readonly municipality: string;
  readonly entry: string;
  readonly year: number;
  readonly area: string;
  readonly kind: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly from: string;
  readonly to: string;
  readonly state: "confirmed" | "cancelled";
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** An occurrence of the wheel as it is now. */
export type PlannedEvent = Omit<CalendarEvent, "sequence" | "createdAt" | "changedAt">;

/**
 * Makes the municipality's events be the planned ones: what has changed gets the next sequence number, and what is planned no
 * more is cancelled if it has not yet ended, but never forgotten. Returns how many were written.
 */
export async function publishEvents(
  registry: Registry,
  municipality: string,
  planned: readonly PlannedEvent[],
  now: Date
): Promise<number> {
  const known = new Map((await listEvents(registry, municipality)).map((event) => [event.uid, event]));
  const today = now.toISOString().slice(0, 10);
  const plannedIds = new Set(planned.map(({uid}) => uid));
  const gone = [...known.values()].filter(
    (event) => !plannedIds.has(event.uid) && event.state === "confirmed" && event.to >= today
  );
  const wanted = [...planned, ...gone.map((event) => ({...event, state: "cancelled" as const}))];
  const changes = wanted.filter((event) => {
    const before = known.get(event.uid);
    return !before || told(before) !== told(event);
  });
  if (changes.length > 0) await writeEvents(registry, changes, known, now.toISOString());
  return changes.length;
}

function told({title, titleEnglish, area, kind, from, to, state}: PlannedEvent): string {
  return JSON.stringify([title, titleEnglish, area, kind, from, to, state]);
}

async function writeEvents(
  registry: Registry,
  changes: readonly PlannedEvent[],
  known: ReadonlyMap<string, CalendarEvent>,
  at: string
): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    for (const event of changes) {
      const before = known.get(event.uid);
      const told = {
        ...{area: event.area, kind: event.kind, title: event.title, title_english: event.titleEnglish},
        ...{date_from: event.from, date_to: event.to, state: event.state, changed_at: at},
        sequence: before ? before.sequence + 1 : 0
      };
      const {uid, municipality, entry, year} = event;
      await transaction
        .insertInto("calendar_events")
        .values({uid, municipality, entry, year, created_at: at, ...told})
        .onConflict((conflict) => conflict.column("uid").doUpdateSet(told))
        .execute();
    }
  });
}

/** Earliest first; `area` `` for all. */
export async function listEvents(
  registry: Registry,
  municipality: string,
  area = ""
): Promise<readonly CalendarEvent[]> {
  let query = registry.selectFrom("calendar_events").selectAll().where("municipality", "=", municipality);
  if (area !== "") query = query.where("area", "in", [area, "staff", "municipality"]);
  return (await query.orderBy("date_from").orderBy("uid").execute()).map(toEvent);
}

function toEvent({
  title_english,
  date_from,
  date_to,
  created_at,
  changed_at,
  ...row
}: Selectable<CalendarEventTable>): CalendarEvent {
  return {
    ...row,
    titleEnglish: title_english,
    from: date_from,
    to: date_to,
    createdAt: created_at,
    changedAt: changed_at
  };
}
