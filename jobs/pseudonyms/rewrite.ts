/** Rewrites a Parquet file with other texts in some columns, row by row in the same order. */
import {dirname} from "node:path";
import {Engine} from "../../queries/engine.ts";
import {parsePersonNumber} from "../../queries/personal/person-numbers.ts";
import {quoteName, quoteText} from "../../queries/sql.ts";
import {type PseudonymKeys, pseudonymOf, renewed} from "./cipher.ts";
import type {KeyAnswer, RewriteTask} from "./key-task.ts";

const batch = 50_000;

export async function rewrite(task: RewriteTask, keys: PseudonymKeys): Promise<KeyAnswer> {
  const {from, to, columns} = task;
  const folders = [...new Set([dirname(from), dirname(to)])].map((folder) => `${folder}/`);
  const engine = await Engine.open({threads: 2, memory: "1200MB", spillDir: dirname(to), folders});
  try {
    await engine.run(
      `CREATE TEMP VIEW delivered AS SELECT * FROM read_parquet(${quoteText(from)}, file_row_number = true)`
    );
    let changed = 0;
    for (const column of columns) changed += await translate(engine, column, changeOf(task, keys));
    if (changed === 0) return {changed, repeated: 0};
    const replaced = columns.map(
      (column) => `coalesce(${table(column)}.after, delivered.${quoteName(column)}) AS ${quoteName(column)}`
    );
    const joins = columns.map(
      (column) => `LEFT JOIN ${table(column)} ON ${table(column)}.before = delivered.${quoteName(column)}`
    );
    await engine.run(
      `COPY (SELECT delivered.* EXCLUDE (file_row_number) REPLACE (${replaced.join(", ")}) FROM delivered ${joins.join(" ")}
      ORDER BY delivered.file_row_number) TO ${quoteText(to)} (FORMAT parquet)`
    );
    return {changed, repeated: await repeatedKeys(engine, task)};
  } finally {
    engine.close();
  }
}

function changeOf({task, domain}: RewriteTask, keys: PseudonymKeys): (text: string) => string {
  if (task === "renew") return (text) => renewed(text, keys);
  return (text) => {
    const number = parsePersonNumber(text);
    if (number === null) throw new Error("not a civil registration number");
    return pseudonymOf(number, domain, keys);
  };
}

/** A table of each value before and after; only of those that change. */
async function translate(engine: Engine, column: string, change: (text: string) => string): Promise<number> {
  const {value = []} = await engine.columns(
    `SELECT DISTINCT ${quoteName(column)} AS value FROM delivered WHERE ${quoteName(column)} IS NOT NULL`
  );
  await engine.run(`CREATE TEMP TABLE ${table(column)} (before VARCHAR, after VARCHAR)`);
  const pairs = (value as readonly string[]).map((before) => ({before, after: change(before)}));
  const changed = pairs.filter(({before, after}) => before !== after);
  for (let from = 0; from < changed.length; from += batch)
    await engine.run(
      `INSERT INTO ${table(column)} SELECT unnest(from_json(CAST(? AS JSON), '[{"before": "VARCHAR", "after": "VARCHAR"}]'), recursive := true)`,
      [JSON.stringify(changed.slice(from, from + batch))]
    );
  return changed.length;
}

function table(column: string): string {
  return quoteName(`changed ${column}`);
}

async function repeatedKeys(engine: Engine, {to, key}: RewriteTask): Promise<number> {
  const columns = key.map(quoteName).join(", ");
  const {repeated} = await engine.one<{repeated: number}>(
    `SELECT coalesce(sum(n), 0)::INTEGER AS repeated FROM (SELECT count(*) AS n FROM read_parquet(${quoteText(to)}) GROUP BY ${columns} HAVING n > 1)`
  );
  return repeated;
}
