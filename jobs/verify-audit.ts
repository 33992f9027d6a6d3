import {type ChainProblem, openChainCheck} from "../queries/audit.ts";
import {readAudit, readMarks} from "../queries/registry/audit.ts";
import type {Registry} from "../queries/registry/open.ts";

export interface AuditCheck {
  readonly entries: number;
  /** The newest entry's place and hash, to be kept elsewhere: a log rolled back as a whole is told by it. */
  readonly head: {readonly sequence: number; readonly hash: string} | null;
  readonly problem: ChainProblem | null;
}

/** Reads the whole log; one that was never begun is whole. */
export async function verifyAudit(registry: Registry, key: Uint8Array): Promise<AuditCheck> {
  const marks = await readMarks(registry);
  const check = openChainCheck(marks, key);
  let entries = 0;
  for await (const batch of readAudit(registry)) {
    entries += batch.length;
    for (const entry of batch) check.next(entry);
  }
  if (entries === 0 && marks.length === 0) return {entries, head: null, problem: null};
  const head = marks.find(({kind}) => kind === "head");
  return {entries, head: head ? {sequence: head.sequence, hash: head.hash} : null, problem: check.end()};
}
