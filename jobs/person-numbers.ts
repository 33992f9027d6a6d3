/** Civil registration numbers in the declared columns of a delivery: what is looked for is pure, here it is counted. */
import type {Engine} from "../queries/engine.ts";
import {type ColumnTally, holdsPersonNumbers} from "../queries/personal/judgement.ts";
import {type Form, findPersonNumber} from "../queries/personal/person-numbers.ts";
import {shapedPatterns, suspectPattern} from "../queries/personal/suspects.ts";
import {type Check, quoteName, quoteText} from "../queries/sql.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import type {Relation} from "./relation.ts";
import {splitNumberChecks} from "./split-numbers.ts";

/** Columns where anything may stand: text that is no code and must not exist elsewhere. */
export function watchedColumns({columns}: Standard): readonly Column[] {
  return columns.filter(({type, codes, references}) => type === "text" && !codes && !references);
}

export interface Watch {
  readonly relation: Relation;
  /** The watched columns that have texts of nine characters or more. */
  readonly long: readonly Column[];
  /** Numbers where pseudonyms belong are welcome. */
  readonly pseudonymise: boolean;
}

export interface PersonNumberChecks {
  readonly checks: readonly Check[];
  /** Columns whose numbers must become pseudonyms. */
  readonly columns: readonly string[];
}

export async function personNumberChecks(
  engine: Engine,
  standard: Standard,
  {relation, long, pseudonymise}: Watch
): Promise<PersonNumberChecks> {
  const checks: Check[] = [];
  const columns: string[] = [];
  for (const column of long) {
    const sightings = await sightingsIn(engine, relation, column);
    if (sightings.size === 0) continue;
    const tally = await tallyOf(engine, relation, column, sightings);
    if (!holdsPersonNumbers(tally, column.freeText ?? false)) continue;
    const welcome = pseudonymise && column.personal === "pseudonym" && tally.found.whole + tally.found.short > 0;
    if (welcome) columns.push(column.id);
    checks.push(await (welcome ? otherValues : anyNumbers)(engine, column, sightings));
  }
  return {checks: [...checks, ...(await splitNumberChecks(engine, relation, watchedColumns(standard)))], columns};
}

interface Sighting {
  readonly form: Form;
  readonly modulus11: boolean;
  readonly rows: number;
}

type Sightings = ReadonlyMap<string, Sighting>;

/** Different values that hold a number: a coarse sieve in the engine, then the detector. */
async function sightingsIn(engine: Engine, {name}: Relation, {id}: Column): Promise<Sightings> {
  const column = quoteName(id);
  const {value, rows} = await engine.columns(
    `SELECT value, rows FROM (SELECT ${column} AS value, count(*) AS rows FROM ${name} WHERE strlen(${column}) >= 9 GROUP BY ALL)
    WHERE regexp_matches(value, ${quoteText(suspectPattern)})`
  );
  const sightings = new Map<string, Sighting>();
  for (const [index, text] of ((value ?? []) as readonly string[]).entries()) {
    const found = findPersonNumber(text);
    if (found) sightings.set(text, {form: found.form, modulus11: found.modulus11, rows: rows![index] as number});
  }
  return sightings;
}

async function tallyOf(engine: Engine, {name}: Relation, {id}: Column, sightings: Sightings): Promise<ColumnTally> {
  const column = quoteName(id);
  const found = {whole: 0, short: 0, within: 0, encoded: 0};
  let modulus11 = 0;
  for (const {form, modulus11: passes, rows} of sightings.values()) {
    found[form] += rows;
    if (passes) modulus11 += rows;
  }
  const counts = (["whole", "short", "within"] as const).map((form) => {
    const like = form === "within" ? "regexp_matches" : "regexp_full_match";
    const condition = found[form] > 0 ? `${like}(${column}, ${quoteText(shapedPatterns[form])})` : "false";
    return `count(*) FILTER (WHERE ${condition}) AS ${form}`;
  });
  const {values, ...shaped} = await engine.one<{values: number; whole: number; short: number; within: number}>(
    `SELECT count(${column}) AS "values", ${counts.join(", ")} FROM ${name} WHERE strlen(${column}) >= 9`
  );
  return {values, found, modulus11, shaped};
}

async function anyNumbers(engine: Engine, column: Column, sightings: Sightings): Promise<Check> {
  const {id, header, personal, freeText} = column;
  const table = await keep(engine, id, [...sightings.keys()]);
  const message = freeText
    ? `${header} ser ud til at rumme CPR-numre. Fjern dem, og send filen igen.`
    : personal === "pseudonym"
      ? `${header} ligner CPR-numre. Lever kun pseudonymer.`
      : `${header} ligner CPR-numre, som ikke hører hjemme her.`;
  return checkOf(`person-number:${id}`, id, `${quoteName(id)} IN (SELECT value FROM ${table})`, message);
}

/** In a column of numbers that become pseudonyms nothing else can. */
async function otherValues(engine: Engine, {id, header}: Column, sightings: Sightings): Promise<Check> {
  const numbers = [...sightings].flatMap(([value, {form}]) => (form === "whole" || form === "short" ? [value] : []));
  const table = await keep(engine, id, numbers);
  const condition = `${quoteName(id)} NOT IN (SELECT value FROM ${table})`;
  return checkOf(`not-person-number:${id}`, id, condition, `${header} er ikke et CPR-nummer som kolonnens andre.`);
}

async function keep(engine: Engine, id: string, values: readonly string[]): Promise<string> {
  const table = quoteName(`person numbers ${id}`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT unnest(CAST(CAST(? AS JSON) AS VARCHAR[])) AS value`,
    [JSON.stringify(values)]
  );
  return table;
}

function checkOf(id: string, column: string, condition: string, message: string): Check {
  return {id, severity: "error", column, condition, message};
}
