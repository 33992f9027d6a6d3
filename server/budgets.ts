/** How much of what costs the server most may be asked for in a minute: by one sender, and by all strangers together. */
import type {Request, RequestHandler, Response} from "express";
import {ipKeyGenerator, rateLimit} from "express-rate-limit";
import {whoOf} from "./identity/who.ts";
import type {Deps} from "./page.ts";

/** `notice`: a provider tells that somebody has signed out there, for many at once. */
const costlyKinds = ["form", "notice", "file", "search"] as const;
type CostlyKind = (typeof costlyKinds)[number];

export interface Budget {
  /** Of one sender: an account, else an address (of IPv6 the network). */
  readonly sender: number;
  /** Of all who are not signed in, so that many addresses get no further than few. */
  readonly strangers: number;
}

export type Budgets = Readonly<Record<CostlyKind, Budget>>;

/** For a minute. */
export const usualBudgets: Budgets = {
  form: {sender: 120, strangers: 600},
  notice: {sender: 3000, strangers: 3000},
  file: {sender: 60, strangers: 300},
  search: {sender: 300, strangers: 3000}
};

/** Too much was asked for in too short a time; answered with 429. */
export class TooMany extends Error {
  readonly seconds = 60;
  constructor(kind: CostlyKind, whose: keyof Budget) {
    super(`too many requests: ${kind}, ${whose}`);
    this.name = "TooMany";
  }
}

export function spendBudgets({budgets}: Pick<Deps, "budgets">): RequestHandler[] {
  return costlyKinds.flatMap((kind) => [limit(kind, "sender", budgets[kind]), limit(kind, "strangers", budgets[kind])]);
}

function limit(kind: CostlyKind, whose: keyof Budget, budget: Budget): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: budget[whose],
    standardHeaders: false,
    legacyHeaders: false,
    validate: {xForwardedForHeader: false},
    keyGenerator: (request, response) => (whose === "sender" ? senderOf(request, response) : "all"),
    skip: (request, response) => kindOf(request) !== kind || (whose === "strangers" && isKnown(response)),
    handler: (_request, _response, next) => next(new TooMany(kind, whose))
  });
}

function kindOf({method, path, query}: Request): CostlyKind | null {
  if (method === "POST") return path.startsWith("/log-ud/fra/") ? "notice" : "form";
  if (path.endsWith("/hent")) return "file";
  return "q" in query ? "search" : null;
}

function isKnown(response: Response): boolean {
  return whoOf(response).signedIn?.session.stage === "full";
}

/** Many of a municipality share an address, so who has signed in is counted alone. */
function senderOf(request: Request, response: Response): string {
  const account = isKnown(response) ? whoOf(response).signedIn?.account.id : undefined;
  return account ?? networkOf(request.ip);
}

/** An address; of IPv6 the /64, since a household has as many addresses as it likes. */
export function networkOf(address = ""): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return ipKeyGenerator(plain, 64);
}
