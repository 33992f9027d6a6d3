/** Who signed off which package when; every step is kept. */
import {NotFound} from "../errors.ts";
import {type BuiltIssue, findIssue, type IssueFilter, listIssues} from "./issues.ts";
import type {Registry} from "./open.ts";
import {
  awaitsReason,
  type IssueState,
  issueStateAt,
  judgeReason,
  type SignoffNow,
  type Standing,
  type StepTaken,
  takeStep
} from "./signoffs-steps.ts";

/** A built package and how far it has come. */
export interface SignedIssue extends BuiltIssue {
  readonly state: IssueState;
  readonly releaseAt: string | null;
  /** What it corrects and why, as it is to be printed; `reason` is what is printed. */
  readonly correction: string;
  /** How many steps have been taken with it. */
  readonly version: number;
}

export interface SignoffEvent {
  readonly step: string;
  readonly state: string;
  readonly by: string;
  /** Empty where it was taken at the command line. */
  readonly account: string;
  readonly at: string;
  readonly comment: string;
  readonly releaseAt: string | null;
}

/** Packages with their states at `now`, in the order of `listIssues`. */
export async function listSignedIssues(
  registry: Registry,
  filter: IssueFilter,
  now: Date
): Promise<readonly SignedIssue[]> {
  const issues = await listIssues(registry, filter);
  const all = registry.selectFrom("signoffs").select(["issue", "state", "release_at", "correction", "version"]);
  const names = issues.map(({issue}) => issue);
  const rows = await (names.length <= 200 ? all.where("issue", "in", names) : all).execute();
  const known = new Map(rows.map((row) => [row.issue, row]));
  return issues.map((issue) => {
    const row = known.get(issue.issue);
    const stored: SignoffNow = row ? {state: row.state, releaseAt: row.release_at} : {state: "built", releaseAt: null};
    const correction = row?.correction || issue.reason;
    return {...issue, ...stored, state: issueStateAt(stored, now), correction, version: row?.version ?? 0};
  });
}

/** Takes a step with all of the packages or, where it is not possible with one, with none and throws `BadInput`. */
export async function recordSteps(
  registry: Registry,
  issues: readonly BuiltIssue[],
  taken: StepTaken
): Promise<readonly SignoffNow[]> {
  return registry.transaction().execute(async (transaction) => {
    const states: SignoffNow[] = [];
    for (const issue of issues) states.push(await recordOne(transaction, issue, taken));
    return states;
  });
}

/** Takes a step with one package. */
export async function recordStep(registry: Registry, issue: BuiltIssue, taken: StepTaken): Promise<SignoffNow> {
  return (await recordSteps(registry, [issue], taken))[0]!;
}

/** A package as somebody saw it. */
export interface SeenIssue {
  readonly issue: string;
  readonly version: number;
}

/** What is written at many corrections at once. */
export type SharedReason = Omit<StepTaken, "step" | "comment" | "releaseAt" | "correction"> & {
  readonly correction: string;
};

/** Writes the same at every correction that still has no reason, and leaves what has changed since it was seen; names the first. */
export async function recordReasons(
  registry: Registry,
  seen: readonly SeenIssue[],
  reason: SharedReason
): Promise<readonly string[]> {
  judgeReason(reason.correction);
  return registry.transaction().execute(async (transaction) => {
    const explained: string[] = [];
    for (const {issue: name, version} of seen) {
      const issue = await findIssue(transaction, name);
      const series = issue ? await seriesWith(transaction, issue, reason.at) : [];
      const now = series.find((each) => each.issue === name);
      if (!now || now.version !== version || !awaitsReason(now.state, standingIn(series, now, now.correction)))
        continue;
      await recordOne(transaction, now, {...reason, step: "explain", comment: ""});
      explained.push(name);
    }
    return explained;
  });
}

async function recordOne(transaction: Registry, {issue: name}: BuiltIssue, taken: StepTaken): Promise<SignoffNow> {
  const issue = await findIssue(transaction, name);
  if (!issue) throw new NotFound("issue", name);
  const row = await transaction.selectFrom("signoffs").selectAll().where("issue", "=", name).executeTakeFirst();
  const before: SignoffNow = row ? {state: row.state, releaseAt: row.release_at} : {state: "built", releaseAt: null};
  const standing = await standingOf(transaction, issue, row?.correction ?? "", taken.at);
  const after = takeStep(before, taken, standing);
  const version = (row?.version ?? 0) + 1;
  const at = taken.at.toISOString();
  const values = {
    ...{state: after.state, release_at: after.releaseAt, version, changed_at: at},
    correction: taken.step === "explain" ? (taken.correction ?? "") : (row?.correction ?? "")
  };
  await transaction
    .insertInto("signoffs")
    .values({issue: name, ...values})
    .onConflict((conflict) => conflict.column("issue").doUpdateSet(values))
    .execute();
  const {step, by: actor, account = "", comment} = taken;
  const said = step === "explain" ? (taken.correction ?? "") : comment;
  const event = {issue: name, position: version, step, state: after.state, actor, account, at, comment: said};
  await transaction
    .insertInto("signoff_events")
    .values({...event, release_at: after.releaseAt})
    .execute();
  return after;
}

async function standingOf(transaction: Registry, issue: BuiltIssue, wanted: string, at: Date): Promise<Standing> {
  return standingIn(await seriesWith(transaction, issue, at), issue, wanted);
}

function seriesWith(
  registry: Registry,
  {unit, definition, language, period}: BuiltIssue,
  at: Date
): Promise<readonly SignedIssue[]> {
  return listSignedIssues(registry, {unit, definition, language, period}, at);
}

function standingIn(series: readonly SignedIssue[], {number, reason}: BuiltIssue, wanted: string): Standing {
  return {
    corrects: series.some((each) => each.number < number && isOut(each)),
    printed: reason,
    wanted,
    isReplaced: series.some((each) => each.number > number)
  };
}

/** True where people have it, or will get it without anybody doing more. */
export function isOut({state}: Pick<SignedIssue, "state">): boolean {
  return state === "released" || state === "signed-off" || state === "withdrawn";
}

/** Oldest first. */
export async function listSignoffEvents(registry: Registry, issue: string): Promise<readonly SignoffEvent[]> {
  const rows = await registry
    .selectFrom("signoff_events")
    .selectAll()
    .where("issue", "=", issue)
    .orderBy("position")
    .execute();
  return rows.map(({step, state, actor, account, at, comment, release_at}) => ({
    ...{step, state, by: actor, account, at, comment},
    releaseAt: release_at
  }));
}
