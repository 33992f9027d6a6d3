import type {ListedIssue} from "../../dashboards/pages/issue-row.ts";
import type {BuiltIssue, IssueShelf} from "../issue-shelf.ts";

/** Packages with the sizes of their files and the number of the one that replaced them. */
export async function listed(issues: readonly BuiltIssue[], shelf: IssueShelf): Promise<readonly ListedIssue[]> {
  return Promise.all(issues.map((issue) => listOne(issue, shelf)));
}

async function listOne(issue: BuiltIssue, shelf: IssueShelf): Promise<ListedIssue> {
  const data = Object.keys(issue.manifest.files).filter((file) => file.startsWith("data/"));
  const [pdf, html, newer, ...parts] = await Promise.all([
    shelf.sizeOf(issue, "package.pdf"),
    shelf.sizeOf(issue, "package.html"),
    issue.replacedBy ? shelf.find(issue.replacedBy) : undefined,
    ...data.map((file) => shelf.sizeOf(issue, file))
  ]);
  const known = parts.filter((size) => size !== null);
  return {
    manifest: issue.manifest,
    builtAt: issue.builtAt,
    replacedBy: newer ? {issue: newer.manifest.issue, number: newer.manifest.number} : null,
    sizes: {pdf, html, data: known.length > 0 ? known.reduce((sum, size) => sum + size, 0) : null}
  };
}

/** Unit → number of its packages that no newer one has replaced. */
export function countIssues(issues: readonly BuiltIssue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {manifest, replacedBy} of issues)
    if (!replacedBy) counts.set(manifest.unit, (counts.get(manifest.unit) ?? 0) + 1);
  return counts;
}
