/** What a query really reads, against what its indicator says that it reads and what that data may serve. */
import type {Engine} from "../queries/engine.ts";
import {findEthicsForm} from "../queries/ethics/index.ts";
import type {Indicator} from "../queries/model.ts";
import {purposeProblems} from "../queries/purpose.ts";
import {standards, viewName} from "../queries/standards/index.ts";

/** Throws with every indicator that reads a standard it does not declare, or data whose purposes do not meet. */
export async function checkReading(engine: Engine, indicators: readonly Indicator[]): Promise<void> {
  const problems: string[] = [];
  for (const indicator of indicators) {
    const {id, version} = indicator;
    const found = await readingProblems(engine, indicator);
    problems.push(...found.map((problem) => `${id}@${version}: ${problem}`));
  }
  if (problems.length > 0) throw new Error(`indicators that may not be computed:\n${problems.join("\n")}`);
}

async function readingProblems(engine: Engine, {id, sql, standards: declared}: Indicator): Promise<readonly string[]> {
  const read = await standardsRead(engine, sql);
  const undeclared = read.filter((standard) => !declared.includes(standard));
  return [
    ...undeclared.map((standard) => `reads ${standard}, which its header does not name`),
    ...purposeProblems([...new Set([...declared, ...read])], findEthicsForm(id)?.purposes ?? null)
  ];
}

/** By the engine's own reading of the query. A named step that is called as a standard counts as reading it. */
export async function standardsRead(engine: Engine, sql: string): Promise<readonly string[]> {
  const {tree} = await engine.one<{tree: string}>("SELECT json_serialize_sql(?::VARCHAR)::VARCHAR AS tree", [sql]);
  const parsed = JSON.parse(tree) as {error: boolean; error_message?: string};
  if (parsed.error) throw new Error(`not a query: ${parsed.error_message}`);
  const tables = new Set<string>();
  collect(parsed, tables);
  return standards.map(({id}) => id).filter((id) => tables.has(viewName(id)));
}

function collect(node: unknown, tables: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const {type, table_name: table} = node as Record<string, unknown>;
  if (type === "BASE_TABLE" && typeof table === "string") tables.add(table.toLowerCase());
  for (const value of Object.values(node)) collect(value, tables);
}
