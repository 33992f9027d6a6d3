/** Identity as a server has it: deny by default, and a code for the first administrator while there is none. */
import {mkdir, readFile, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {visitor} from "../../queries/access.ts";
import {isDemonstration, storesOf} from "../../queries/config.ts";
import {hasAdministrator} from "../../queries/registry/accounts.ts";
import {findInvitation, invite} from "../../queries/registry/codes.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {openCitizenClient} from "./citizen-client.ts";
import type {Identity} from "./identity.ts";
import {openProvider} from "./provider.ts";
import {type IdentitySettings, providerNames, readClientSecret, readSettings} from "./settings.ts";
import {openVault} from "./vault.ts";

export interface Standing {
  readonly dataDir: string;
  readonly host: string;
  readonly publicUrl: URL | null;
  readonly registry: () => Promise<Registry>;
}

export function openIdentity({dataDir, host, publicUrl, registry}: Standing): Identity {
  const settings = readSettings(dataDir);
  const citizens = settings.citizen ? openCitizenClient(storesOf(dataDir).citizenSocket) : null;
  return {
    settings,
    providers: providersOf(dataDir, settings),
    match: citizens && ((number) => citizens.match(number)),
    ...(citizens && {holdings: (ticket: string) => citizens.holdings(ticket)}),
    publicUrl,
    onLoopback: host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host),
    registry,
    vault: openVault(dataDir),
    isDemonstration: () => isDemonstration(dataDir),
    stranger: visitor
  };
}

function providersOf(dataDir: string, settings: IdentitySettings): Identity["providers"] {
  const known = providerNames.flatMap((name) => {
    const provider = settings[name];
    return provider ? [[name, openProvider(provider, readClientSecret(dataDir, provider))] as const] : [];
  });
  return new Map(known);
}

const anHour = 60;

/** Resolves to a code in a file that only the owner can read, or null where nobody needs one. A code that still works is kept. */
export async function prepareSetUp(dataDir: string, {registry: open}: Identity, now: Date): Promise<string | null> {
  const registry = await open();
  if (await hasAdministrator(registry)) return null;
  const path = storesOf(dataDir).setUpCode;
  const kept = (await readFile(path, "utf8").catch(() => "")).trim();
  if (kept && (await findInvitation(registry, kept, now))) return kept;
  const code = await invite(registry, null, now, anHour);
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  await rm(path, {force: true});
  await writeFile(path, `${code}\n`, {mode: 0o600, flag: "wx"});
  return code;
}
