/** The floor of computing: for every indicator a bare sum and count per unit and period over the columns that it reads. */
import {quoteName} from "../../queries/engine.ts";
import type {Indicator} from "../../queries/model.ts";
import {findStandard, viewName} from "../../queries/standards/index.ts";
import type {Column} from "../../queries/standards/standard.ts";

/** One `SELECT` per indicator and standard that it counts rows of. */
export function bareQueries({sql, standards}: Indicator): readonly string[] {
  const words = new Set(sql.match(/\w+/g));
  return standards
    .filter((id) => id !== "units")
    .map((id) => {
      const standard = findStandard(id)!;
      const unit = standard.columns.some((column) => column.id === "unit") ? "unit" : "municipality";
      const read = standard.columns.filter((column) => words.has(column.id) && ![unit, "period"].includes(column.id));
      const columns = [unit, "period", ...read.map((column, index) => `${aggregateOf(column)} AS s${index}`), "count(*) AS n"];
      return `SELECT ${columns.join(", ")} FROM ${viewName(id)} GROUP BY ${unit}, period`;
    });
}

function aggregateOf({id, type}: Column): string {
  return type === "decimal" || type === "integer" ? `sum(${quoteName(id)})` : `count(${quoteName(id)})`;
}
