/** The server as a stranger meets it, with a clock that tests move and accounts made without the pages. */
import {generateSync} from "otplib";
import {type Grant, visitor} from "../queries/access.ts";
import {parseGrant} from "../queries/access-grants.ts";
import {storesOf} from "../queries/config.ts";
import {changeAccount, createAccount} from "../queries/registry/accounts.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {beginSession, staffLifetime} from "../queries/registry/sessions.ts";
import {createApp} from "../server/app.ts";
import type {Identity} from "../server/identity/identity.ts";
import {openIdentity} from "../server/identity/open.ts";
import {hashPassphrase} from "../server/identity/passphrase.ts";
import {openShelf} from "../server/issue-shelf.ts";
import type {Deps} from "../server/page.ts";
import {listen, type Served, serveFixture} from "./server-fixture.ts";
import {openVisitor, type Visitor} from "./visitor.ts";

export interface Stage {
  readonly origin: string;
  readonly dataDir: string;
  readonly registry: Registry;
  readonly deps: Deps;
  readonly clock: {now: Date};
  readonly logged: readonly string[];
  later(minutes: number): void;
  close(): Promise<void>;
}

export async function openStage(change: Partial<Identity> = {}): Promise<Stage> {
  const served: Served = await serveFixture();
  const registry = await openRegistry(storesOf(served.dataDir).registry);
  const clock = {now: new Date("2026-02-02T08:00:00Z")};
  const standing = {dataDir: served.dataDir, host: "127.0.0.1", publicUrl: null, registry: async () => registry};
  const identity = {...openIdentity(standing), isDemonstration: () => false, stranger: visitor, ...change};
  const source = {registry: async () => registry, now: () => clock.now};
  const deps: Deps = {...served.deps, ...source, shelf: openShelf(served.dataDir, source), identity};
  const {origin, close} = await listen(createApp(deps));
  return {
    origin,
    dataDir: served.dataDir,
    registry,
    deps,
    clock,
    logged: served.logged,
    later: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    close: async () => {
      await close();
      await registry.destroy();
      await served.close();
    }
  };
}

export const passphrase = "fire tilfældige ord på rad";

export async function makeAccount(
  {registry, clock}: Pick<Stage, "registry" | "clock">,
  subject: string,
  grants: readonly string[] = [],
  hash: string | null = null
): Promise<string> {
  const at = clock.now.toISOString();
  const given: readonly Grant[] = grants.map(parseGrant);
  const fresh = {origin: "local", issuer: "", subject, name: subject, givenBy: "test", at} as const;
  const id = (await createAccount(registry, {...fresh, grants: given}))!;
  await changeAccount(registry, id, {passphrase: hash ?? (await hashPassphrase(passphrase))}, at);
  return id;
}

/** Somebody who is signed in, without the way there. */
export async function signedIn(
  stage: Stage,
  account: string,
  change: {secondFactor?: boolean; stage?: "full" | "code"} = {}
): Promise<Visitor> {
  const {secondFactor = true, stage: step = "full"} = change;
  const begun = {
    account,
    stage: step,
    secondFactor,
    purpose: null,
    agent: "test",
    issuer: "",
    providerSession: ""
  } as const;
  const token = await beginSession(stage.registry, begun, staffLifetime, stage.clock.now);
  const somebody = openVisitor(stage.origin);
  somebody.cookies.set("aarshjul", token);
  return somebody;
}

export function codeAt(secret: string, now: Date): string {
  return generateSync({secret: secret.replaceAll(" ", ""), epoch: Math.floor(now.getTime() / 1000)});
}
