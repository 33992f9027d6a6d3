/** Civil registration numbers split over two columns: a date in one, four digits in the other. */
import type {Engine} from "../queries/engine.ts";
import {type Check, quoteName, quoteText} from "../queries/sql.ts";
import type {Column} from "../queries/standards/standard.ts";
import type {Relation} from "./relation.ts";

const date = "(0?[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])[-./ ]?(0[1-9]|1[0-2])[-./ ]?((18|19|20)\\d\\d|\\d\\d)";
const serial = "\\d{4}";

export async function splitNumberChecks(
  engine: Engine,
  {name}: Relation,
  columns: readonly Column[]
): Promise<readonly Check[]> {
  if (columns.length < 2) return [];
  const dates = await columnsLike(engine, name, columns, date);
  const serials = dates.length > 0 ? await columnsLike(engine, name, columns, serial) : [];
  const pairs = dates.flatMap((first) =>
    serials.flatMap((second) => (first.id === second.id ? [] : [{first, second}]))
  );
  const checks = await Promise.all(pairs.map(({first, second}) => pairCheck(engine, name, first, second)));
  return checks.filter((check) => check !== null);
}

async function columnsLike(
  engine: Engine,
  name: string,
  columns: readonly Column[],
  pattern: string
): Promise<readonly Column[]> {
  const counts = columns.map(({id}, index) => `bool_or(${like(id, pattern)}) AS c${index}`);
  const row = await engine.one<Record<string, boolean | null>>(`SELECT ${counts.join(", ")} FROM ${name}`);
  return columns.filter((_, index) => row[`c${index}`]);
}

/** One row alone may be chance; half of the rows are not. */
async function pairCheck(engine: Engine, name: string, first: Column, second: Column): Promise<Check | null> {
  const condition = `${like(first.id, date)} AND ${like(second.id, serial)}`;
  const {found, filled} = await engine.one<{found: number; filled: number}>(
    `SELECT count(*) FILTER (WHERE ${condition}) AS found,
      count(*) FILTER (WHERE ${quoteName(first.id)} IS NOT NULL AND ${quoteName(second.id)} IS NOT NULL) AS filled FROM ${name}`
  );
  if (found < 5 || found * 2 < filled) return null;
  const message = `${first.header} og ${second.header} ligner tilsammen CPR-numre: en dato og fire cifre.`;
  return {id: `person-number:${first.id}+${second.id}`, severity: "error", column: first.id, condition, message};
}

/** Strings of other lengths need no pattern to be told apart. */
function like(id: string, pattern: string): string {
  const value = quoteName(id);
  return `(strlen(${value}) BETWEEN 4 AND 10 AND regexp_full_match(${value}, ${quoteText(pattern)}))`;
}
