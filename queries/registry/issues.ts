import type {Registry} from "./open.ts";

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
    for (const {builtAt, manifestSha256, ...issue} of issues) {
      await transaction.deleteFrom("issues").where("issue", "=", issue.issue).execute();
      const row = {...issue, built_at: builtAt, manifest_sha256: manifestSha256};
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
  return rows.map(({built_at, manifest_sha256, ...row}) => ({
    ...row,
    builtAt: built_at,
    manifestSha256: manifest_sha256
  }));
}

export async function findIssue(registry: Registry, issue: string): Promise<BuiltIssue | undefined> {
  const row = await registry.selectFrom("issues").selectAll().where("issue", "=", issue).executeTakeFirst();
  if (!row) return undefined;
  const {built_at, manifest_sha256, ...rest} = row;
  return {...rest, builtAt: built_at, manifestSha256: manifest_sha256};
}
