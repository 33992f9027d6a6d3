/** Which ticket stands for whom, in this process's memory alone: a restart forgets it, and the citizen signs in again. */
import type {Identity} from "./identity.ts";

const held = new WeakMap<Identity, Map<string, string>>();
const most = 5000;

export function keepTicket(identity: Identity, account: string, ticket: string): void {
  const tickets = held.get(identity) ?? new Map<string, string>();
  held.set(identity, tickets);
  tickets.delete(account);
  tickets.set(account, ticket);
  if (tickets.size > most) tickets.delete(tickets.keys().next().value!);
}

export function ticketOf(identity: Identity, account: string): string | null {
  return held.get(identity)?.get(account) ?? null;
}
