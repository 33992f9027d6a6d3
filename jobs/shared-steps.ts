/**
 * Indicators begin with named steps (`WITH name AS (…)`). A step that stands word for word in several of them reads the
 * same persons, so it is taken once for all. Each file still says everything by itself.
 */
import type {Indicator} from "../queries/model.ts";

export interface Step {
  readonly name: string;
  readonly sql: string;
  /** Reads no other step of its query. */
  readonly alone: boolean;
}

export interface SharedItem {
  readonly indicator: Indicator;
  /** The query, reading shared steps from their tables. */
  readonly sql: string;
  /** Tables to make before it. */
  readonly make: readonly {readonly table: string; readonly sql: string}[];
  /** Tables that nothing after it reads. */
  readonly drop: readonly string[];
}

/** In the order of computing: users of the same step beside each other, so that few tables live at a time. */
export function planShared(indicators: readonly Indicator[]): readonly SharedItem[] {
  const parsed = indicators.map((indicator) => ({indicator, ...splitSteps(indicator.sql)}));
  const tables = tablesOf(parsed.flatMap(({steps}) => steps));
  const shared = ({sql, alone}: Step) => (alone ? tables.get(sql) : undefined);
  const groups = Map.groupBy(parsed, ({steps}) => steps.map(shared).find((table) => table !== undefined) ?? "");
  const ordered = [...groups.values()].flat();
  const needs = ordered.map(({steps}) => steps.filter((step) => shared(step) !== undefined));
  const reads = (place: readonly Step[], sql: string) => place.some((step) => step.sql === sql);
  return ordered.map(({indicator, steps, main}, index) => ({
    indicator,
    sql: joinSteps(steps, main, shared),
    make: needs[index]!.filter(({sql}) => needs.findIndex((each) => reads(each, sql)) === index).map((step) => ({
      table: shared(step)!,
      sql: step.sql
    })),
    drop: needs[index]!.filter(({sql}) => needs.findLastIndex((each) => reads(each, sql)) === index).map(
      (step) => shared(step)!
    )
  }));
}

/** A table's name for the text of every step that stands in more than one query. */
function tablesOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  const uses = Map.groupBy(
    steps.filter(({alone}) => alone),
    ({sql}) => sql
  );
  const repeated = [...uses].filter(([, users]) => users.length > 1);
  return new Map(repeated.map(([sql, users], index) => [sql, `step_${index + 1}_${users[0]!.name}`]));
}

function joinSteps(steps: readonly Step[], main: string, shared: (step: Step) => string | undefined): string {
  if (steps.length === 0) return main;
  const texts = steps.map((step) => {
    const table = shared(step);
    return `${step.name} AS (${table ? `SELECT * FROM ${table}` : step.sql}\n)`;
  });
  return `WITH ${texts.join(",\n")}\n${main}`;
}

/** The leading steps of a query and what follows them. */
export function splitSteps(query: string): {readonly steps: readonly Step[]; readonly main: string} {
  if (!/^WITH\s/i.test(query)) return {steps: [], main: query};
  const found: {name: string; sql: string}[] = [];
  let rest = `,${query.slice(4)}`;
  while (rest.startsWith(",")) {
    const head = /^,\s*(\w+)\s+AS\s*\(/i.exec(rest);
    if (!head) throw new Error(`not a named step: ${rest.slice(1, 40).trim()}`);
    const end = closingOf(rest, head[0].length);
    found.push({name: head[1]!, sql: rest.slice(head[0].length, end).trim()});
    rest = rest.slice(end + 1).trimStart();
  }
  const steps = found.map(({name, sql}) => ({
    name,
    sql,
    alone: !found.some((other) => other.name !== name && new RegExp(`\\b${other.name}\\b`).test(sql))
  }));
  return {steps, main: rest};
}

/** Where the parenthesis that is open before `from` closes; texts and comments are passed over. */
function closingOf(text: string, from: number): number {
  let depth = 1;
  for (const match of text.slice(from).matchAll(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|[()]/g)) {
    if (match[0] === "(") depth++;
    if (match[0] === ")") depth--;
    if (depth === 0) return from + match.index;
  }
  throw new Error(`a parenthesis is never closed: ${text.slice(0, 40).trim()}`);
}
