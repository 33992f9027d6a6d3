/** Which ticket stands for whom, in this process's memory alone: a restart forgets it, and the citizen signs in again. */
import {Recent} from "../recent.ts";
import type {Identity} from "./identity.ts";

const held = new WeakMap<Identity, Recent<string>>();
const most = 5000;

export function keepTicket(identity: Identity, account: string, ticket: string): void {
  const tickets = held.get(identity) ?? new Recent<string>(most);
  held.set(identity, tickets);
  tickets.keep(account, ticket);
}

export function ticketOf(identity: Identity, account: string): string | null {
  return held.get(identity)?.find(account) ?? null;
}
