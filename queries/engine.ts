/** The only import of the database engine. In memory over Parquet files; no database file is shared. */
import {mkdirSync} from "node:fs";
import {type DuckDBConnection, DuckDBInstance, type DuckDBValue, JSDuckDBValueConverter} from "@duckdb/node-api";
import {quoteText} from "./sql.ts";

export {quoteName, quoteText} from "./sql.ts";

export type SqlValue = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, unknown>>;

export interface EngineOptions {
  readonly threads?: number;
  /** As DuckDB writes it, e.g. `2GB`. A soft limit: what must not exceed runs in a child process with hard limits. */
  readonly memory?: string;
  /** Folder for spilling; none: spilling is off. */
  readonly spillDir?: string;
  /** Folders that may be read and written; absent: all. Given: everything else is refused and the settings are locked. */
  readonly folders?: readonly string[];
}

/** One in-memory instance and one connection. Values come back as JavaScript values: dates as `Date`, decimals as numbers. */
export class Engine {
  readonly #instance: DuckDBInstance;
  readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.connection = connection;
  }

  static async open({threads, memory, spillDir, folders}: EngineOptions = {}): Promise<Engine> {
    const options: Record<string, string> = {
      autoload_known_extensions: "false",
      autoinstall_known_extensions: "false",
      allow_community_extensions: "false",
      preserve_insertion_order: "true"
    };
    if (threads) options.threads = String(threads);
    if (memory) options.memory_limit = memory;
    if (spillDir) {
      mkdirSync(spillDir, {recursive: true});
      options.temp_directory = spillDir;
    } else options.temp_directory = "";
    const instance = await DuckDBInstance.create(":memory:", options);
    const connection = await instance.connect();
    if (folders) {
      await connection.run(`SET allowed_directories = [${folders.map(quoteText).join(", ")}]`);
      await connection.run("SET enable_external_access = false");
      await connection.run("SET lock_configuration = true");
    }
    return new Engine(instance, connection);
  }

  /** One or more statements, for their effect. */
  async run(sql: string, values?: readonly SqlValue[]): Promise<void> {
    await this.connection.run(sql, values as DuckDBValue[] | undefined);
  }

  async rows<T = Row>(sql: string, values?: readonly SqlValue[]): Promise<readonly T[]> {
    const reader = await this.connection.runAndReadAll(sql, values as DuckDBValue[] | undefined);
    return reader.convertRowObjects(numberConverter) as unknown as readonly T[];
  }

  /** The result as one array per column, for what must be fast. */
  async columns(sql: string, values?: readonly SqlValue[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const reader = await this.connection.runAndReadAll(sql, values as DuckDBValue[] | undefined);
    return reader.convertColumnsObject(numberConverter) as Record<string, unknown[]>;
  }

  async one<T = Row>(sql: string, values?: readonly SqlValue[]): Promise<T> {
    const rows = await this.rows<T>(sql, values);
    if (rows.length !== 1) throw new Error(`not one row but ${rows.length}`);
    return rows[0]!;
  }

  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.connection.closeSync();
    this.#instance.closeSync();
  }
}

/** As the client's own, but whole numbers that fit become numbers; a bigint would not add to a number. */
const numberConverter: typeof JSDuckDBValueConverter = (value, type, converter) => {
  const converted = JSDuckDBValueConverter(value, type, converter);
  return typeof converted === "bigint" && Number.isSafeInteger(Number(converted)) ? Number(converted) : converted;
};

/** `read_parquet([...])` over the files, or an empty list's replacement. */
export function readParquet(files: readonly string[]): string {
  return `read_parquet([${files.map(quoteText).join(", ")}], union_by_name = true)`;
}
