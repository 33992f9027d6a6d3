/** The floor of computing: for every indicator a bare sum and count per unit and period over the columns that it reads. */
import {type Engine, quoteName} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {findStandard, viewName} from "../../queries/standards/index.ts";
import type {Column, Standard} from "../../queries/standards/standard.ts";

/** One `SELECT` for each scan of persons' rows in the indicator's own plan, over the columns that the plan reads. */
export async function bareQueries(engine: Engine, {sql, standards}: Indicator): Promise<readonly string[]> {
  const [explained] = await engine.rows<{explain_value: string}>(`EXPLAIN (FORMAT json) ${sql}`);
  const scans = scansOf(JSON.parse(explained!.explain_value) as readonly PlanNode[]);
  const counted = standards.filter((id) => id !== "units").map((id) => findStandard(id)!);
  const ofUnits = (columns: readonly string[]) =>
    standards.includes("units") && columns.every((name) => name === "unit" || name === "kind");
  return scans.flatMap((columns) => {
    if (ofUnits(columns)) return [];
    const standard = counted.find((each) => columns.every((name) => each.columns.some(({id}) => id === name)));
    return standard ? [bareQuery(standard, columns)] : [];
  });
}

interface PlanNode {
  readonly name: string;
  readonly children: readonly PlanNode[];
  readonly extra_info: {readonly Projections?: string | readonly string[]};
}

function scansOf(nodes: readonly PlanNode[]): readonly (readonly string[])[] {
  return nodes.flatMap(({name, children, extra_info: {Projections: columns = []}}) => [
    ...(name.trim() === "READ_PARQUET" ? [[columns].flat()] : []),
    ...scansOf(children)
  ]);
}

function bareQuery(standard: Standard, names: readonly string[]): string {
  const place = standard.columns.some(({id}) => id === "unit") ? "unit" : "municipality";
  const read = standard.columns.filter(({id}) => names.includes(id) && id !== place && id !== "period");
  const sums = read.map((column, index) => `${aggregateOf(column)} AS s${index}`);
  return `SELECT ${[place, "period", ...sums, "count(*) AS n"].join(", ")} FROM ${viewName(standard.id)} GROUP BY ${place}, period`;
}

function aggregateOf({id, type}: Column): string {
  return type === "decimal" || type === "integer" ? `sum(${quoteName(id)})` : `count(${quoteName(id)})`;
}
