import {once} from "node:events";
import {sql} from "kysely";
import {SMTPServer} from "smtp-server";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openMailer} from "../jobs/mail.ts";
import {listAudit} from "../queries/registry/audit.ts";
import {makeCode} from "../queries/registry/codes.ts";
import {createApp} from "../server/app.ts";
import {hashPassphrase, isPassphrase, weaknessOf} from "../server/identity/passphrase.ts";
import type {Declared} from "../server/identity/routes.ts";
import {makeAccount, openStage, type Stage, signedIn} from "./identity-fixture.ts";
import {rawStatus} from "./server-fixture.ts";
import {openVisitor} from "./visitor.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe("weaknessOf(passphrase, own)", () => {
  it.each([
    "passwordpassword",
    "123456789012345",
    "qwertyuiopasdfgh",
    "iloveyouiloveyou",
    "aaaaaaaaaaaaaaaa",
    "kommune-kommune-kommune"
  ])("refuses %s, which others guess first", async (weak) => expect(await weaknessOf(weak, [])).toBe("guessable"));
  it("refuses fewer than fifteen signs and what is made of the person's own name", async () => {
    expect(await weaknessOf("kort og godt 1", [])).toBe("short");
    expect(await weaknessOf("lisbeth hansen skole", ["Lisbeth Hansen"])).toBe("guessable");
  });
  it.each(["fire tilfældige ord på rad", "🐘🦜 skov motor blyant 7", "ALTMEDSTORTUDENMELLEMRUM", "x7 ".repeat(40)])(
    "asks for no kinds of signs, and takes up to 200 of them: %s",
    async (good) => expect(await weaknessOf(good, [])).toBe(good.startsWith("x7") ? "guessable" : null)
  );
  it("takes a passphrase of 64 signs and more", async () =>
    expect(
      await weaknessOf("grønne elefanter cykler baglæns gennem mandagens kedelige regnskab nr 42", [])
    ).toBeNull());
});

describe("isPassphrase(passphrase, kept)", () => {
  it("compares every sign as it was written, to the last", async () => {
    const long = `${"Grønne elefanter cykler baglæns ".repeat(5)}x`;
    const kept = await hashPassphrase(long);
    expect(await isPassphrase(long, kept)).toBe(true);
    for (const other of [long.slice(0, -1), `${long} `, long.toLowerCase(), ` ${long}`])
      expect(await isPassphrase(other, kept)).toBe(false);
    expect(kept).not.toBe(await hashPassphrase(long));
  });
});

describe("makeCode(length)", () => {
  it("draws codes of more than 112 bits, none twice", () => {
    const codes = new Set(Array.from({length: 2000}, () => makeCode(25)));
    expect([codes.size, 25 * Math.log2(31) > 112]).toEqual([2000, true]);
  });
});

describe("accounts", () => {
  it("are none until somebody makes one", async () => {
    const fresh = await openStage();
    expect(await fresh.registry.selectFrom("accounts").selectAll().execute()).toEqual([]);
    for (const navn of ["admin", "root", "administrator", "demo"])
      expect((await openVisitor(fresh.origin).post("/log-ind", {navn, saetning: navn, til: ""})).status).toBe(422);
    await fresh.close();
  });
  it("lose all sessions when they are blocked", async () => {
    const id = await makeAccount(stage, "fratraadt", ["leader:751014"]);
    const gone = await signedIn(stage, id);
    const admin = await signedIn(stage, await makeAccount(stage, "admin-1", ["administrator:*"]));
    expect((await gone.get("/konto")).status).toBe(200);
    await admin.post(`/brugere/${id}/spaer`, {spaer: "1"});
    expect((await gone.get("/konto")).status).toBe(303);
  });
  it("may fill their passphrase in by paste or by a program, and see only dots", async () => {
    const {text} = await openVisitor(stage.origin).get("/log-ind");
    expect(text).toMatch(
      /<input[^>]*type="password"[^>]*autocomplete="current-password"|<input[^>]*autocomplete="current-password"[^>]*type="password"/
    );
    expect(text).not.toMatch(/onpaste|autocomplete="off"/);
  });
  it("are given by no question that others know the answer to", async () => {
    const {rows} = await sql<{name: string}>`SELECT name FROM pragma_table_info('accounts')`.execute(stage.registry);
    expect(rows.map(({name}) => name).filter((name) => /hint|question|answer|birth/.test(name))).toEqual([]);
  });
});

describe("pages of who is signed in", () => {
  it("have a way out on every one, and are kept by nobody", async () => {
    const chief = await signedIn(stage, await makeAccount(stage, "chef", ["administration-chief:751"]));
    for (const path of ["/", "/konto", "/aftaler", "/enheder/751014", "/om"]) {
      const {text, headers} = await chief.get(path);
      expect([path, text.includes('action="/log-ud"'), headers.get("cache-control")]).toEqual([
        path,
        true,
        "private, no-store"
      ]);
    }
  });
});

describe("GET", () => {
  it("changes nothing but the log and when a session was used", async () => {
    const people = await Promise.all(
      ["administrator:*", "steward:*", "administration-chief:751", "auditor:*"].map(async (grant, index) =>
        signedIn(stage, await makeAccount(stage, `ser-${index}`, [grant]))
      )
    );
    const routes = (createApp(stage.deps).locals.declared as readonly Declared[]).filter(
      ({method}) => method === "get"
    );
    const before = await contentOf(stage);
    for (const {path} of routes)
      for (const person of people) await person.get(path.replace(/\*\w+/, "x.json").replaceAll(/:\w+/g, "751014"));
    expect(await contentOf(stage)).toEqual(before);
  });
  it.each([
    "/.git/config",
    "/.env",
    "/package.json",
    "/server/app.ts",
    "/node_modules/express/package.json",
    "/registry.sqlite",
    "/keys/audit.key",
    "/assets/",
    "/api/",
    "/server-status",
    "/metrics",
    "/debug",
    "/docs",
    "/backup.zip"
  ])("finds nothing at %s", async (path) => expect(await rawStatus(stage.origin, path)).toBe(404));
});

describe("the audit log", () => {
  it("tells time in UTC, who, what and where of every entry", async () => {
    const entries = await listAudit(stage.registry, 50);
    expect(entries.length).toBeGreaterThan(5);
    for (const {at, actor, action, resource} of entries) {
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect([actor, action, resource].every((text) => text.length > 0)).toBe(true);
    }
  });
});

describe("openMailer(dataDir, settings)", () => {
  it("lets no name or address write a header or another recipient", async () => {
    const got: {to: string[]; text: string}[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(stream, session, done) {
        let text = "";
        stream.on("data", (chunk) => {
          text += chunk;
        });
        stream.on("end", () => {
          got.push({to: session.envelope.rcptTo.map(({address}) => address), text});
          done();
        });
      }
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    const port = (server.server.address() as {port: number}).port;
    const smtp = {host: "127.0.0.1", port, secure: false, requireTls: false};
    const mailer = await openMailer(stage.dataDir, {
      domains: [],
      from: "a@aarhus.dk",
      baseUrl: "https://x.dk",
      attach: true,
      smtp
    });
    const letter = {
      messageId: "<a@b>",
      issue: "x\r\nX-Evil: 1",
      text: "a\r\n.\r\nMAIL FROM:<x@y>",
      html: "<p>a</p>",
      pdf: null
    };
    await mailer.send({...letter, to: "leder@aarhus.dk", subject: "Hej\r\nBcc: x@ond.dk\r\n\r\nny"}, async () => true);
    server.close();
    expect(got.map(({to}) => to)).toEqual([["leder@aarhus.dk"]]);
    expect(got[0]!.text).not.toMatch(/^(?:Bcc|X-Evil):/im);
  });
});

/** Everything in the registry but the log, sessions and what is counted of them. */
async function contentOf({registry}: Stage): Promise<Readonly<Record<string, string>>> {
  const {rows} = await sql<{name: string}>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(registry);
  const content: Record<string, string> = {};
  for (const {name} of rows.filter((row) => !/^audit|^sessions|^sqlite|kysely/.test(row.name)))
    content[name] = JSON.stringify((await sql`SELECT * FROM ${sql.table(name)}`.execute(registry)).rows);
  return content;
}
