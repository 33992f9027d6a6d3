/** Who signed off which package when; every step is kept. */
import {type BuiltIssue, type IssueFilter, listIssues} from "./issues.ts";
import type {Registry} from "./open.ts";
import {type IssueState, issueStateAt, type SignoffNow, type StepTaken, takeStep} from "./signoffs-steps.ts";

/** A built package and how far it has come. */
export interface SignedIssue extends BuiltIssue {
  readonly state: IssueState;
  readonly releaseAt: string | null;
  readonly correction: string;
}

export interface SignoffEvent {
  readonly step: string;
  readonly state: string;
  readonly by: string;
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
  const [issues, rows] = await Promise.all([
    listIssues(registry, filter),
    registry.selectFrom("signoffs").select(["issue", "state", "release_at", "correction"]).execute()
  ]);
  const known = new Map(rows.map((row) => [row.issue, row]));
  return issues.map((issue) => {
    const row = known.get(issue.issue);
    const stored: SignoffNow = row ? {state: row.state, releaseAt: row.release_at} : {state: "built", releaseAt: null};
    return {...issue, ...stored, state: issueStateAt(stored, now), correction: row?.correction ?? ""};
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

async function recordOne(transaction: Registry, issue: BuiltIssue, taken: StepTaken): Promise<SignoffNow> {
  const row = await transaction.selectFrom("signoffs").selectAll().where("issue", "=", issue.issue).executeTakeFirst();
  const before: SignoffNow = row ? {state: row.state, releaseAt: row.release_at} : {state: "built", releaseAt: null};
  const replaced = await replacedBy(transaction, issue);
  const after = takeStep(
    before,
    taken,
    replaced.some((each) => issueStateAt(each, taken.at) === "released")
  );
  const version = (row?.version ?? 0) + 1;
  const at = taken.at.toISOString();
  const values = {
    ...{state: after.state, release_at: after.releaseAt, version, changed_at: at},
    correction: taken.step === "sign" ? (taken.correction ?? "") : (row?.correction ?? "")
  };
  await transaction
    .insertInto("signoffs")
    .values({issue: issue.issue, ...values})
    .onConflict((conflict) => conflict.column("issue").doUpdateSet(values))
    .execute();
  const {step, by: actor, comment} = taken;
  const event = {issue: issue.issue, position: version, step, state: after.state, actor, at, comment};
  await transaction
    .insertInto("signoff_events")
    .values({...event, release_at: after.releaseAt})
    .execute();
  return after;
}

/** The states of the issues that this one replaces, directly or through others. */
async function replacedBy(
  registry: Registry,
  {unit, definition, language, period, number}: BuiltIssue
): Promise<readonly SignoffNow[]> {
  const rows = await registry
    .selectFrom("issues")
    .innerJoin("signoffs", "signoffs.issue", "issues.issue")
    .select(["signoffs.state", "signoffs.release_at"])
    .where("unit", "=", unit)
    .where("definition", "=", definition)
    .where("language", "=", language)
    .where("period", "=", period)
    .where("number", "<", number)
    .execute();
  return rows.map(({state, release_at}) => ({state, releaseAt: release_at}));
}

/** Oldest first. */
export async function listSignoffEvents(registry: Registry, issue: string): Promise<readonly SignoffEvent[]> {
  const rows = await registry
    .selectFrom("signoff_events")
    .selectAll()
    .where("issue", "=", issue)
    .orderBy("position")
    .execute();
  return rows.map(({step, state, actor, at, comment, release_at}) => ({
    ...{step, state, by: actor, at, comment},
    releaseAt: release_at
  }));
}
