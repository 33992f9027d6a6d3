/** Users by hand: for the first one where the code of the start has run out, and for who has been locked out of everything. */
import type {Command} from "commander";
import {type Grant, needsSecondFactor} from "../../queries/access.ts";
import {checkTogether, grantText, parseGrant} from "../../queries/access-grants.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {
  type Account,
  changeAccount,
  createAccount,
  findAccountOf,
  listAccounts,
  replaceGrants
} from "../../queries/registry/accounts.ts";
import {invite} from "../../queries/registry/codes.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";

const tasks = ["list", "create", "invite", "roles", "block", "unblock"] as const;
type TaskName = (typeof tasks)[number];

interface UserOptions {
  readonly role: readonly string[];
  readonly name?: string;
}

export function addUser(program: Command, run: Run): void {
  program
    .command("user")
    .argument("<opgave>", tasks.join(", "))
    .argument("[brugernavn]", "det, brugeren logger ind med")
    .description("viser, opretter, inviterer og spærrer brugere, der logger ind her")
    .option("--role <rolle:område...>", "fx leader:751014, area-chief:751-O1, steward:751, administrator:*", [])
    .option("--name <navn>", "brugerens navn, når den oprettes")
    .action(
      run<UserOptions>(async (options, {dataDir}, output, [task, user]) => {
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          await acts[taskOf(task)](registry, user ?? "", options, output);
          return 0;
        } finally {
          await registry.destroy();
        }
      })
    );
}

type Act = (registry: Registry, user: string, options: UserOptions, output: Output) => Promise<void>;

const acts: Readonly<Record<TaskName, Act>> = {
  list: async (registry, _, __, output) => {
    const accounts = await listAccounts(registry);
    if (accounts.length === 0) output.line("Der er ingen brugere endnu.");
    for (const account of accounts) output.line(lineOf(account));
    output.result(
      accounts.map(({id, origin, subject, grants}) => ({id, origin, subject, grants: grants.map(grantText)}))
    );
  },
  create: async (registry, user, {role, name}, output) => {
    const subject = nameOf(user);
    const grants = grantsOf(role);
    const at = new Date().toISOString();
    const fresh = {origin: "local", issuer: "", subject, name: name ?? subject, grants, givenBy: "system", at} as const;
    const id = await createAccount(registry, fresh);
    if (!id) throw new BadInput(`user exists: ${subject}`, `Brugeren ${subject} findes i forvejen.`);
    await tellCode(registry, id, grants, output);
  },
  invite: async (registry, user, _, output) => {
    const {id, grants} = await accountOf(registry, user);
    await changeAccount(registry, id, {passphrase: null, totp: null}, new Date().toISOString());
    await tellCode(registry, id, grants, output);
  },
  roles: async (registry, user, {role}, output) => {
    const {id} = await accountOf(registry, user);
    const grants = grantsOf(role);
    await replaceGrants(registry, {account: id, grants, by: "system", at: new Date().toISOString()});
    output.line(`${user} har nu: ${grants.map(grantText).join(", ") || "ingen roller"}.`);
    output.result({grants: grants.map(grantText)});
  },
  block: (registry, user, _, output) => setBlocked(registry, user, 1, output),
  unblock: (registry, user, _, output) => setBlocked(registry, user, 0, output)
};

async function tellCode(registry: Registry, id: string, grants: readonly Grant[], output: Output): Promise<void> {
  const code = await invite(registry, id, new Date(), 24 * 60);
  output.line(`Åbn /invitation, og brug koden ${code} inden for et døgn. Den virker én gang.`);
  if (grants.some(({role}) => needsSecondFactor(role)))
    output.line("Rollen kræver to trin: hav en godkendelsesapp klar.");
  output.result({id, code});
}

async function setBlocked(registry: Registry, user: string, blocked: 0 | 1, output: Output): Promise<void> {
  const {id} = await accountOf(registry, user);
  await changeAccount(registry, id, {blocked}, new Date().toISOString());
  output.line(blocked ? `${user} er spærret og logget ud.` : `${user} er ikke længere spærret.`);
  output.result({blocked: blocked === 1});
}

async function accountOf(registry: Registry, user: string): Promise<Account> {
  const account = await findAccountOf(registry, "", nameOf(user));
  if (!account) throw new BadInput(`no such user: ${user}`, `Brugeren findes ikke: ${user}.`);
  return account;
}

function lineOf({subject, origin, issuer, grants, blocked, passphrase, totp}: Account): string {
  const where = origin === "local" ? "" : `  (${origin === "provider" ? issuer : "demonstration"})`;
  const state = blocked ? "spærret" : origin === "local" && !passphrase ? "inviteret" : "aktiv";
  const rights = grants.map(grantText).join(", ") || "ingen roller";
  return `${subject}${where}  ${rights}  ${state}${totp ? ", to trin" : ""}`;
}

function grantsOf(texts: readonly string[]): readonly Grant[] {
  return checkTogether(texts.map(parseGrant));
}

function nameOf(text: string): string {
  const name = text.normalize("NFC").trim().toLowerCase();
  if (/^[\p{L}\p{N}][\p{L}\p{N}.@_-]{1,59}$/u.test(name)) return name;
  throw new BadInput(
    `not a user name: ${text}`,
    `Brugernavnet skal være 2–60 bogstaver, tal, punktummer eller bindestreger.`
  );
}

function taskOf(text: string | undefined): TaskName {
  const task = tasks.find((each) => each === text);
  if (!task) throw new BadInput(`no such user task: ${text}`, `Opgaven skal være ${tasks.join(", ")}, ikke ${text}.`);
  return task;
}
