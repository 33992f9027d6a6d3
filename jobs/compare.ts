/** The comparison groups' own figures, from disclosed figures of municipalities only. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {ComparisonGroup} from "../queries/model.ts";
import {readComparisonGroups} from "./groups.ts";
import {publishedInterval} from "./interval-sql.ts";

/** Adds a group's rows to `disclosed` wherever one of its municipalities has a row; gives the groups. */
export async function compare(engine: Engine): Promise<readonly ComparisonGroup[]> {
  const groups = await readComparisonGroups(engine);
  await engine.run(`${groupMembers(groups)}\n${groupFigures}`);
  return groups;
}

function groupMembers(groups: readonly ComparisonGroup[]): string {
  const own = groups.filter(({kind}) => kind !== "region" && kind !== "nation");
  const rows = own.flatMap(({id, members}) =>
    members.map((member) => `(${quoteText(id)}, ${quoteText(member)}, ${members.length})`)
  );
  return `
    CREATE OR REPLACE TEMP TABLE group_member ("group" VARCHAR, member VARCHAR, expected INTEGER);
    ${rows.length > 0 ? `INSERT INTO group_member VALUES ${rows.join(", ")};` : ""}`;
}

/**
 * Ratios of sums over the members that are shown. Refused when fewer than half of them are: `hidden` where any member is,
 * otherwise `not-reported`. What others have published as a rate has no group value, since its parts are not known.
 */
const groupFigures = `
  CREATE OR REPLACE TEMP TABLE group_sum AS
  SELECT "group" AS unit, indicator, version, period, category,
    any_value(group_member.expected) AS expected,
    count(*) FILTER (blank IS NULL)::INTEGER AS members,
    bool_or(coalesce(blank = 'hidden', false)) AS concealed,
    bool_and(coalesce(blank = 'exempt', false)) AS exempt,
    bool_and(coalesce(blank = 'not-yet-published', false)) AS awaited,
    bool_and(coalesce(blank = 'not-applicable', false)) AS foreign_to,
    round(sum(coalesce(disclosed.numerator, if(blank IS NULL, total.numerator, NULL))), 6) AS numerator,
    round(sum(coalesce(disclosed.denominator, if(blank IS NULL, total.denominator, NULL))), 6) AS denominator,
    sum(coalesce(disclosed.persons, if(blank IS NULL, total.persons, NULL)))::BIGINT AS persons,
    bool_or(blank IS NULL AND disclosed.numerator IS NULL) AS uncounted,
    round(sum(value / scale), 9) AS ratios,
    round(sum(yy) FILTER (blank IS NULL), 6) AS yy,
    round(sum(xy) FILTER (blank IS NULL), 6) AS xy,
    round(sum(xx) FILTER (blank IS NULL), 6) AS xx
  FROM disclosed
  JOIN group_member ON member = disclosed.unit
  JOIN indicator_rule USING (indicator, version)
  LEFT JOIN total USING (indicator, version, unit, period, category)
  GROUP BY ALL;

  INSERT INTO disclosed BY NAME
  WITH counted AS (
    SELECT group_sum.* REPLACE (
        CASE WHEN grouping = 'mean-of-members' THEN ratios ELSE numerator END AS numerator,
        CASE WHEN measure = 'count' THEN 1 WHEN grouping = 'mean-of-members' THEN members ELSE denominator END AS denominator
      ),
      measure, grouping, scale,
      CASE
        WHEN exempt THEN 'exempt'
        WHEN awaited THEN 'not-yet-published'
        WHEN foreign_to OR (grouping = 'published' AND measure <> 'count') THEN 'not-applicable'
        WHEN members * 2 < group_sum.expected OR members = 0 THEN CASE WHEN concealed THEN 'hidden' ELSE 'not-reported' END
      END AS blank,
      "interval", lowest, highest, decimals
    FROM group_sum JOIN indicator_rule USING (indicator, version)
  ),
  judged AS (
    SELECT counted.*, numerator / nullif(denominator, 0) * scale AS value,
      ${publishedInterval("counted", "counted")}
    FROM counted
  )
  SELECT indicator, version, unit, period, category,
    CASE WHEN blank IS NULL THEN if(uncounted, round(value, decimals), value) END AS value,
    ${["numerator", "denominator", "persons"].map((name) => `CASE WHEN blank IS NULL AND NOT uncounted THEN ${name} END AS ${name}`).join(", ")},
    ${["low", "high"].map((name) => `CASE WHEN blank IS NULL THEN ${name} END AS ${name}`).join(", ")},
    blank, false AS linked, members, expected
  FROM judged;`;
