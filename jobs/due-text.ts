/** What is due, what comes next and what is late, in Danish lines. Pure. */
import {formatNumber} from "../dashboards/format.ts";
import {formatMoment} from "../dashboards/moment.ts";
import {statusText, wheelTextOf, whyText} from "../dashboards/text-wheel.ts";
import {parsePeriod, periodLabel} from "../queries/period.ts";
import type {Occurrence} from "../queries/reference/wheel.ts";
import {addDays, danishClock} from "../queries/reference/wheel-dates.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {type OccurrenceStatus, statusOf} from "../queries/reference/wheel-status.ts";
import type {DueReading} from "./due.ts";

const text = wheelTextOf("da");

export interface DueView {
  readonly municipality: string;
  readonly name: string;
  readonly now: string;
  readonly problems: readonly string[];
  readonly groups: readonly DueGroup[];
  readonly late: readonly DueOccurrence[];
  readonly next: readonly DueOccurrence[];
}
/** Slots of one entry and period about which the same is to be said. */
export interface DueGroup {
  readonly action: Decision["action"];
  readonly title: string;
  readonly why: string;
  readonly slots: readonly string[];
}
export interface DueOccurrence {
  readonly id: string;
  /** Its name in the municipality's wheel file. */
  readonly entry: string;
  readonly title: string;
  readonly window: string;
  readonly owner: string;
  readonly status: OccurrenceStatus;
  readonly said: string;
  readonly learned: string | null;
}

export function dueView(
  {municipality, wheel, decisions}: DueReading,
  name: string,
  now: Date,
  horizonDays: number
): DueView {
  const today = danishClock(now).date;
  const {occurrences} = wheel.facts;
  const titles = new Map(wheel.entries.map(({id, title}) => [id, title]));
  const said = occurrences.map((occurrence) => ({
    occurrence,
    status: statusOf(occurrence, wheel.facts, wheel.arrivals, today)
  }));
  const isNext = ({occurrence: {from, to}, status}: (typeof said)[number]) =>
    to >= today && from <= addDays(today, horizonDays) && status.code !== "arrived";
  const ofThisYear = addDays(today, -365);
  return {
    municipality,
    name,
    now: now.toISOString(),
    problems: wheel.problems,
    groups: groupsOf(decisions, titles),
    late: said.filter(({status, occurrence}) => status.code === "late" && occurrence.to >= ofThisYear).map(described),
    next: said.filter(isNext).map(described)
  };
}

function groupsOf(decisions: readonly Decision[], titles: ReadonlyMap<string, string>): readonly DueGroup[] {
  const said = decisions.map((decision) => ({
    action: decision.action,
    title: titleOf(decision, titles),
    why: whyText(decision.action === "over" ? withoutTime(decision) : decision.why, "da"),
    slot: decision.candidate.id
  }));
  return [...Map.groupBy(said, ({action, title, why}) => `${action}\n${title}\n${why}`).values()].map((group) => ({
    action: group[0]!.action,
    title: group[0]!.title,
    why: group[0]!.why,
    slots: group.map(({slot}) => slot)
  }));
}

/** Packages of one entry end some seconds apart; that is no difference to tell of. */
function withoutTime({why}: Decision): Decision["why"] {
  return why.code === "ended" ? {...why, at: null} : why;
}

function titleOf({candidate: {job, entry, period}}: Decision, titles: ReadonlyMap<string, string>): string {
  const about = titles.get(entry) ?? (entry || text.jobs[job]);
  return period === "" ? about : `${about} (${periodLabel(parsePeriod(period))})`;
}

function described({occurrence, status}: {occurrence: Occurrence; status: OccurrenceStatus}): DueOccurrence {
  const {id, entry, from, to, learned} = occurrence;
  return {
    id,
    entry: entry.id,
    title: entry.title,
    window: text.window(from, to),
    owner: entry.owner,
    status,
    said: statusText(status, "da"),
    learned: learned && text.learned(learned)
  };
}

export function dueLines({municipality, name, now, problems, groups, late, next}: DueView): readonly string[] {
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", title, ...lines]);
  const groupLines = (...actions: readonly Decision["action"][]) =>
    groups.filter(({action}) => actions.includes(action)).map(groupLine);
  return [
    `Årshjulet for ${name} (${municipality}), ${formatMoment(now, "da")}`,
    ...section(
      "Kan ikke bruges i hjulets fil:",
      problems.map((problem) => `  ${problem}`)
    ),
    ...section("Klar nu:", groupLines("run")),
    ...section("Venter:", groupLines("wait", "shorten")),
    ...section("Afsluttet:", groupLines("over", "supersede", "cancel", "give-up")),
    ...section(
      "Mangler:",
      late.map(({title, said}) => `  ${title}: ${said}`)
    ),
    ...section(
      "Nu og næste:",
      next.flatMap(({title, window, said, learned}) => [
        `  ${window}: ${title} (${said})`,
        ...(learned ? [`    ${learned}`] : [])
      ])
    )
  ];
}

function groupLine({title, why, slots}: DueGroup): string {
  return `  ${title}: ${slots.length === 1 ? "" : `${formatNumber(slots.length, 0, "da")} × `}${why}`;
}
