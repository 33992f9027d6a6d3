/** The pattern of a finished release in plain numbers: how much is hidden, never where; and its hash, so that it stays. */
import type {Engine} from "../../queries/engine.ts";
import type {ReleaseManifest} from "../../queries/model.ts";
import type {Protected} from "./protect-cells.ts";
import type {DisclosureRules} from "./rules.ts";

type Protection = ReleaseManifest["protection"];

/** Needs `disclosed` and `unit_version`. */
export async function readProtection(engine: Engine, rules: DisclosureRules, {held}: Protected): Promise<Protection> {
  const counts = await engine.one<{shown: number; hidden: number}>(
    "SELECT count(*) FILTER (blank IS NULL) AS shown, count(*) FILTER (blank = 'hidden') AS hidden FROM disclosed"
  );
  return {
    rule: rules.id,
    ...counts,
    audited: true,
    pattern: await patternHash(engine, "disclosed"),
    audit: {attackers: ["A0", "A1", "A2", "A3"], width: rules.width},
    held,
    counts: await readCounts(engine)
  };
}

/** SHA-256 of the hidden cells' names, one a line, in order; `table` has a release's facts. */
export async function patternHash(engine: Engine, table: string): Promise<string> {
  const {hash} = await engine.one<{hash: string}>(`
    SELECT sha256(coalesce(string_agg(name, chr(10) ORDER BY name), '')) AS hash FROM (
      SELECT concat_ws(' ', indicator || '@' || version, unit, period, category) AS name
      FROM ${table} WHERE blank = 'hidden'
    )`);
  return hash;
}

/** Per indicator and kind of unit; comparison groups are of the kind `group`. What is not protected is not counted. */
async function readCounts(engine: Engine): Promise<NonNullable<Protection["counts"]>> {
  return engine.rows(`
    WITH newest AS (SELECT id, arg_max(kind, valid_from) AS kind FROM unit_version GROUP BY id)
    SELECT indicator, coalesce(newest.kind, 'group') AS kind,
      count(*) FILTER (blank IS NULL)::INTEGER AS shown, count(*) FILTER (blank = 'hidden')::INTEGER AS hidden
    FROM disclosed
    JOIN indicator_rule USING (indicator, version)
    LEFT JOIN newest ON newest.id = disclosed.unit
    WHERE protected
    GROUP BY ALL
    HAVING shown + hidden > 0
    ORDER BY ALL`);
}
