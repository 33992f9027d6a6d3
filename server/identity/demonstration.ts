/** One invented person for each role, to look around as; only where the data are invented and the browser is on this machine. */
import type {Request} from "express";
import type {Grant} from "../../queries/access.ts";
import {type Role, roles, type scopeKinds, scopesOfRoles} from "../../queries/access-rules.ts";
import type {Unit, UnitId} from "../../queries/model.ts";
import {type Account, createAccount, findAccountOf, replaceGrants} from "../../queries/registry/accounts.ts";
import type {Registry} from "../../queries/registry/open.ts";
import type {ReleaseReader} from "../../queries/release.ts";
import type {Deps} from "../page.ts";
import type {Identity} from "./identity.ts";
import {isLoopback} from "./origin.ts";

export function mayDemonstrate(request: Request, {isDemonstration, onLoopback, publicUrl}: Identity): boolean {
  return onLoopback && publicUrl === null && isLoopback(request) && isDemonstration();
}

export interface Example {
  readonly role: Role;
  readonly grant: Grant;
  /** The unit or municipality that the role is held for. */
  readonly place: Unit;
}

/** Each role in the municipality that most packages are built for; a school, its area and the municipality. */
export async function examplesOf(reader: ReleaseReader, {shelf}: Pick<Deps, "shelf">): Promise<readonly Example[]> {
  const {units} = reader;
  const built = (await shelf.all()).map(({manifest}) => units.get(manifest.unit)?.municipality ?? "");
  const counts = Map.groupBy(built.filter(Boolean), (home) => home);
  const [home] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const all = [...units.values()];
  const municipality = units.get((home ?? "751") as UnitId) ?? all.find(({kind}) => kind === "municipality");
  const school = municipality && schoolToLead(reader, municipality);
  const area = units.get(school?.parent as UnitId);
  const places = {leader: school, "area-chief": area} as Readonly<Partial<Record<Role, Unit>>>;
  return roles.flatMap((role) => {
    const place = places[role] ?? municipality;
    return place ? [{role, place, grant: {role, scope: scopeFor(role, place)}}] : [];
  });
}

/** The first by number that is open and has an area: the one whose conversations the demonstration writes. */
export function schoolToLead({units}: Pick<ReleaseReader, "units">, home: Pick<Unit, "id">): Unit | undefined {
  return [...units.values()]
    .filter(({kind, municipality, validTo}) => kind === "school" && (municipality as string) === home.id && !validTo)
    .filter(({parent}) => units.get(parent as UnitId)?.kind === "area")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

function scopeFor(role: Role, {id}: Unit): Grant["scope"] {
  const kinds: readonly (typeof scopeKinds)[number][] = scopesOfRoles[role];
  if (kinds.includes("self")) return {kind: "self"};
  if (role === "steward" || !kinds.includes("units")) return wide(kinds, id);
  return kinds.includes("municipality") ? {kind: "municipality", municipality: id} : {kind: "units", units: [id]};
}

function wide(kinds: readonly string[], municipality: string): Grant["scope"] {
  return kinds.includes("nation") ? {kind: "nation"} : {kind: "municipality", municipality};
}

const issuer = "demonstration";

/** The role's account, with the rights that fit the release of today. */
export async function demonstrationAccount(registry: Registry, {role, grant}: Example, now: Date): Promise<Account> {
  const at = now.toISOString();
  const known = await findAccountOf(registry, issuer, role);
  if (!known)
    await createAccount(registry, {
      origin: "demonstration",
      issuer,
      subject: role,
      name: role,
      grants: [grant],
      givenBy: issuer,
      at
    });
  else if (JSON.stringify(known.grants) !== JSON.stringify([grant]))
    await replaceGrants(registry, {account: known.id, grants: [grant], by: issuer, at});
  return (await findAccountOf(registry, issuer, role))!;
}
