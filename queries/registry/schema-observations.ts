/** The registry's tables of qualitative findings that are written on the pages. */
import type {ColumnType} from "kysely";

type Fixed<T> = ColumnType<T, T, never>;

/** One finding as it stands now; its columns are those of the standard `observations`. */
export interface ObservationEntryTable {
  id: Fixed<string>;
  municipality: Fixed<string>;
  unit: string;
  period: string;
  theme: string;
  quality: string;
  source: string;
  assessment: string;
  /** Observations made, or persons heard. */
  people: number;
  finding: string;
  /** Kept only with the consent of who is quoted. */
  quote: string | null;
  observed_on: string;
  state: "active" | "withdrawn";
  /** Rises with every change: who changes it must have seen its newest state. */
  version: number;
  author: Fixed<string>;
  /** Why the lake would not take it, in Danish; `` where nothing is wrong. */
  problem: string;
  created_at: Fixed<string>;
  changed_at: string;
}

/** `fields`: the finding as it became, as JSON. */
export interface ObservationEventTable {
  entry: Fixed<string>;
  position: Fixed<number>;
  at: Fixed<string>;
  actor: Fixed<string>;
  step: Fixed<"written" | "changed" | "withdrawn">;
  /** A code: `confirmed:2`, `withdrawn:person`, or ``. */
  reason: Fixed<string>;
  fields: string;
}

/** The newest delivery to the lake of a municipality's findings in a period; `stamp` tells the state that was delivered. */
export interface ObservationDeliveryTable {
  municipality: Fixed<string>;
  period: Fixed<string>;
  stamp: string;
  /** Null where there was nothing left to deliver. */
  delivery: string | null;
  problem: string;
  tried_at: string;
}

export interface ObservationSchema {
  observation_entries: ObservationEntryTable;
  observation_events: ObservationEventTable;
  observation_deliveries: ObservationDeliveryTable;
}
