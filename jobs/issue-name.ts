import type {Manifest} from "../queries/model.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import type {IssueName} from "./assemble.ts";
import type {MunicipalityFacts, Plan} from "./package-facts.ts";

/** The number of the same release's issue when there is one, else the next, which replaces the newest. */
export function nameOf(
  {period}: Pick<MunicipalityFacts, "period">,
  {dataPackage, unit, language}: Plan,
  known: readonly Pick<BuiltIssue, "issue" | "unit" | "definition" | "language" | "number" | "release" | "replaces">[],
  release: string
): IssueName {
  const own = known
    .filter((each) => each.unit === unit.id && each.definition === dataPackage.id && each.language === language)
    .toSorted((a, b) => b.number - a.number);
  const same = own.find((each) => each.release === release);
  if (same) return same;
  const number = (own[0]?.number ?? 0) + 1;
  const issue = `${period}-${unit.id}-${dataPackage.id}-${language}-${number}`;
  return {issue, number, replaces: own[0]?.issue ?? null};
}

/** The registry's row of a built package. */
export function issueRow(manifest: Manifest, manifestSha256: string, given: MunicipalityFacts, now: Date): BuiltIssue {
  const {issue, definition, unit, period, language, number, release, checksum, replaces, pages} = manifest;
  const municipality = given.municipality.id;
  const builtAt = now.toISOString();
  return {
    issue,
    definition,
    unit,
    municipality,
    period,
    language,
    number,
    release,
    checksum,
    replaces,
    pages,
    builtAt,
    manifestSha256
  };
}
