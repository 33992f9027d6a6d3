/** `identity.json` in the data folder: who may be asked who somebody is, and what the answers mean here. Secrets lie in files of their own. */
import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import {z} from "zod";
import {roles} from "../../queries/access-rules.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {requirePrivate} from "../../queries/secret.ts";

const text = z.string().min(1).max(300);
const issuer = z.string().refine((value) => isTrusted(value), "must be https, or http on this machine");

const provider = z.strictObject({
  issuer,
  client_id: text,
  /** Relative to the data folder. */
  client_secret_file: text,
  algorithm: z.enum(["RS256", "PS256", "ES256"]).default("RS256"),
  scope: text.default("openid profile"),
  /** Whether claims are also asked for at the provider's userinfo address. */
  userinfo: z.boolean().default(false),
  acr_claim: text.default("acr"),
  required_acr: z.array(text).min(1),
  name_claim: text.default("name")
});

const staff = provider.extend({
  /** Levels that count as two steps. */
  second_factor_acr: z.array(text).default([]),
  roles_from: z.array(z.strictObject({claim: text, format: z.enum(["list", "words", "oio-bpp"])})).min(1),
  role_map: z.record(text, z.enum(roles).exclude(["citizen"])),
  /** Claims, or names of constraints in OIO-BPP, that say where a role holds. */
  scopes_from: z.array(z.strictObject({claim: text, kind: z.enum(["units", "municipality"])})).default([]),
  /** What the provider calls a unit or municipality → what it is called here; `*` for all municipalities. */
  scope_map: z.record(text, z.string().regex(/^(?:\*|[\p{L}\p{N}][\p{L}\p{N}._-]{0,39})$/u)).default({})
});

const citizen = provider.extend({
  cpr_claims: z.array(text).min(1).default(["dk_ssn", "ssn", "nin", "dk.cpr"])
});

const settings = z.strictObject({
  /** Whether one may also sign in with a name and passphrase kept here. */
  local: z.boolean().default(true),
  staff: staff.optional(),
  citizen: citizen.optional()
});

export type IdentitySettings = z.infer<typeof settings>;
export type StaffSettings = z.infer<typeof staff>;
export type CitizenSettings = z.infer<typeof citizen>;
export type ProviderSettings = z.infer<typeof provider>;
export const providerNames = ["staff", "citizen"] as const;
export type ProviderName = (typeof providerNames)[number];

/** Without the file: local accounts only. Throws `BadInput` where it cannot be used, naming the field and never a value. */
export function readSettings(dataDir: string): IdentitySettings {
  const path = storesOf(dataDir).identity;
  return existsSync(path) ? parseSettings(jsonIn(path), path) : settings.parse({});
}

export function parseSettings(given: unknown, path = "identity.json"): IdentitySettings {
  const {success, data, error} = settings.safeParse(given);
  if (!success) {
    const wrong = error.issues.map((issue) => issue.path.join(".") || issue.message).join(", ");
    throw new BadInput(`identity settings: ${wrong}`, `Indstillingerne i ${path} kan ikke bruges: ${wrong}.`);
  }
  if (data.staff && data.staff.issuer === data.citizen?.issuer)
    throw new BadInput(
      "one issuer for staff and citizens",
      `Medarbejdere og borgere skal have hver sin udbyder i ${path}.`
    );
  return data;
}

export function readClientSecret(dataDir: string, {client_secret_file: file}: ProviderSettings): string {
  const path = resolve(dataDir, file);
  requirePrivate(path);
  return readFileSync(path, "utf8").trim();
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new BadInput(`not JSON: ${path}`, `${path} er ikke gyldig JSON.`);
  }
}

export function isTrusted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const {protocol, username, search, hash} = new URL(address);
  return (protocol === "https:" || isOnThisMachine(address)) && !username && !search && !hash;
}

export function isOnThisMachine(address: string): boolean {
  const {protocol, hostname} = new URL(address);
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
