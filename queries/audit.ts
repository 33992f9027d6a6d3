/** The audit log as a chain: every entry holds the hash of the one before, and marks keyed by a secret tell where it begins and ends. */
import {createHash, createHmac, timingSafeEqual} from "node:crypto";

export const auditActions = [
  "command",
  "search",
  "see",
  "export",
  "change",
  "sign",
  "send",
  "sign-in",
  "refuse"
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What happened, without any person's data: who, what, on what, and for which purpose. */
export interface AuditEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** A user's id, or `system` and the operating system's user for commands. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Address, command or id of what it was done to. */
  readonly resource: string;
  readonly purpose: string;
  /** Names and plain values; never free text. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEntry extends AuditEvent {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  readonly hash: string;
}

/** The first entry that is kept follows `anchor`; the last one is `head`. `mac` is keyed, so that neither can be moved. */
export interface AuditMark {
  readonly kind: "anchor" | "head";
  readonly sequence: number;
  readonly hash: string;
  readonly mac: string;
}

/** The hash before the first entry of all. */
export const chainStart = "0".repeat(64);

export function hashOf(previous: string, sequence: number, event: AuditEvent): string {
  const {at, actor, action, resource, purpose, detail} = event;
  const ordered = Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([previous, sequence, at, actor, action, resource, purpose, ordered]);
  return createHash("sha256").update(canonical).digest("hex");
}

export function markOf(kind: AuditMark["kind"], sequence: number, hash: string, key: Uint8Array): AuditMark {
  const mac = createHmac("sha256", key).update(`${kind} ${sequence} ${hash}`).digest("hex");
  return {kind, sequence, hash, mac};
}

export interface ChainProblem {
  /** The first entry at which the chain does not hold; null where a mark is missing or forged. */
  readonly sequence: number | null;
  readonly problem: "mark" | "gap" | "hash" | "head";
}

/** Checks a chain entry by entry, so that a log of any length is checked in little memory. */
export function openChainCheck(marks: readonly AuditMark[], key: Uint8Array) {
  const [anchor, head] = (["anchor", "head"] as const).map((kind) => marks.find((mark) => mark.kind === kind));
  let problem: ChainProblem | null =
    anchor && head && marks.length === 2 && isGenuine(anchor, key) && isGenuine(head, key)
      ? null
      : {sequence: null, problem: "mark"};
  let last = anchor ?? {sequence: 0, hash: chainStart};
  return {
    next(entry: AuditEntry): void {
      if (problem) return;
      const {sequence, hash, ...event} = entry;
      if (sequence !== last.sequence + 1) problem = {sequence, problem: "gap"};
      else if (hash !== hashOf(last.hash, sequence, event)) problem = {sequence, problem: "hash"};
      last = {sequence, hash};
    },
    /** Null where every entry from the anchor to the head stands as it was written. */
    end(): ChainProblem | null {
      if (problem || !head) return problem;
      return last.sequence === head.sequence && last.hash === head.hash
        ? null
        : {sequence: last.sequence, problem: "head"};
    }
  };
}

function isGenuine({kind, sequence, hash, mac}: AuditMark, key: Uint8Array): boolean {
  const expected = Buffer.from(markOf(kind, sequence, hash, key).mac);
  const given = Buffer.from(mac);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
