/** What somebody can see and change about themselves. */
import type {Grant} from "../../queries/access.ts";
import {type Purpose, purposes, rules} from "../../queries/access-rules.ts";
import type {Language} from "../../queries/model.ts";
import type {Account} from "../../queries/registry/accounts.ts";
import type {Session} from "../../queries/registry/sessions.ts";
import {hrefOf} from "../link.ts";
import {formatMoment} from "../moment.ts";
import {type WebText, webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";
import {fact} from "./fact.ts";

/** How a unit or municipality is called; its id where it is not known. */
export type NameOf = (id: string) => string;

export function grantLabel({role, scope}: Grant, nameOf: NameOf, language: Language): string {
  const {access: t} = webTextOf(language);
  if (scope.kind === "units") return t.scoped(t.roles[role], scope.units.map(nameOf).join(", "));
  const place = {nation: () => t.everywhere, self: () => t.self, municipality: () => nameOf(municipalityIn(scope))};
  return t.scoped(t.roles[role], place[scope.kind]());
}

function municipalityIn(scope: Grant["scope"]): string {
  return scope.kind === "municipality" ? scope.municipality : "";
}

/** Demonstration users are called as their role is. */
export function accountName({origin, name, grants}: Pick<Account, "origin" | "name" | "grants">, language: Language) {
  const [first] = grants;
  return origin === "demonstration" && first ? webTextOf(language).access.roles[first.role] : name;
}

export type AccountProblem = "oldWrong" | keyof WebText["invitation"]["problems"];

export interface AccountState {
  readonly language: Language;
  readonly account: Account;
  readonly session: Session;
  readonly sessions: readonly Session[];
  readonly recoveryCodes: number;
  readonly nameOf: NameOf;
  readonly problem: AccountProblem | null;
  readonly changed: boolean;
}

export function accountModel(state: AccountState) {
  const {language, account, session, sessions, nameOf} = state;
  const {accountPage: t} = webTextOf(language);
  const action = (path: string) => hrefOf(language, path);
  const isLocal = account.origin === "local";
  return {
    changed: state.changed,
    facts: factsOf(state),
    rights: account.grants.map((grant) => grantLabel(grant, nameOf, language)),
    table: action("/adgang"),
    purpose: purposeForm(account, session, language),
    sessions: sessions.map((each) => ({
      device: each.agent,
      since: formatMoment(each.createdAt, language),
      seen: formatMoment(each.seenAt, language),
      ends: formatMoment(each.endsAt, language),
      here: each.id === session.id,
      id: each.id,
      label: t.endOf(each.agent, formatMoment(each.createdAt, language))
    })),
    several: sessions.length > 1,
    actions: {
      end: action("/konto/sessioner"),
      passphrase: action("/konto/saetning"),
      app: action("/log-ind/app"),
      codes: action("/konto/koder")
    },
    passphrase: isLocal && passphraseFields(state),
    canEnrol: isLocal && !account.totp,
    canRenew: isLocal && account.totp !== null
  };
}

function factsOf({language, account, recoveryCodes}: AccountState) {
  const {accountPage: t} = webTextOf(language);
  const way = {
    local: t.origins.local(account.subject),
    provider: t.origins.provider(URL.canParse(account.issuer) ? new URL(account.issuer).host : account.issuer),
    demonstration: t.origins.demonstration()
  };
  const without = {local: t.off, provider: t.elsewhere, demonstration: t.unneeded};
  const factor = account.totp ? t.on(recoveryCodes) : without[account.origin];
  return [
    fact(t.name, accountName(account, language)),
    fact(t.signsInWith, way[account.origin]),
    fact(t.secondFactor, factor)
  ];
}

/** Only what one of their roles leaves open; null where every purpose follows from what they do. */
function purposeForm({grants}: Account, {purpose}: Session, language: Language) {
  const open = purposesFor(grants);
  const {access, accountPage: t} = webTextOf(language);
  if (open.length === 0) return null;
  const options = open.map((value) => ({value, label: access.purposes[value], selected: value === purpose}));
  return {
    action: hrefOf(language, "/konto/formaal"),
    options: [{value: "", label: t.purposeNone, selected: purpose === null}, ...options]
  };
}

export function purposesFor(grants: readonly Grant[]): readonly Purpose[] {
  const several = Object.values(rules).filter(
    ({who, purposes: open}) => open.length > 1 && typeof who !== "string" && grants.some(({role}) => who.includes(role))
  );
  return purposes.filter((purpose) => several.some(({purposes: open}) => open.includes(purpose)));
}

function passphraseFields({language, account, problem}: AccountState) {
  const {accountPage: t, invitation} = webTextOf(language);
  const error = (...which: readonly AccountProblem[]) =>
    problem && which.includes(problem)
      ? {error: problem === "oldWrong" ? t.oldWrong : invitation.problems[problem], focus: true}
      : {};
  const fresh = {type: "password", autocomplete: "new-password"} as const;
  const old = {type: "password", autocomplete: "current-password"} as const;
  const weak = error("short", "long", "guessable", "same");
  return {
    name: account.subject,
    fields: [
      fieldOf({name: "gammel", label: t.old, ...old, ...error("oldWrong")}),
      fieldOf({name: "saetning", label: t.fresh, hint: invitation.passphraseHint, ...fresh, ...weak}),
      fieldOf({name: "gentaget", label: invitation.repeat, ...fresh, ...error("different")})
    ]
  };
}
