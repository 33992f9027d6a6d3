/** Who may do what to what: one pure decision over the table in `access-rules.ts`. What the table does not allow is refused. */
import {type Action, type Purpose, type Role, rules} from "./access-rules.ts";

/** What a role reaches: named units with all that lies in them, a municipality, everything, or the person's own. */
export type Scope =
  | {readonly kind: "units"; readonly units: readonly string[]}
  | {readonly kind: "municipality"; readonly municipality: string}
  | {readonly kind: "nation"}
  | {readonly kind: "self"};

export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
}

export interface Subject {
  /** An account's id; null for who has not signed in. */
  readonly id: string | null;
  readonly grants: readonly Grant[];
  /** Signed in with two factors, here or at the provider. */
  readonly secondFactor: boolean;
  /** Why they look, as they said for this session. */
  readonly purpose: Purpose | null;
}

export interface Place {
  /** Every municipality whose data it holds. */
  readonly municipalities: readonly string[];
  /** The unit and those that it lies in; empty where it is of no unit. */
  readonly units: readonly string[];
  /** The account that it is about. */
  readonly owner: string | null;
  /** Accounts that made or changed it, for actions that someone else must do. */
  readonly editors: readonly string[];
  /** What the data that it shows were collected for, see `permits`; null where that says nothing of who may see it. */
  readonly purposes: readonly Purpose[] | null;
}

/** `anywhere`: a list or a form of which the route shows only what `reachOf` allows. */
export type Resource = Place | "anywhere";

export type Refusal =
  | "sign-in"
  | "role"
  | "administrator"
  | "second-factor"
  | "scope"
  | "purpose"
  | "data-purpose"
  | "alone";
export type Verdict =
  | {readonly allowed: true; readonly grant: Grant | null; readonly purpose: Purpose | null}
  | {readonly allowed: false; readonly why: Refusal};

export const visitor: Subject = {id: null, grants: [], secondFactor: false, purpose: null};

export function placeOf(facts: Partial<Place>): Place {
  return {municipalities: [], units: [], owner: null, editors: [], purposes: null, ...facts};
}

export function authorize(subject: Subject, action: Action, resource: Resource): Verdict {
  const rule = rules[action];
  if (rule.who === "everyone") return {allowed: true, grant: null, purpose: null};
  if (subject.id === null) return refused("sign-in");
  if (rule.who === "signed-in") return isOthers(subject, resource) ? refused("scope") : allowed(null, null);
  const {who} = rule;
  const held = subject.grants.filter(({role}) => who.includes(role));
  if (held.length === 0) return refused("role");
  if (rule.data && subject.grants.some(({role}) => role === "administrator")) return refused("administrator");
  const strong = held.filter(({role}) => subject.secondFactor || !needsSecondFactor(role));
  if (strong.length === 0) return refused("second-factor");
  const grant = strong.find(({scope}) => reaches(scope, subject, resource));
  if (!grant) return refused("scope");
  const purpose = rule.purposes.length === 1 ? rule.purposes[0]! : subject.purpose;
  if (!purpose || !rule.purposes.includes(purpose)) return refused("purpose");
  if (resource !== "anywhere" && resource.purposes?.includes(purpose) === false) return refused("data-purpose");
  if (rule.notAlone && isAlone(subject, resource)) return refused("alone");
  return allowed(grant, purpose);
}

/** Whether somebody leads this unit and no other: by the figures of two, more can be told of a third than by those of one. */
export function leadsOnly({grants}: Subject, unit: string): boolean {
  const led = grants.flatMap(({role, scope}) => (role === "leader" && scope.kind === "units" ? scope.units : []));
  return led.length > 0 && led.every((each) => each === unit);
}

function refused(why: Refusal): Verdict {
  return {allowed: false, why};
}

function allowed(grant: Grant | null, purpose: Purpose | null): Verdict {
  return {allowed: true, grant, purpose};
}

export function needsSecondFactor(role: Role): boolean {
  return role === "administrator" || role === "steward";
}

function isOthers({id}: Subject, resource: Resource): boolean {
  return resource !== "anywhere" && resource.owner !== null && resource.owner !== id;
}

function reaches(scope: Scope, {id}: Subject, resource: Resource): boolean {
  if (resource === "anywhere") return true;
  const {municipalities, units, owner} = resource;
  if (scope.kind === "self") return owner !== null && owner === id;
  if (scope.kind === "nation") return true;
  if (scope.kind === "units") return units.some((unit) => scope.units.includes(unit));
  return municipalities.length > 0 && municipalities.every((each) => each === scope.municipality);
}

/** What nobody is known to have made, nobody can be shown not to have made alone. */
function isAlone({id}: Subject, resource: Resource): boolean {
  return resource === "anywhere" ? false : resource.editors.every((editor) => editor === id);
}

/** What an action reaches for somebody, so that lists hold no more. */
export interface Reach {
  readonly nation: boolean;
  readonly municipalities: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

export function reachOf(subject: Subject, action: Action): Reach {
  const {who} = rules[action];
  const everywhere = authorize(subject, action, "anywhere").allowed;
  const scopes = everywhere && typeof who !== "string" ? subject.grants.filter(({role}) => who.includes(role)) : [];
  return {
    nation: who === "everyone" || scopes.some(({scope}) => scope.kind === "nation"),
    municipalities: new Set(scopes.flatMap(({scope}) => (scope.kind === "municipality" ? [scope.municipality] : []))),
    units: new Set(scopes.flatMap(({scope}) => (scope.kind === "units" ? scope.units : [])))
  };
}

/** Whether something of these municipalities lies within reach. */
export function covers({nation, municipalities}: Reach, held: readonly string[]): boolean {
  return nation || (held.length > 0 && held.every((each) => municipalities.has(each)));
}
