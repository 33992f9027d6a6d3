/** From what a provider says to an account here; of citizens nothing is kept but that they were here. */
import type {SignInProblem} from "../../dashboards/pages/sign-in.ts";
import type {Grant} from "../../queries/access.ts";
import {grantText} from "../../queries/access-grants.ts";
import {
  type Account,
  changeAccount,
  createAccount,
  findAccountOf,
  replaceGrants
} from "../../queries/registry/accounts.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {keepTicket} from "./citizen-tickets.ts";
import {type Claims, judgeClaims, levelIn, nameIn} from "./claims.ts";
import type {Identity} from "./identity.ts";
import type {CitizenSettings, ProviderName} from "./settings.ts";

export interface Known {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
}

export type Welcomed =
  | {readonly account: Account; readonly secondFactor: boolean; readonly problem: null}
  | {readonly account: null; readonly problem: SignInProblem};

export async function welcome(name: ProviderName, known: Known, identity: Identity, now: Date): Promise<Welcomed> {
  const judged = name === "staff" ? judgeStaff(known, identity) : await judgeCitizen(known, identity);
  if (judged.problem) return {account: null, problem: judged.problem};
  const {grants, secondFactor, shown, ticket = null} = judged as typeof judged & {ticket?: string};
  const account = await settle(await identity.registry(), known, {grants, shown}, now);
  if (ticket) keepTicket(identity, account.id, ticket);
  return account.blocked ? {account: null, problem: "blocked"} : {account, secondFactor, problem: null};
}

function judgeStaff({claims}: Known, {settings}: Identity) {
  const {staff} = settings;
  if (!staff) throw new Error("no provider for staff");
  return {...judgeClaims(claims, staff), shown: nameIn(claims, staff)};
}

async function judgeCitizen({claims}: Known, {settings, match}: Identity) {
  const {citizen} = settings;
  if (!citizen) throw new Error("no provider for citizens");
  const judged = {grants: [{role: "citizen", scope: {kind: "self"}}] as const, secondFactor: true, shown: "Borger"};
  if (levelIn(claims, citizen) === null) return {...judged, problem: "acr" as const};
  if (!match) return {...judged, problem: "citizen" as const};
  const number = personNumberIn(claims, citizen);
  if (!number) return {...judged, problem: "unknown" as const};
  const ticket = await match(number).catch(() => undefined);
  if (ticket) return {...judged, ticket, problem: null};
  return {...judged, problem: ticket === null ? ("unknown" as const) : ("citizen" as const)};
}

/** It goes from here to the service that keeps the key and nowhere else. */
function personNumberIn(claims: Claims, {cpr_claims: names}: CitizenSettings): string | null {
  const given = names.flatMap((name) => (Object.hasOwn(claims, name) ? [claims[name]] : []));
  const numbers = given.flatMap((value) => (typeof value === "string" ? [value.replace("-", "")] : []));
  const [number] = numbers;
  return number && /^\d{10}$/.test(number) && new Set(numbers).size === 1 ? number : null;
}

interface Settled {
  readonly grants: readonly Grant[];
  readonly shown: string;
}

/** A person is who they are at one issuer; the rights are those of the newest sign-in. */
async function settle(
  registry: Registry,
  {issuer, subject}: Known,
  {grants, shown}: Settled,
  now: Date
): Promise<Account> {
  const at = now.toISOString();
  const account = await findAccountOf(registry, issuer, subject);
  const fresh = {origin: "provider", issuer, subject, name: shown, grants, givenBy: issuer, at} as const;
  if (!account) await createAccount(registry, fresh);
  else {
    if (account.name !== shown) await changeAccount(registry, account.id, {name: shown}, at);
    if (textOf(account.grants) !== textOf(grants))
      await replaceGrants(registry, {account: account.id, grants, by: issuer, at});
  }
  return (await findAccountOf(registry, issuer, subject))!;
}

function textOf(grants: readonly Grant[]): string {
  return grants.map(grantText).toSorted().join(" ");
}
