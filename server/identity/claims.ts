/** What a provider says of somebody, judged: the roles and scopes it gives here, or why it gives none. */
import type {Grant} from "../../queries/access.ts";
import {checkTogether, grantText, parseGrant} from "../../queries/access-grants.ts";
import {type Role, scopesOfRoles} from "../../queries/access-rules.ts";
import {readPrivileges} from "./privileges.ts";
import type {ProviderSettings, StaffSettings} from "./settings.ts";

export type Claims = Readonly<Record<string, unknown>>;

export const claimProblems = ["acr", "too-many", "together", "no-roles"] as const;
export type ClaimProblem = (typeof claimProblems)[number];

export interface Judged {
  readonly grants: readonly Grant[];
  readonly secondFactor: boolean;
  readonly problem: ClaimProblem | null;
  /** For the trial page: what was not understood. Names of claims and roles, no values of a person. */
  readonly notes: readonly {readonly kind: "unknown-role" | "no-scope" | "wrong-form"; readonly text: string}[];
}

const mostRoles = 100;

export function judgeClaims(claims: Claims, settings: StaffSettings): Judged {
  const notes: Judged["notes"][number][] = [];
  const acr = levelIn(claims, settings);
  const none = {grants: [], secondFactor: false, notes};
  if (acr === null) return {...none, problem: "acr"};
  const held = settings.roles_from.flatMap(({claim, format}) => {
    const found = heldIn(own(claims, claim), format, claims, settings);
    if (!found && own(claims, claim) !== undefined) notes.push({kind: "wrong-form", text: claim});
    return found ?? [];
  });
  if (held.length > mostRoles) return {...none, problem: "too-many"};
  const grants = distinct(held.flatMap((each) => grantsOf(each, settings, notes)));
  if (grants.length === 0) return {...none, problem: "no-roles"};
  if (!fitTogether(grants)) return {...none, problem: "together"};
  return {grants, secondFactor: settings.second_factor_acr.includes(acr), problem: null, notes};
}

/** The level of assurance that the provider vouches for; null where it is none of those that are asked for. */
export function levelIn(claims: Claims, settings: Pick<ProviderSettings, "acr_claim" | "required_acr">): string | null {
  const acr = own(claims, settings.acr_claim);
  return typeof acr === "string" && settings.required_acr.includes(acr) ? acr : null;
}

/** A role as the provider calls it, and the values by which it holds somewhere. */
interface Held {
  readonly name: string;
  readonly valuesOf: (claim: string) => readonly string[];
}

/** Null where the claim does not have the form that it was said to have. */
function heldIn(
  value: unknown,
  format: StaffSettings["roles_from"][number]["format"],
  claims: Claims,
  {scopes_from: scopes}: StaffSettings
): readonly Held[] | null {
  if (format === "oio-bpp") return typeof value === "string" ? privilegesIn(value) : null;
  const names =
    format === "list" ? textsIn(value) : typeof value === "string" ? value.split(/\s+/).filter(Boolean) : null;
  const known = scopes.map(({claim}) => claim);
  const valuesOf = (claim: string) => (known.includes(claim) ? (listOf(own(claims, claim)) ?? []) : []);
  return names?.map((name) => ({name, valuesOf})) ?? null;
}

function privilegesIn(encoded: string): readonly Held[] | null {
  const groups = readPrivileges(encoded);
  return (
    groups?.flatMap(({privileges, constraints}) =>
      privileges.map((name) => ({name, valuesOf: (claim: string) => constraints.get(claim) ?? []}))
    ) ?? null
  );
}

function grantsOf({name, valuesOf}: Held, settings: StaffSettings, notes: Judged["notes"][number][]): readonly Grant[] {
  const role = Object.hasOwn(settings.role_map, name) ? settings.role_map[name] : undefined;
  if (!role) {
    notes.push({kind: "unknown-role", text: name.slice(0, 120)});
    return [];
  }
  const grants = settings.scopes_from.flatMap(({claim, kind}) => scoped(role, kind, valuesOf(claim), settings));
  if (grants.length === 0) notes.push({kind: "no-scope", text: role});
  return grants;
}

function scoped(role: Role, kind: "units" | "municipality", values: readonly string[], settings: StaffSettings) {
  const named = values.map((value) => (Object.hasOwn(settings.scope_map, value) ? settings.scope_map[value]! : value));
  const may: readonly string[] = scopesOfRoles[role];
  if (named.includes("*")) return readable(`${role}:*`);
  if (!may.includes(kind)) return [];
  return kind === "units"
    ? readable(`${role}:${named.join(",")}`)
    : named.flatMap((each) => readable(`${role}:${each}`));
}

/** A scope that is none gives nothing. */
function readable(text: string): readonly Grant[] {
  try {
    return [parseGrant(text)];
  } catch {
    return [];
  }
}

function fitTogether(grants: readonly Grant[]): boolean {
  try {
    return checkTogether(grants).length > 0;
  } catch {
    return false;
  }
}

function distinct(grants: readonly Grant[]): readonly Grant[] {
  return [...new Map(grants.map((grant) => [grantText(grant), grant])).values()];
}

/** Never what an object inherits. */
function own(claims: Claims, name: string): unknown {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

function textsIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((each) => typeof each === "string") ? value : null;
}

function listOf(value: unknown): readonly string[] | null {
  return typeof value === "string" ? [value] : textsIn(value);
}

/** As shown. */
export function nameIn(claims: Claims, {name_claim: claim}: Pick<StaffSettings, "name_claim">): string {
  const name = own(claims, claim);
  return typeof name === "string" && name.trim() ? name.trim().slice(0, 80) : "?";
}
