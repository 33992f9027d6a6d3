/** Table `indicator_rule`: what the SQL of protection, comparison and blanks needs of each indicator's definition. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Indicator} from "../queries/model.ts";
import {type DisclosureRules, findFamily, isProtected} from "./disclosure/rules.ts";
import {intervalMacros} from "./interval-sql.ts";

/** One row per indicator and version; `family` is the same for indicators whose cells are linked. */
export async function createIndicatorRules(
  engine: Engine,
  indicators: readonly Indicator[],
  rules: DisclosureRules
): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TEMP TABLE indicator_rule (
      indicator VARCHAR, version INTEGER, family VARCHAR, protected BOOLEAN, measure VARCHAR, grouping VARCHAR,
      scale DOUBLE, "interval" VARCHAR, lowest DOUBLE, highest DOUBLE, sums_categories BOOLEAN, decimals INTEGER
    );
    ${indicators.length > 0 ? `INSERT INTO indicator_rule VALUES ${indicators.map((each) => rowOf(each, rules)).join(", ")};` : ""}
    ${intervalMacros}`);
}

function rowOf(indicator: Indicator, rules: DisclosureRules): string {
  const {id, version, measure, group, scale, interval, bounds, dimension, totals, decimals} = indicator;
  const texts = [id, findFamily(id, rules)?.id ?? id, measure, group, interval].map(quoteText);
  const [name, family, measured, grouped, kind] = texts;
  const [lowest, highest] = bounds ?? ["NULL", "NULL"];
  return `(${name}, ${version}, ${family}, ${isProtected(indicator)}, ${measured}, ${grouped}, ${scale}, ${kind},
    ${lowest}, ${highest}, ${dimension !== null && totals === "sum"}, ${decimals})`;
}
