import {execFile} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {Kysely} from "kysely";
import {Migrator} from "kysely/migration";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
import {migrations} from "../queries/registry/migrations/index.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {findRecipient, listRecipientEvents, listRecipients, setActive} from "../queries/registry/recipients.ts";
import {sqliteDialect} from "../queries/registry/sqlite.ts";
import {writeSettings} from "./delivery-fixture.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

const launcher = fileURLToPath(new URL("../aarshjul.js", import.meta.url));
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-recipients-"));
  await writeReleaseFixture({dataDir});
  writeSettings(dataDir, 25);
});
afterAll(() => rm(dataDir, {recursive: true, force: true}));

describe("migration 013", () => {
  it("begins the history of recipients from before with what they are, and goes on from there", async () => {
    const path = join(dataDir, "old.sqlite");
    const old = new Kysely<Record<string, Record<string, unknown>>>({dialect: sqliteDialect(path)});
    const {error} = await new Migrator({db: old, provider: {getMigrations: async () => migrations}}).migrateTo(
      "012-trust"
    );
    expect(error).toBeUndefined();
    const row = {
      id: "r",
      municipality: "751",
      name: "Lederen",
      kind: "person",
      channel: "mail",
      address: "l@aarhus.dk"
    };
    const rest = {scope: "751014", language: "da", form: "link", active: 0, created_at: "2026-01-01T08:00:00.000Z"};
    await old.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("recipients")
        .values({...row, ...rest})
        .execute();
      await transaction.insertInto("subscriptions").values({recipient: "r", definition: "leader", unit: "*"}).execute();
    });
    await old.destroy();
    const registry = await openRegistry(path);
    const known = (await findRecipient(registry, "r"))!;
    expect(known).toMatchObject({version: 1, active: false, name: "Lederen"});
    expect(await setActive(registry, known, true, {by: "a", at: "2026-02-01T08:00:00.000Z"})).toBe(true);
    const fields = {name: "Lederen", scope: "751014", subscriptions: [{definition: "leader", unit: "*"}]};
    expect(await listRecipientEvents(registry, "r")).toMatchObject([
      {position: 1, step: "created", actor: "", at: rest.created_at, fields: {...fields, active: false}},
      {position: 2, step: "opened", actor: "a", fields: {...fields, active: true}}
    ]);
    await registry.destroy();
  });
});

describe("aarshjul recipients", () => {
  it("adds by the rules of the page, closes and opens, and writes it in the history", async () => {
    const add = ["--municipality", "751", "--add", "Bestyrelsen", "--address", "b@aarhus.dk", "--edition", "leader"];
    expect(await run(...add, "--scope", "740011")).toMatch("Enheden 740011 hører ikke under 751.");
    expect(await run(...add, "--scope", "751014")).toMatch("Bestyrelsen er modtager");
    expect(await run(...add, "--scope", "751-O1")).toMatch("som modtageren »Bestyrelsen«");
    const registry = await openRegistry(storesOf(dataDir).registry);
    const {id} = (await listRecipients(registry))[0]!;
    expect(await run("--close", id)).toMatch("Modtageren er lukket");
    expect(await run("--open", id)).toMatch("Modtageren er åben igen.");
    expect((await listRecipientEvents(registry, id)).map(({step, actor}) => [step, actor])).toEqual([
      ["created", ""],
      ["closed", ""],
      ["opened", ""]
    ]);
    await registry.destroy();
  });
});

function run(...words: readonly string[]): Promise<string> {
  const env = {...process.env, DATA_DIR: dataDir};
  return new Promise((resolve) =>
    execFile(process.execPath, [launcher, "recipients", ...words], {env}, (_error, out, err) => resolve(out + err))
  );
}
