/** What a recipient of packages must be: the same for who adds one at the command line and on the page. Pure. */
import type {DeliverySettings} from "./delivery-settings.ts";
import type {Unit} from "./model.ts";
import {findPackage} from "./packages/index.ts";
import {isWithin, parentsOf} from "./reference/wheel-outgoing.ts";
import type {Channel, Recipient} from "./registry/recipients.ts";

type Settings = Pick<DeliverySettings, "domains" | "webhook"> | null;

export type AddressProblem =
  | {readonly code: "no-address"}
  | {readonly code: "not-mail"; readonly address: string}
  | {readonly code: "no-domains"}
  | {readonly code: "domain"; readonly domain: string; readonly allowed: readonly string[]}
  | {readonly code: "folder-name"; readonly address: string}
  | {readonly code: "webhook-form"; readonly address: string}
  | {readonly code: "webhook-host"; readonly host: string};

export type RecipientProblem =
  | AddressProblem
  | {readonly code: "no-name"}
  | {readonly code: "long-name"; readonly longest: number}
  | {readonly code: "no-scope"}
  | {readonly code: "unit"; readonly unit: string}
  | {readonly code: "outside"; readonly unit: string; readonly outer: string}
  | {readonly code: "wide"; readonly unit: string}
  | {readonly code: "no-edition"}
  | {readonly code: "edition"; readonly edition: string}
  | {readonly code: "nowhere"; readonly edition: string; readonly unit: string}
  | {readonly code: "duplicate"; readonly name: string; readonly edition: string; readonly scope: string};

export const longestName = 80;
const longestAddress = 254;

export type RecipientDraft = Pick<
  Recipient,
  "municipality" | "name" | "kind" | "channel" | "address" | "scope" | "language" | "form" | "subscriptions"
>;

export interface RecipientFacts {
  readonly settings: Settings;
  /** Of the active release. */
  readonly units: ReadonlyMap<string, Pick<Unit, "id" | "kind" | "parent">>;
  /** All that there are beside this one. */
  readonly others: readonly Recipient[];
}

/** Everything that is wrong, in the order of a form's fields. */
export function recipientProblems(draft: RecipientDraft, facts: RecipientFacts): readonly RecipientProblem[] {
  const address = addressProblem(draft.channel, draft.address, facts.settings);
  const places = placeProblems(draft, facts);
  const sound = !address && places.length === 0;
  return [
    ...nameProblems(draft.name),
    ...(address ? [address] : []),
    ...places,
    ...(sound ? duplicates(draft, facts) : [])
  ];
}

function nameProblems(name: string): readonly RecipientProblem[] {
  if (name.trim() === "") return [{code: "no-name"}];
  return name.length > longestName ? [{code: "long-name", longest: longestName}] : [];
}

/** Why a recipient's address may not be used; null when it may. */
export function addressProblem(channel: Channel, address: string, settings: Settings): AddressProblem | null {
  if (address === "") return {code: "no-address"};
  if (channel === "folder")
    return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,80}$/u.test(address) ? null : {code: "folder-name", address};
  if (channel === "webhook") return webhookProblem(address, settings?.webhook?.hosts ?? []);
  const match = /^[^\s@<>"(),:;[\]\\\p{Cc}]+@([^\s@<>"(),:;[\]\\\p{Cc}]+)$/u.exec(address);
  if (!match || address.length > longestAddress) return {code: "not-mail", address};
  const allowed = settings?.domains ?? [];
  if (allowed.length === 0) return {code: "no-domains"};
  const domain = match[1]!.toLowerCase();
  return allowed.includes(domain) ? null : {code: "domain", domain, allowed};
}

function webhookProblem(address: string, hosts: readonly string[]): AddressProblem | null {
  const url = URL.parse(address);
  const isLoopback = url?.hostname === "127.0.0.1" || url?.hostname === "localhost";
  if (!url || (url.protocol !== "https:" && !isLoopback) || url.username !== "") return {code: "webhook-form", address};
  return hosts.includes(url.host) ? null : {code: "webhook-host", host: url.host};
}

/** A scope that is not below the municipality, or an edition that no unit in it gets, would silently bring nothing. */
function placeProblems(
  {municipality, scope, subscriptions}: RecipientDraft,
  {units}: RecipientFacts
): readonly RecipientProblem[] {
  const parents = parentsOf([...units.values()]);
  const isWide = units.has(scope) && units.get(municipality)?.kind !== "municipality";
  const scopeProblem = isWide ? ({code: "wide", unit: scope} as const) : withinProblem(scope, municipality, parents);
  const problems: RecipientProblem[] = scopeProblem ? [scopeProblem] : [];
  if (subscriptions.length === 0) problems.push({code: "no-edition"});
  for (const {definition: edition, unit} of subscriptions) {
    const dataPackage = findPackage(edition);
    if (!dataPackage) problems.push({code: "edition", edition});
    if (scopeProblem || !dataPackage) continue;
    const problem = unit === "*" ? null : withinProblem(unit, scope, parents);
    if (problem) return [...problems, problem];
    const wanted = [...units.values()].filter(({kind}) => dataPackage.kinds.includes(kind));
    if (!wanted.some(({id}) => (unit === "*" ? isWithin(id, scope, parents) : id === unit)))
      problems.push({code: "nowhere", edition, unit: unit === "*" ? scope : unit});
  }
  return problems;
}

function withinProblem(
  unit: string,
  outer: string,
  parents: ReadonlyMap<string, string | null>
): RecipientProblem | null {
  if (unit === "") return {code: "no-scope"};
  if (!parents.has(unit)) return {code: "unit", unit};
  return isWithin(unit, outer, parents) ? null : {code: "outside", unit, outer};
}

/** Who would get a package that the address gets already. */
function duplicates(draft: RecipientDraft, {others, units}: RecipientFacts): readonly RecipientProblem[] {
  const parents = parentsOf([...units.values()]);
  const reached = (of: Pick<Recipient, "scope">, unit: string) => (unit === "*" ? of.scope : unit);
  const same = others.filter(
    ({active, channel, address, language}) =>
      active &&
      channel === draft.channel &&
      address.toLowerCase() === draft.address.toLowerCase() &&
      language === draft.language
  );
  for (const other of same)
    for (const mine of draft.subscriptions)
      for (const theirs of other.subscriptions) {
        if (mine.definition !== theirs.definition) continue;
        const [a, b] = [reached(draft, mine.unit), reached(other, theirs.unit)];
        const meets =
          a === b || (mine.unit === "*" && isWithin(b, a, parents)) || (theirs.unit === "*" && isWithin(a, b, parents));
        if (meets) return [{code: "duplicate", name: other.name, edition: mine.definition, scope: other.scope}];
      }
  return [];
}
