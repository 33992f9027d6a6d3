import type {Engine} from "../queries/engine.ts";
import {personNumberPattern} from "../queries/person-numbers.ts";
import {type Check, quoteName} from "../queries/sql.ts";
import type {Column, Standard} from "../queries/standards/standard.ts";
import type {Relation} from "./relation.ts";

export function pseudonyms({columns}: Standard): readonly Column[] {
  return columns.filter(({personal}) => personal === "pseudonym");
}

/**
 * Civil registration numbers where pseudonyms belong. Other ten-digit numbers look like dates now and then (one in 27),
 * so a column is refused when at least one in five of its values of that length does. Modulus 11 proves nothing since 2007.
 */
export async function personNumberChecks(
  engine: Engine,
  standard: Standard,
  {name}: Relation
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const {id, header} of pseudonyms(standard)) {
    const value = quoteName(id);
    const condition = `regexp_full_match(${value}, '${personNumberPattern}')`;
    const {found, tens} = await engine.one<{found: number; tens: number}>(
      `SELECT count(*) FILTER (WHERE ${condition}) AS found, count(*) AS tens FROM ${name} WHERE strlen(${value}) IN (10, 11)`
    );
    if (found === 0 || found * 5 < tens) continue;
    const message = `${header} ligner CPR-numre. Lever kun pseudonymer.`;
    checks.push({id: `person-number:${id}`, severity: "error", column: id, condition, message});
  }
  return checks;
}
