import {DatabaseSync, type SQLInputValue, type StatementSync} from "node:sqlite";
import {setTimeout} from "node:timers/promises";
import {type Driver, SqliteAdapter, SqliteDialect} from "kysely";

/** kysely's SQLite dialect over the database built into Node. Two processes may share the file (write-ahead log). */
export function sqliteDialect(path: string): SqliteDialect {
  return new PatientDialect({
    database: async () => {
      const database = new DatabaseSync(path);
      database.exec("PRAGMA busy_timeout = 200");
      database.exec("PRAGMA journal_mode = WAL");
      database.exec("PRAGMA synchronous = FULL");
      database.exec("PRAGMA foreign_keys = ON");
      // What is deleted on time is overwritten, not only let go.
      database.exec("PRAGMA secure_delete = ON");
      return {close: () => database.close(), prepare: (sql: string) => statementOf(database, sql)};
    }
  });
}

const patienceMs = 30_000;

/**
 * Waits for another writer without blocking the thread, since that writer may be another connection of this process.
 * Every write of ours is in a transaction, so it is enough that the beginning waits.
 */
class PatientDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new WholeMigrations();
  }
  override createDriver(): Driver {
    const driver = super.createDriver();
    const begin = driver.beginTransaction.bind(driver);
    driver.beginTransaction = async (...args) => {
      const deadline = Date.now() + patienceMs;
      for (;;) {
        try {
          return await begin(...args);
        } catch (error) {
          if (!/locked|busy/i.test(String(error)) || Date.now() > deadline) throw error;
          await setTimeout(20);
        }
      }
    };
    return driver;
  }
}

/** SQLite changes tables in transactions, so all migrations are done or none, and by one process at a time. */
class WholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function statementOf(database: DatabaseSync, sql: string) {
  // A transaction that begins by reading cannot wait for another writer later; so it takes the write lock at once.
  const statement: StatementSync = database.prepare(/^begin$/i.test(sql) ? "begin immediate" : sql);
  return {
    reader: statement.columns().length > 0,
    all: (values: ReadonlyArray<unknown>) => statement.all(...(values as SQLInputValue[])),
    run: (values: ReadonlyArray<unknown>) => statement.run(...(values as SQLInputValue[])),
    iterate: (values: ReadonlyArray<unknown>) =>
      statement.iterate(...(values as SQLInputValue[])) as IterableIterator<unknown>
  };
}
