/** A name and a passphrase, judged so that an answer tells nothing of which accounts there are, and nobody is locked out by others. */
import type {Request} from "express";
import {type Account, findAccountOf, rehash} from "../../queries/registry/accounts.ts";
import {type AttemptLimit, blockedUntil, forgetFailures, recordFailure} from "../../queries/registry/attempts.ts";
import {networkOf} from "../budgets.ts";
import type {Deps} from "../page.ts";
import {log} from "./log.ts";
import {hashPassphrase, isOutdated, isPassphrase} from "./passphrase.ts";

/** Five for an account from one address, fifty from an address; each wait twice the one before, at most a quarter of an hour. */
const ofAccount: AttemptLimit = {free: 5, wait: 30, longest: 900, forget: 15};
const ofAddress: AttemptLimit = {free: 50, wait: 30, longest: 900, forget: 15};

export type Tried =
  | {readonly account: Account; readonly wait: null}
  | {readonly account: null; readonly wait: Date | null};

export async function trySignIn(request: Request, deps: Deps, name: string, passphrase: string): Promise<Tried> {
  const {registry: open, vault} = deps.identity;
  const [registry, now, subject] = [await open(), deps.now(), nameOf(name)];
  const account = await findAccountOf(registry, "", subject);
  const keys = await Promise.all([vault.nameOf("account", subject, networkOf(request.ip)), addressKey(request, deps)]);
  const wait = await blockedUntil(registry, keys, now);
  if (wait) return {account: null, wait};
  const right = await isPassphrase(passphrase, account?.passphrase ?? null);
  if (!account || !right || account.blocked) {
    await recordFailure(registry, keys[0], ofAccount, now);
    await recordFailure(registry, keys[1], ofAddress, now);
    if (account) await tellFailure(deps, account, "passphrase");
    return {account: null, wait: null};
  }
  await forgetFailures(registry, keys[0]);
  if (isOutdated(account.passphrase!)) await rehash(registry, account.id, await hashPassphrase(passphrase));
  return {account, wait: null};
}

/** A guess at something that only few know of: an invitation, or the code after a right passphrase. */
export async function tryGuess(deps: Deps, key: string, isRight: () => Promise<boolean>): Promise<boolean | Date> {
  const [registry, now] = [await deps.identity.registry(), deps.now()];
  const wait = await blockedUntil(registry, [key], now);
  if (wait) return wait;
  const right = await isRight();
  if (right) await forgetFailures(registry, key);
  else await recordFailure(registry, key, ofAccount, now);
  return right;
}

export function addressKey(request: Request, {identity}: Deps): Promise<string> {
  return identity.vault.nameOf("address", networkOf(request.ip));
}

export function tellFailure(deps: Deps, {id}: Account, way: string): Promise<void> {
  return log(deps, {actor: id, action: "refuse", resource: "session", purpose: "", detail: {way}});
}

/** Capitals and spaces around do not matter. */
export function nameOf(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}
