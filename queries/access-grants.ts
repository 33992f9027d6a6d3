/** Rights as text: `leader:751014`, `area-chief:751-O1,751-O2`, `steward:751`, `analyst:*`, `citizen:self`. */
import type {Grant, Scope} from "./access.ts";
import {mayHoldTogether, type Role, roles, scopesOfRoles} from "./access-rules.ts";
import {municipalities} from "./classifications/municipalities.ts";
import {BadInput} from "./errors.ts";

const codes = new Set(municipalities.codes.map(({code}) => code));
const unitName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
const mostUnits = 200;

/** Throws `BadInput` where the role is unknown, the scope cannot be read, or the role cannot have such a scope. */
export function parseGrant(text: string): Grant {
  const [name = "", ...rest] = text.split(":");
  const role = roles.find((each) => each === name.trim());
  if (!role) throw new BadInput(`not a role: ${name}`, `Rollen kendes ikke: ${name.slice(0, 40)}.`);
  const scope = scopeOf(role, rest.join(":").trim());
  if (!scope)
    throw new BadInput(
      `not a scope of ${role}: ${rest.join(":")}`,
      `Rollen ${role} kan ikke gives til »${rest.join(":").slice(0, 60)}«. Skriv ${examples[role]}.`
    );
  return {role, scope};
}

export function grantText({role, scope}: Grant): string {
  return `${role}:${scopeText(scope)}`;
}

export function scopeText(scope: Scope): string {
  if (scope.kind === "units") return scope.units.join(",");
  return scope.kind === "municipality" ? scope.municipality : scope.kind === "nation" ? "*" : "self";
}

/** Refuses roles that one person must not have together. */
export function checkTogether(grants: readonly Grant[]): readonly Grant[] {
  if (mayHoldTogether(grants.map(({role}) => role))) return grants;
  throw new BadInput(
    "roles that must be apart",
    "En administrator eller revisor kan ikke have andre roller: giv dem til to personer."
  );
}

function scopeOf(role: Role, text: string): Scope | null {
  const may = scopesOfRoles[role];
  if (text === "self") return may.includes("self") ? {kind: "self"} : null;
  if (text === "*") return may.includes("nation") ? {kind: "nation"} : null;
  if (may.includes("municipality") && codes.has(text)) return {kind: "municipality", municipality: text};
  const units = text.split(",").map((unit) => unit.trim());
  const named = units.length <= mostUnits && units.every((unit) => unitName.test(unit));
  return may.includes("units") && named ? {kind: "units", units} : null;
}

const examples: Readonly<Record<Role, string>> = {
  citizen: "citizen:self",
  politician: "politician:751",
  leader: "leader:751014",
  "area-chief": "area-chief:751-O1",
  "administration-chief": "administration-chief:751",
  analyst: "analyst:751 eller analyst:*",
  steward: "steward:751 eller steward:*",
  administrator: "administrator:*",
  auditor: "auditor:*"
};
