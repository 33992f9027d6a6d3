/** What people did, in the audit log: their account's id, never a name, and codes, never what they wrote. */
import type {Request} from "express";
import type {Refusal, Subject} from "../../queries/access.ts";
import type {Action} from "../../queries/access-rules.ts";
import type {AuditEvent} from "../../queries/audit.ts";
import {storesOf} from "../../queries/config.ts";
import {appendAudit} from "../../queries/registry/audit.ts";
import {readSecret} from "../../queries/secret.ts";
import type {Deps} from "../page.ts";

export type Happened = Omit<AuditEvent, "at">;

/** Waits until it is written: what cannot be logged is not done. Nothing is logged where there is no registry yet. */
export async function log(deps: Deps, happened: Happened): Promise<void> {
  const registry = await deps.registry();
  if (!registry) return;
  const key = await readSecret(storesOf(deps.dataDir).auditKey);
  await appendAudit(registry, key, {at: deps.now().toISOString(), ...happened});
}

/** Visitors who meet a closed door are sent to the sign-in and are nobody that could be logged. */
export async function logRefusal(
  deps: Deps,
  {id, purpose}: Subject,
  action: Action,
  path: string,
  why: Refusal
): Promise<void> {
  if (id === null) return;
  await log(deps, {actor: id, action: "refuse", resource: path, purpose: purpose ?? "", detail: {asked: action, why}});
}

/** Whoever sees data that not all may see is told of in the log before they see them. */
export async function logLookUp(
  deps: Deps,
  {id}: Subject,
  asked: Action,
  {method, path}: Request,
  purpose: string | null
): Promise<void> {
  if (id === null || (method !== "GET" && method !== "HEAD")) return;
  await log(deps, {actor: id, action: "see", resource: path, purpose: purpose ?? "", detail: {asked}});
}
