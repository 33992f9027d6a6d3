/** Writes what a command did into the audit log. */
import {userInfo} from "node:os";
import type {AuditEvent} from "../queries/audit.ts";
import {storesOf} from "../queries/config.ts";
import {appendAudit} from "../queries/registry/audit.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {readSecret} from "../queries/secret.ts";

/** Options whose values are codes, never text that someone wrote. */
const told = [
  "period",
  "municipality",
  "unit",
  "indicator",
  "definition",
  "standard",
  "scale",
  "seed",
  "dryRun",
  "language"
] as const;

export interface Ran {
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** How many files or names were given; the names themselves may tell of persons. */
  readonly given: number;
  readonly exitCode: number;
}

export async function auditCommand(dataDir: string, ran: Ran, now = new Date()): Promise<void> {
  const {registry: path, auditKey} = storesOf(dataDir);
  const key = await readSecret(auditKey);
  const registry = await openRegistry(path);
  try {
    await appendAudit(registry, key, eventOf(ran, now));
  } finally {
    await registry.destroy();
  }
}

function eventOf({command, options, given, exitCode}: Ran, now: Date): AuditEvent {
  const codes = told.flatMap((name) => {
    const value = options[name];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [[name, value] as const]
      : [];
  });
  return {
    at: now.toISOString(),
    actor: operatorName(),
    action: "command",
    resource: command,
    purpose: "drift",
    detail: {...Object.fromEntries(codes), given, exitCode}
  };
}

/** Whoever is at the command line. */
export function operatorName(): string {
  return `system:${operator()}`;
}

/** A container may run under a number that has no name. */
export function operator(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "ukendt");
  }
}
