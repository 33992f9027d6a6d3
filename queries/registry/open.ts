import {mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {Kysely} from "kysely";
import {Migrator} from "kysely/migration";
import {migrations} from "./migrations/index.ts";
import type {Schema} from "./schema.ts";
import {sqliteDialect} from "./sqlite.ts";

export type Registry = Kysely<Schema>;

/** Opens the registry and brings its tables up to date. Close with `registry.destroy()`. */
export async function openRegistry(path: string): Promise<Registry> {
  mkdirSync(dirname(path), {recursive: true});
  const registry = new Kysely<Schema>({dialect: sqliteDialect(path)});
  try {
    await migrate(registry).catch(() => migrate(registry)); // another process may have migrated at the same moment
    return registry;
  } catch (error) {
    await registry.destroy();
    throw error;
  }
}

async function migrate(registry: Registry): Promise<void> {
  const migrator = new Migrator({db: registry, provider: {getMigrations: async () => migrations}});
  const {error} = await migrator.migrateToLatest();
  if (error) throw error;
}
