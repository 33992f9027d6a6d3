/** The roles, what each may do, for which purposes, and what a role's scope may be. The web page »Adgang« prints this very table. */

export const roles = [
  "citizen",
  "politician",
  "leader",
  "area-chief",
  "administration-chief",
  "analyst",
  "steward",
  "administrator",
  "auditor"
] as const;
export type Role = (typeof roles)[number];

export const purposes = [
  "self-service",
  "quality",
  "supervision",
  "statistics",
  "validation",
  "operations",
  "audit"
] as const;
export type Purpose = (typeof purposes)[number];

export const scopeKinds = ["units", "municipality", "nation", "self"] as const;
type ScopeKind = (typeof scopeKinds)[number];

/** A role given with another kind of scope is refused when it is given. */
export const scopesOfRoles: Readonly<Record<Role, readonly ScopeKind[]>> = {
  citizen: ["self"],
  politician: ["municipality"],
  leader: ["units"],
  "area-chief": ["units"],
  "administration-chief": ["municipality"],
  analyst: ["units", "municipality", "nation"],
  steward: ["municipality", "nation"],
  administrator: ["municipality", "nation"],
  auditor: ["municipality", "nation"]
};

export const actions = [
  "see-disclosed",
  "sign-in",
  "use-account",
  "see-own-record",
  "open-case",
  "preview",
  "see-own-unit",
  "see-raw",
  "approve-raw-export",
  "see-conversations",
  "write-conversation",
  "write-findings",
  "sign-off",
  "request-release",
  "approve-release",
  "propose-definition",
  "approve-definition",
  "see-deliveries",
  "see-quarantine",
  "deliver",
  "handle-reports",
  "manage-recipients",
  "see-operations",
  "run-operations",
  "see-accounts",
  "manage-accounts",
  "see-audit"
] as const;
export type Action = (typeof actions)[number];

export interface Rule {
  readonly who: "everyone" | "signed-in" | readonly Role[];
  /** One: implied. Several: the user says which. */
  readonly purposes: readonly Purpose[];
  /** Shows or changes figures of children, staff or institutions: closed to administrators. */
  readonly data: boolean;
  /** Refused to who alone made what it is done to. */
  readonly notAlone: boolean;
}

const chiefs = ["area-chief", "administration-chief"] as const;
const owners = ["leader", ...chiefs] as const;

export const rules: Readonly<Record<Action, Rule>> = {
  "see-disclosed": {who: "everyone", purposes: [], data: false, notAlone: false},
  "sign-in": {who: "everyone", purposes: [], data: false, notAlone: false},
  "use-account": {who: "signed-in", purposes: [], data: false, notAlone: false},
  "see-own-record": data(["citizen"], ["self-service"]),
  "open-case": data(["citizen"], ["self-service"]),
  preview: data([...owners, "analyst", "steward"], ["quality"]),
  "see-own-unit": data(["leader"], ["quality"]),
  "see-raw": data([...chiefs, "analyst", "steward"], ["quality", "supervision", "statistics", "validation"]),
  "approve-raw-export": {...data(["administration-chief"], ["supervision"]), notAlone: true},
  "see-conversations": data([...owners, "analyst", "steward"], ["quality"]),
  "write-conversation": data(owners, ["quality"]),
  "write-findings": data([...owners, "analyst", "steward"], ["quality"]),
  "sign-off": {...data(chiefs, ["quality"]), notAlone: true},
  "request-release": data(["steward"], ["quality"]),
  "approve-release": {...data(chiefs, ["quality"]), notAlone: true},
  "propose-definition": data(["analyst", "steward"], ["statistics"]),
  "approve-definition": {...data(["steward"], ["statistics"]), notAlone: true},
  "see-deliveries": data(["analyst", "steward"], ["validation"]),
  "see-quarantine": data(["steward"], ["validation"]),
  deliver: data(["steward"], ["validation"]),
  "handle-reports": data(["steward"], ["validation"]),
  "manage-recipients": data(["administration-chief", "steward"], ["operations"]),
  "see-operations": technical(["steward", "administrator"], ["operations"]),
  "run-operations": technical(["steward", "administrator"], ["operations"]),
  "see-accounts": technical(["administrator", "auditor"], ["operations"]),
  "manage-accounts": technical(["administrator"], ["operations"]),
  "see-audit": technical(["auditor"], ["audit"])
};

function data(who: readonly Role[], purposes: readonly Purpose[]): Rule {
  return {who, purposes, data: true, notAlone: false};
}

function technical(who: readonly Role[], purposes: readonly Purpose[]): Rule {
  return {who, purposes, data: false, notAlone: false};
}

/** Who keeps the keys sees no data, and who looks into the log did not write it. */
export function mayHoldTogether(held: readonly Role[]): boolean {
  const lonely: readonly Role[] = ["administrator", "auditor"];
  return new Set(held).size <= 1 || !held.some((role) => lonely.includes(role));
}
