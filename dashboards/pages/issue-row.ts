/** One built package as lists show it. */
import type {Language, Manifest} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatDate, formatNumber} from "../format.ts";
import {issueFileHref, issueHref, unitHref} from "../link.ts";
import {type Text, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";

/** A package and what its folder says. Sizes are in bytes, null where a file is missing. */
export interface ListedIssue {
  readonly manifest: Manifest;
  readonly builtAt: string;
  readonly replacedBy: {readonly issue: string; readonly number: number} | null;
  readonly sizes: {readonly pdf: number | null; readonly html: number | null; readonly data: number | null};
}

export function issueRow({manifest, builtAt, replacedBy, sizes}: ListedIssue, language: Language) {
  const t = webTextOf(language);
  const {issue, unit, unitName, definition, files} = manifest;
  return {
    unit: unitName,
    unitHref: unitHref(language, unit),
    edition: editionName(definition, language),
    period: periodLabel(manifest.period, language),
    language: t.packages.languages[manifest.language],
    number: String(manifest.number),
    built: formatDate(builtAt, language),
    pages: String(manifest.pages),
    href: issueHref(language, issue),
    html: {href: issueFileHref(issue, "package.html", files["package.html"]), size: formatSize(sizes.html, language)},
    pdf: {href: issueFileHref(issue, "package.pdf", files["package.pdf"]), size: formatSize(sizes.pdf, language)},
    data: {href: `${issueHref(language, issue)}#filer`, size: formatSize(sizes.data, language)},
    replaced: replacedBy
      ? {text: t.packages.replacedBy(replacedBy.number), href: issueHref(language, replacedBy.issue)}
      : null
  };
}
export type IssueRow = ReturnType<typeof issueRow>;

export function editionName(definition: string, language: Language): string {
  const editions: Readonly<Record<string, string>> = textOf(language).editions satisfies Text["editions"];
  return editions[definition] ?? definition;
}

/** `1,2 MB`; the empty text where the size is not known. */
export function formatSize(bytes: number | null, language: Language): string {
  if (bytes === null) return "";
  if (bytes < 1000) return `${formatNumber(bytes, 0, language)}\u00a0B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 0, language)}\u00a0kB`;
  return `${formatNumber(bytes / 1_000_000, 1, language)}\u00a0MB`;
}
