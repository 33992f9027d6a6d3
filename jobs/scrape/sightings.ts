/** Attacker A4's notebook: every cell that was seen, where it was seen, and whether all places say the same. */
import {type Engine, quoteText} from "../../queries/engine.ts";
import type {DisclosedFact} from "../../queries/model.ts";

export interface Difference {
  readonly channel: string;
  readonly cell: string;
  readonly seen: string;
  readonly released: string;
}

export interface Channel {
  readonly name: string;
  readonly cells: number;
  /** Cells that are hidden there. */
  readonly hidden: number;
  readonly differences: readonly Difference[];
}

export const key = ["indicator", "version", "unit", "period", "category"] as const;
export const told = ["value", "numerator", "denominator", "persons", "low", "high", "blank", "linked"] as const;
const most = 20;

/** Tables `seen` and `released`: what channels say, and what the release in `folder` says. */
export async function openSightings(engine: Engine, facts: string): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE released AS
    SELECT ${key.join(", ")}, ${told.join(", ")} FROM read_parquet(${quoteText(facts)});
    CREATE OR REPLACE TABLE seen (channel VARCHAR, indicator VARCHAR, version INTEGER, unit VARCHAR, period VARCHAR, category VARCHAR,
      value DOUBLE, numerator DOUBLE, denominator DOUBLE, persons INTEGER, low DOUBLE, high DOUBLE, blank VARCHAR, linked BOOLEAN)`);
}

type Appender = Awaited<ReturnType<Engine["connection"]["createAppender"]>>;

export class Notebook {
  readonly #appender: Appender;

  private constructor(appender: Appender) {
    this.#appender = appender;
  }

  static async open(engine: Engine): Promise<Notebook> {
    return new Notebook(await engine.connection.createAppender("seen"));
  }

  note(channel: string, facts: Iterable<DisclosedFact>): void {
    for (const fact of facts) {
      this.#appender.appendVarchar(channel);
      this.#appender.appendVarchar(fact.indicator);
      this.#appender.appendInteger(fact.version);
      for (const name of ["unit", "period", "category"] as const) this.#appender.appendVarchar(fact[name]);
      for (const name of ["value", "numerator", "denominator"] as const) this.#double(fact[name]);
      if (fact.persons === null) this.#appender.appendNull();
      else this.#appender.appendInteger(fact.persons);
      for (const name of ["low", "high"] as const) this.#double(fact[name]);
      if (fact.blank === null) this.#appender.appendNull();
      else this.#appender.appendVarchar(fact.blank);
      this.#appender.appendBoolean(fact.linked);
      this.#appender.endRow();
    }
  }

  close(): void {
    this.#appender.closeSync();
  }

  #double(value: number | null): void {
    if (value === null) this.#appender.appendNull();
    else this.#appender.appendDouble(value);
  }
}

/** Each channel's cells beside the release's: the same cells hidden, and every number the same to the last digit. */
export async function compareChannels(engine: Engine): Promise<readonly Channel[]> {
  const name = key.map((column) => `seen.${column}`).join(", ");
  const differ = told.map((column) => `seen.${column} IS DISTINCT FROM released.${column}`).join(" OR ");
  const text = (table: string) =>
    `concat_ws(' ', ${told.map((column) => `coalesce(${table}.${column}::VARCHAR, '-')`).join(", ")})`;
  const differences = await engine.rows<Difference>(`
    SELECT channel, concat_ws(' ', ${name}) AS cell, ${text("seen")} AS seen, ${text("released")} AS released
    FROM seen LEFT JOIN released USING (${key.join(", ")})
    WHERE ${differ}
    QUALIFY row_number() OVER (PARTITION BY channel) <= ${most} ORDER BY ALL`);
  const counts = await engine.rows<{name: string; cells: number; hidden: number}>(`
    SELECT channel AS name, count(DISTINCT (${key.join(", ")}))::INTEGER AS cells,
      count(DISTINCT (${key.join(", ")})) FILTER (blank = 'hidden')::INTEGER AS hidden
    FROM seen GROUP BY ALL ORDER BY ALL`);
  return counts.map((each) => ({...each, differences: differences.filter(({channel}) => channel === each.name)}));
}

/** The cells that were seen anywhere, as a file that the outsider attacks. */
export async function writeSeen(engine: Engine, units: string, path: string): Promise<void> {
  await engine.run(`
    COPY (
      WITH newest AS (SELECT id, arg_max(kind, valid_from) AS kind FROM read_parquet(${quoteText(units)}) GROUP BY id)
      SELECT DISTINCT ${key.join(", ")}, ${told.join(", ")}, coalesce(kind, 'group') AS kind
      FROM seen LEFT JOIN newest ON newest.id = seen.unit
    ) TO ${quoteText(path)} (FORMAT parquet)`);
}
