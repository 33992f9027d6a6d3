/** What the pages call the accounts that did something. */
import {accountName} from "../dashboards/pages/account.ts";
import type {Language} from "../queries/model.ts";
import {listAccounts} from "../queries/registry/accounts.ts";
import type {Registry} from "../queries/registry/open.ts";

/** By id; of those that are named, or of all. */
export async function accountNames(
  registry: Registry,
  language: Language,
  ids: readonly string[] | null = null
): Promise<ReadonlyMap<string, string>> {
  const accounts = await listAccounts(registry, ids && [...new Set(ids)]);
  return new Map(accounts.map((account) => [account.id, accountName(account, language)]));
}
