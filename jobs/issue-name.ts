import type {Manifest} from "../queries/model.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {isOut, type SignedIssue} from "../queries/registry/signoffs.ts";
import type {IssueName} from "./assemble.ts";
import type {MunicipalityFacts, Plan} from "./package-facts.ts";

type Known = Pick<
  SignedIssue,
  "issue" | "unit" | "definition" | "language" | "number" | "release" | "replaces" | "content" | "state"
>;

/** What a package is called, the issue that says the same already, and the one that it corrects. */
export interface Named<Issue> {
  readonly name: IssueName;
  readonly same: Issue | null;
  /** The newest before it that is out, or about to be. */
  readonly corrects: Issue | null;
}

/**
 * What says the same is the same issue, whatever release it is drawn from; else it has the next number and replaces the one
 * that is out or, where none is, the newest.
 */
export function nameOf<Issue extends Known>(
  {period}: Pick<MunicipalityFacts, "period">,
  {dataPackage, unit, language}: Pick<Plan, "dataPackage" | "unit" | "language">,
  known: readonly Issue[],
  {release, content}: {readonly release: string; readonly content: string}
): Named<Issue> {
  const own = known
    .filter((each) => each.unit === unit.id && each.definition === dataPackage.id && each.language === language)
    .toSorted((a, b) => b.number - a.number);
  const newest = own[0];
  if (newest && newest.state !== "withdrawn" && saysTheSame(newest, {release, content})) {
    const {issue, number, replaces} = newest;
    const corrects = own.find((each) => each.issue === replaces && isOut(each)) ?? null;
    return {name: {issue, number, replaces}, same: newest, corrects};
  }
  const number = (newest?.number ?? 0) + 1;
  const corrects = own.find(isOut) ?? null;
  const issue = `${period}-${unit.id}-${dataPackage.id}-${language}-${number}`;
  return {name: {issue, number, replaces: (corrects ?? newest)?.issue ?? null}, same: null, corrects};
}

function saysTheSame(known: Pick<Known, "release" | "content">, wanted: typeof known): boolean {
  return known.content === "" ? known.release === wanted.release : known.content === wanted.content;
}

/** What the registry knows of an issue besides its manifest. */
export type IssueRecord = Pick<
  BuiltIssue,
  "municipality" | "builtAt" | "manifestSha256" | "content" | "reason" | "reasonAt" | "builtBy"
>;

/** The registry's row of a built package. */
export function issueRow(manifest: Manifest, record: IssueRecord): BuiltIssue {
  const {issue, definition, unit, period, language, number, release, checksum, replaces, pages} = manifest;
  return {issue, definition, unit, period, language, number, release, checksum, replaces, pages, ...record};
}
