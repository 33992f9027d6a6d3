import {type BuiltIssue, recordIssues} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";

/**
 * Records built issues some at a time, since each transaction waits for the disk; those that could not be written wait for
 * the next time. What was built and not recorded when the program ends is built again, to the same bytes.
 */
export interface IssueLedger {
  add(issue: BuiltIssue): Promise<void>;
  flush(): Promise<void>;
}

export function openIssueLedger(
  registry: Registry,
  onRecorded: (issues: readonly BuiltIssue[]) => Promise<void> = async () => {},
  atATime = 12
): IssueLedger {
  let pending: BuiltIssue[] = [];
  const flush = async () => {
    const issues = pending;
    pending = [];
    if (issues.length === 0) return;
    await recordIssues(registry, issues).catch((error: unknown) => {
      pending = [...issues, ...pending];
      throw error;
    });
    await onRecorded(issues);
  };
  return {
    add: async (issue) => {
      pending.push(issue);
      if (pending.length >= atATime) await flush();
    },
    flush
  };
}
