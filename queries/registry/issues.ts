import type {Selectable} from "kysely";
import type {Registry} from "./open.ts";
import type {IssueTable} from "./schema.ts";

/** A built package: one folder below `packages/`. */
export interface BuiltIssue {
  readonly issue: string;
  readonly definition: string;
  readonly unit: string;
  readonly municipality: string;
  readonly period: string;
  readonly language: string;
  readonly number: number;
  readonly release: string;
  readonly checksum: string;
  readonly replaces: string | null;
  readonly pages: number;
  readonly builtAt: string;
  readonly manifestSha256: string;
  /** SHA-256 over what it says, whatever release and number; empty where it was built before this was kept. */
  readonly content: string;
  /** What it says that it corrects and why, and since when; empty where it corrects nothing. */
  readonly reason: string;
  readonly reasonAt: string;
  /** An account, or an operator as `system:<name>`; empty where the wheel built it. */
  readonly builtBy: string;
}

/** Names the package that an issue is one number of. */
export function seriesOf({
  unit,
  definition,
  language,
  period
}: Pick<BuiltIssue, "unit" | "definition" | "language" | "period">): string {
  return [unit, definition, language, period].join(" ");
}

export interface IssueFilter {
  readonly unit?: string;
  readonly municipality?: string;
  readonly period?: string;
  readonly definition?: string;
  readonly language?: string;
  readonly limit?: number;
}

/** An issue is recorded once its folder is complete; recording the same again replaces the row. */
export async function recordIssues(registry: Registry, issues: readonly BuiltIssue[]): Promise<void> {
  await registry.transaction().execute(async (transaction) => {
    for (const {builtAt, manifestSha256, reasonAt, builtBy, ...issue} of issues) {
      await transaction.deleteFrom("issues").where("issue", "=", issue.issue).execute();
      const renamed = {built_at: builtAt, manifest_sha256: manifestSha256, reason_at: reasonAt, built_by: builtBy};
      const row = {...issue, ...renamed};
      await transaction.insertInto("issues").values(row).execute();
    }
  });
}

/** Newest period first, then by unit, definition, language and falling number. */
export async function listIssues(registry: Registry, filter: IssueFilter = {}): Promise<readonly BuiltIssue[]> {
  let query = registry.selectFrom("issues").selectAll();
  for (const column of ["unit", "municipality", "period", "definition", "language"] as const) {
    const value = filter[column];
    if (value) query = query.where(column, "=", value);
  }
  const rows = await query
    .orderBy("period", "desc")
    .orderBy("unit")
    .orderBy("definition")
    .orderBy("language")
    .orderBy("number", "desc")
    .limit(filter.limit ?? 100_000)
    .execute();
  return rows.map(toIssue);
}

export async function findIssue(registry: Registry, issue: string): Promise<BuiltIssue | undefined> {
  const row = await registry.selectFrom("issues").selectAll().where("issue", "=", issue).executeTakeFirst();
  return row && toIssue(row);
}

function toIssue({built_at, manifest_sha256, reason_at, built_by, ...row}: Selectable<IssueTable>): BuiltIssue {
  return {...row, builtAt: built_at, manifestSha256: manifest_sha256, reasonAt: reason_at, builtBy: built_by};
}
