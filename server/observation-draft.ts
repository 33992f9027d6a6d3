/** A finding as it was written in the form, judged before anything is stored; what is wrong is told, nothing is changed silently. */
import {z} from "zod";
import type {DraftField, ObservationDraft} from "../dashboards/pages/observation-form.ts";
import {findClassification} from "../queries/classifications/index.ts";
import type {Unit} from "../queries/model.ts";
import {endOf, isPeriod, type PeriodId, parsePeriod, startOf, stepPeriod} from "../queries/period.ts";
import {findNames} from "../queries/personal/names.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import {type Themes, themesIn} from "../queries/reference/themes.ts";
import type {WrittenObservation} from "../queries/registry/observations.ts";
import {line} from "./identity/form.ts";

export const draftShape = {
  enhed: line(60),
  periode: line(20),
  dato: line(30),
  tema: line(60),
  kvalitet: line(30),
  kilde: line(30),
  vurdering: line(30),
  antal: line(20),
  fund: line(6000),
  citat: line(6000),
  samtykke: z.literal("ja").optional(),
  udgave: line(12).default(""),
  ingen_person: line(2000).default("")
};

export interface DraftContext {
  /** Units that the writer may write about. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly themes: Themes;
  /** Names that are no persons': of units, municipalities and towns. */
  readonly places: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The half-year that the finding has when it is corrected; null for a new one. */
  readonly own: string | null;
}

export type DraftProblem = keyof typeof problemFields;
/** The field that each problem stands at. */
const problemFields = {
  unit: "enhed",
  period: "periode",
  date: "dato",
  dateOutside: "dato",
  dateLater: "dato",
  theme: "tema",
  quality: "kvalitet",
  source: "kilde",
  assessment: "vurdering",
  count: "antal",
  findingShort: "fund",
  findingLong: "fund",
  quoteLong: "citat",
  consent: "samtykke"
} as const satisfies Readonly<Record<string, DraftField>>;

export interface Judged {
  readonly problems: readonly {readonly field: DraftField; readonly problem: DraftProblem | "personNumber" | "names"}[];
  /** Words that may be names and that the writer has not confirmed to be none. */
  readonly asked: readonly string[];
  /** Words that the writer says are none. */
  readonly confirmed: readonly string[];
  /** Null where something is wrong or asked. */
  readonly written: WrittenObservation | null;
}

const longest = {finding: 600, quote: 300} as const;

export function judgeDraft(draft: ObservationDraft, context: DraftContext): Judged {
  const texts = {fund: settled(draft.fund), citat: settled(draft.citat)};
  const found = problemsOf({...draft, ...texts}, context).map((problem) => ({field: problemFields[problem], problem}));
  const fields = ["fund", "citat"] as const;
  const numbers = fields.filter((field) => holdsPersonNumber(texts[field]));
  const looked = draft.ingen_person.split("|").filter(Boolean);
  const named = fields.map((field) => [field, findNames(texts[field], context.places)] as const);
  const all = [...new Set(named.flatMap(([, words]) => words))];
  const asked = all.filter((word) => !looked.includes(word));
  const problems = [
    ...found,
    ...numbers.map((field) => ({field, problem: "personNumber"}) as const),
    ...named
      .filter(([, words]) => words.some((word) => asked.includes(word)))
      .map(([field]) => ({field, problem: "names"}) as const)
  ];
  const confirmed = all.filter((word) => looked.includes(word));
  return {problems, asked, confirmed, written: problems.length > 0 ? null : writtenOf({...draft, ...texts})};
}

/** Line ends as one kind, no control characters, nothing around it: as the page shows it. */
function settled(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === "\n" ? sign : " "))
    .trim();
}

function problemsOf(draft: ObservationDraft, {units, themes, today, own}: DraftContext): readonly DraftProblem[] {
  const {enhed, periode, dato, tema, kvalitet, kilde, vurdering, antal, fund, citat, samtykke} = draft;
  const period = offeredPeriods(today, own).find((each) => each === periode) ?? null;
  const count = /^\d{1,4}$/.test(antal.trim()) ? Number(antal) : 0;
  const checks: readonly (readonly [DraftProblem, boolean])[] = [
    ["unit", !units.has(enhed)],
    ["period", period === null],
    ["date", !z.iso.date().safeParse(dato).success],
    ["theme", !themesIn(themes, period ?? offeredPeriods(today, null)[0]!).some(({code}) => code === tema)],
    ["quality", !isCode("qualities", kvalitet)],
    ["source", !isCode("observation-sources", kilde)],
    ["assessment", !isCode("assessments", vurdering)],
    ["count", count < 1 || count > 2000],
    ["findingShort", fund.length < 10],
    ["findingLong", fund.length > longest.finding],
    ["quoteLong", citat.length > longest.quote],
    ["consent", citat !== "" && samtykke !== "ja"]
  ];
  const wrong = checks.filter(([, isWrong]) => isWrong).map(([problem]) => problem);
  return wrong.includes("date") || !period ? wrong : [...wrong, ...dateProblems(dato, period, today)];
}

function dateProblems(date: string, period: PeriodId, today: string): readonly DraftProblem[] {
  if (date > today) return ["dateLater"];
  return date < startOf(period) || date > endOf(period) ? ["dateOutside"] : [];
}

function isCode(classification: string, code: string): boolean {
  return findClassification(classification)!.codes.some((each) => each.code === code);
}

/** The half-year of the day and the four before it, newest first, and the one that the finding has. */
export function offeredPeriods(today: string, own: string | null): readonly PeriodId[] {
  const now = parsePeriod(`${today.slice(0, 4)}-H${today.slice(5, 7) <= "06" ? 1 : 2}`);
  const offered = [0, -1, -2, -3, -4].map((step) => stepPeriod(now, step));
  return own && isPeriod(own) && !offered.includes(own) ? [...offered, own] : offered;
}

function writtenOf(draft: ObservationDraft): WrittenObservation {
  const {enhed, periode, dato, tema, kvalitet, kilde, vurdering, antal, fund, citat} = draft;
  return {
    ...{unit: enhed, period: periode, theme: tema, quality: kvalitet, source: kilde, assessment: vurdering},
    ...{count: Number(antal), finding: fund, quote: citat === "" ? null : citat, observedOn: dato}
  };
}
