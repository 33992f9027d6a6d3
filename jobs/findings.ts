/** Table `disclosed_observation`: qualitative findings as readers may see them. */
import {practiceSources} from "../queries/classifications/observation-sources.ts";
import {type Engine, quoteText} from "../queries/engine.ts";
import type {DisclosureRules} from "./disclosure/rules.ts";

/**
 * Supervision and observation are about the institution's practice: their count is of visits, and below the minimum the
 * finding stays without its count (0). The other sources are persons who were heard: fewer than the minimum could be
 * recognised in what they said, so of the finding nothing is told but its unit, period and theme, as of a hidden figure
 * (`finding` is null). A quote needs consent and at least the minimum.
 */
export async function discloseFindings(engine: Engine, {minimum}: DisclosureRules): Promise<void> {
  const mayShow = `("count" >= ${minimum} OR source IN (${practiceSources.map(quoteText).join(", ")}))`;
  await engine.run(`
    CREATE OR REPLACE TABLE disclosed_observation AS
    SELECT unit, period, theme, quality, source, assessment,
      CASE WHEN "count" >= ${minimum} THEN "count" ELSE 0 END::INTEGER AS "count",
      finding,
      CASE WHEN coalesce(quote_consent, false) AND "count" >= ${minimum} THEN quote END AS quote,
      strftime(observed_on, '%Y-%m-%d') AS observed_on
    FROM observations
    WHERE ${mayShow}
    UNION ALL
    SELECT unit, period, theme, '', '', '', 0, NULL, NULL, ''
    FROM observations WHERE NOT (${mayShow})`);
}
