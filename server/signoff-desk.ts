/** Packages on their way out, with what somebody may do with each. */
import {authorize, type Place, placeOf, type Refusal, type Subject} from "../queries/access.ts";
import type {UnitId} from "../queries/model.ts";
import {isPeriod, stepPeriod} from "../queries/period.ts";
import {editorsOf, program, readWriters, type Writers} from "../queries/registry/editors.ts";
import {findIssue, type IssueFilter, seriesOf} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {isOut, listSignedIssues, type SignedIssue} from "../queries/registry/signoffs.ts";
import type {ReleaseReader} from "../queries/release.ts";
import type {Deps} from "./page.ts";
import {linesOf, placeOfId} from "./unit-place.ts";

export interface DeskIssue {
  readonly issue: SignedIssue;
  readonly place: Place;
  /** Why this person may not sign it off; null where they may. */
  readonly whyNot: Refusal | null;
  /** The newer issue of the same package; null where this is the newest. */
  readonly newer: string | null;
  /** One before it is out, or about to be. */
  readonly corrects: boolean;
}

export interface Desk {
  readonly registry: Registry;
  readonly reader: ReleaseReader | null;
  readonly subject: Subject;
  readonly now: Date;
}

/** Those that the person may see before they are out, in the order of `listIssues`. */
export async function readDesk(desk: Desk, filter: IssueFilter): Promise<readonly DeskIssue[]> {
  const {registry, reader, subject, now} = desk;
  const issues = await listSignedIssues(registry, filter, now);
  const series = Map.groupBy(issues, seriesOf);
  const seen = issues
    .map((issue) => ({issue, place: placeOfId(issue.unit, issue.municipality, reader?.units ?? null)}))
    .filter(({place}) => authorize(subject, "preview", place).allowed);
  const periods = [...new Set(seen.map(({issue}) => issue.period))];
  const writers = new Map(
    await Promise.all(periods.map(async (period) => [period, await writersOf(registry, period)] as const))
  );
  return seen.map(({issue, place}) => {
    const own = series.get(seriesOf(issue))!;
    return {
      ...{issue, place},
      whyNot: whyNot(desk, issue, place, writers.get(issue.period)!),
      newer: own[0]!.number > issue.number ? own[0]!.issue : null,
      corrects: own.some((each) => each.number < issue.number && isOut(each))
    };
  });
}

/** Whether they may take the steps that need not be somebody else's: to explain, send back, move and withdraw. */
export function mayActOn(subject: Subject, place: Place): boolean {
  return authorize(subject, "sign-off", placeOf({...place, editors: [program]})).allowed;
}

/** One issue with those of its series, or nothing where there is none or the person may not see it. */
export async function findOnDesk(desk: Desk, name: string): Promise<DeskIssue | undefined> {
  const row = await findIssue(desk.registry, name);
  if (!row) return undefined;
  const {unit, definition, language, period} = row;
  const all = await readDesk(desk, {unit, definition, language, period});
  return all.find(({issue}) => issue.issue === name);
}

/** Where an issue is, for a route's guard; `alone`: with those who made it. */
export async function placeOfIssue(
  {registry, releases}: Pick<Deps, "registry" | "releases">,
  name: string,
  alone: boolean
): Promise<Place | null> {
  const open = await registry();
  const row = open && (await findIssue(open, name));
  if (!row) return null;
  const writers = alone ? await writersOf(open, row.period) : null;
  return releases.use(async (reader) => ({
    ...placeOfId(row.unit, row.municipality, reader?.units ?? null),
    editors: writers ? editorsIn(reader, row, writers) : [program]
  }));
}

function whyNot({reader, subject}: Desk, issue: SignedIssue, place: Place, writers: Writers): Refusal | null {
  const verdict = authorize(subject, "sign-off", {...place, editors: editorsIn(reader, issue, writers)});
  return verdict.allowed ? null : verdict.why;
}

function editorsIn(
  reader: ReleaseReader | null,
  issue: Pick<SignedIssue, "unit" | "builtBy">,
  writers: Writers
): readonly string[] {
  return editorsOf(issue, writers, (id) => {
    const unit = reader?.units.get(id as UnitId);
    return reader && unit ? linesOf(unit, reader.units) : [id];
  });
}

/** A package prints what was agreed in the conversations before it. */
function writersOf(registry: Registry, period: string): Promise<Writers> {
  const before = isPeriod(period) ? [stepPeriod(period, -1)] : [];
  return readWriters(registry, {findings: period, conversations: [period, ...before]});
}
