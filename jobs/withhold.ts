/** What is never released, whatever its size: taken out before anything is judged. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {DisclosureRules} from "./disclosure/rules.ts";

/** Removes rows of `total` and `unit_version`. */
export async function withhold(engine: Engine, {withheldKinds, coarseBreakdowns}: DisclosureRules): Promise<void> {
  const listed = (kinds: readonly string[]) => kinds.map(quoteText).join(", ") || "NULL";
  const unitsOf = (kinds: readonly string[]) => `SELECT id FROM unit_version WHERE kind IN (${listed(kinds)})`;
  const breakdowns = coarseBreakdowns.map(
    ({indicator, kinds}) => `
    DELETE FROM total
    WHERE indicator = ${quoteText(indicator)} AND category <> '' AND unit NOT IN (${unitsOf(kinds)});`
  );
  await engine.run(`
    DELETE FROM total WHERE unit IN (${unitsOf(withheldKinds)});
    DELETE FROM unit_version WHERE kind IN (${listed(withheldKinds)});
    ${breakdowns.join("\n")}`);
}
