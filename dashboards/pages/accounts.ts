/** Users and their roles, for the administrator. */
import {grantText} from "../../queries/access-grants.ts";
import type {Language} from "../../queries/model.ts";
import type {Account} from "../../queries/registry/accounts.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {fieldOf} from "./access-field.ts";
import {accountName, grantLabel, type NameOf} from "./account.ts";
import {fact} from "./fact.ts";

export interface AccountsState {
  readonly language: Language;
  readonly accounts: readonly Account[];
  readonly nameOf: NameOf;
  /** Auditors look only. */
  readonly mayChange: boolean;
  readonly draft: {readonly name: string; readonly subject: string; readonly grants: string};
  readonly problem: {readonly field: "vist" | "navn" | "roller"; readonly text: string} | null;
}

export function accountsModel({language, accounts, nameOf, mayChange, draft, problem}: AccountsState) {
  const {accountsPage: t, invitation} = webTextOf(language);
  const error = (field: string) => (problem?.field === field ? {error: problem.text, focus: true} : {});
  return {
    count: t.count(accounts.length),
    rows: accounts.map((account) => rowOf(account, nameOf, language)),
    create: mayChange && {
      action: hrefOf(language, "/brugere"),
      fields: [
        fieldOf({name: "vist", label: t.name, value: draft.name, longest: 80, ...error("vist")}),
        fieldOf({
          name: "navn",
          label: invitation.name,
          hint: invitation.nameHint,
          value: draft.subject,
          longest: 60,
          ...error("navn")
        })
      ],
      grants: {text: draft.grants, error: problem?.field === "roller" ? problem.text : null}
    }
  };
}

function rowOf(account: Account, nameOf: NameOf, language: Language) {
  const {accountsPage: t} = webTextOf(language);
  return {
    name: accountName(account, language),
    href: hrefOf(language, `/brugere/${account.id}`),
    way: wayOf(account, language),
    rights: account.grants.map((grant) => grantLabel(grant, nameOf, language)).join("; ") || t.noRights,
    state: t.states[stateOf(account)],
    factor: account.totp ? t.factor : null
  };
}

function wayOf({origin, subject, issuer}: Account, language: Language): string {
  const {origins} = webTextOf(language).accountPage;
  if (origin === "local") return origins.local(subject);
  return origin === "demonstration" ? origins.demonstration() : origins.provider(hostOf(issuer));
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer;
}

export function stateOf({blocked, origin, passphrase}: Account): "active" | "invited" | "blocked" {
  if (blocked) return "blocked";
  return origin === "local" && !passphrase ? "invited" : "active";
}

export interface AccountEditState {
  readonly language: Language;
  readonly account: Account;
  readonly nameOf: NameOf;
  readonly own: boolean;
  readonly mayChange: boolean;
  /** What was written where it could not be read. */
  readonly draft: string | null;
  readonly problem: string | null;
  readonly saved: boolean;
  /** Shown once. */
  readonly code: string | null;
}

export function accountEditModel(state: AccountEditState) {
  const {language, account, nameOf, own, mayChange, draft, problem, saved, code} = state;
  const {accountsPage: t} = webTextOf(language);
  const {name, way, rights, state: now, factor} = rowOf(account, nameOf, language);
  const action = (path: string) => hrefOf(language, `/brugere/${account.id}${path}`);
  const local = account.origin === "local";
  return {
    heading: name,
    list: {href: hrefOf(language, "/brugere"), label: t.title},
    facts: [fact(t.signsInWith, way), fact(t.rights, rights), fact(t.state, [now, factor].filter(Boolean).join(", "))],
    saved,
    code,
    own: own ? t.own : null,
    elsewhere: local || own ? null : t.from(way),
    grants: local &&
      mayChange &&
      !own && {
        action: action(""),
        text: draft ?? account.grants.map(grantText).join("\n"),
        error: problem
      },
    lock: mayChange &&
      !own && {
        action: action("/spaer"),
        value: account.blocked ? "0" : "1",
        label: account.blocked ? t.unblock : t.block
      },
    invite: local && mayChange && !own && {action: action("/kode")}
  };
}
