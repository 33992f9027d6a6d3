/** One package: what it is called, whether it is there already, what it corrects and why. */
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {isOut, type SignedIssue} from "../queries/registry/signoffs.ts";
import {assemble, contentOf, type IssueName, type Press, tablesOf} from "./assemble.ts";
import {erratumOf} from "./erratum.ts";
import {issueRow, nameOf} from "./issue-name.ts";
import type {MunicipalityFacts, Plan} from "./package-facts.ts";
import {findDamage} from "./verify-packages.ts";

export interface IssueRequest {
  /** What a correction corrects and why; absent: what somebody has written in the registry. */
  readonly correction?: string | undefined;
  /** Who asked for it, as `system:<name>`; absent: the wheel. */
  readonly builtBy?: string | undefined;
  readonly now?: () => Date;
}

export interface IssueWork {
  readonly name: IssueName;
  /** Null where what is wanted is there already and intact. */
  readonly build: (press: Press) => Promise<BuiltIssue | null>;
}

/** `known` holds every issue of the municipality and period. */
export function buildIssue(
  {correction, builtBy = "", now = () => new Date()}: IssueRequest,
  given: MunicipalityFacts,
  plan: Plan,
  known: readonly SignedIssue[]
): IssueWork {
  const tables = tablesOf(given, plan);
  const content = contentOf(given, plan, tables);
  const {name, same, corrects} = nameOf(given, plan, known, {release: given.reader.manifest.id, content});
  const said = saidOf(correction, same, corrects, now());
  const build = async (press: Press) => {
    if (same && same.reason === said.reason && (await findDamage(press.packages, same)).length === 0) return null;
    const erratum = corrects && (await erratumOf(press, corrects, tables[0]!, said));
    const {manifest, manifestSha256} = await assemble(given, {plan, name, tables, erratum}, press);
    const record = {municipality: given.municipality.id, builtAt: now().toISOString(), content, ...said};
    return issueRow(manifest, {...record, manifestSha256, builtBy: same?.builtBy ?? builtBy});
  };
  return {name, build};
}

/** What is out keeps what it says. */
function saidOf(
  correction: string | undefined,
  same: SignedIssue | null,
  corrects: SignedIssue | null,
  now: Date
): Pick<BuiltIssue, "reason" | "reasonAt"> {
  if (!corrects) return {reason: "", reasonAt: ""};
  const reason = (same && isOut(same) ? same.reason : (correction ?? same?.correction ?? "")).trim();
  if (reason === "") return {reason, reasonAt: ""};
  return {reason, reasonAt: same?.reason === reason ? same.reasonAt : now.toISOString()};
}
