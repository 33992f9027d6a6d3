import {type Engine, quoteText} from "../../queries/engine.ts";
import {halfYears, isSpring, lastHalfYear} from "./calendar.ts";
import {daycareTexts} from "./daycare-texts.ts";
import type {ThemeTexts} from "./finding-texts.ts";
import {followTexts, quoteTexts} from "./follow-texts.ts";
import {leisureTexts} from "./leisure-texts.ts";
import {schoolTexts} from "./school-texts.ts";

const textsOf: Readonly<Record<string, readonly ThemeTexts[]>> = {
  daycare: daycareTexts,
  school: schoolTexts,
  leisure: leisureTexts
};
const assessments = ["strength", "attention"] as const;

/** Half-years with observations: the last three. */
export const observedHalfYears = [lastHalfYear - 2, lastHalfYear - 1, lastHalfYear] as const;

/** Tables of text parts, and `observed_unit`: which unit an institution's findings belong to in a half-year. */
export async function createObservations(engine: Engine): Promise<void> {
  const findings = Object.entries(textsOf).flatMap(([kind, themes]) =>
    themes.flatMap(({theme, quality, ...texts}) =>
      assessments.map((each) => [kind, theme, quality, each, texts[each]] as const)
    )
  );
  const follows = Object.keys(textsOf).flatMap((kind) =>
    assessments.map(
      (each) =>
        [kind, each, [...followTexts.all[each], ...followTexts[kind as keyof typeof followTexts][each]]] as const
    )
  );
  const quotes = Object.entries(quoteTexts).flatMap(([source, texts]) =>
    assessments.map((each) => [source, each, texts[each]] as const)
  );
  await createTable(engine, "finding_text", "kind, theme, quality, assessment, texts", findings);
  await createTable(engine, "follow_text", "kind, assessment, follows", follows);
  await createTable(engine, "quote_text", "source, assessment, quotes", quotes);
  await engine.run(observedUnits);
}

const observedUnits = `
  CREATE TABLE observed_unit AS
  SELECT DISTINCT ON (unit_now, t) t, unit_now, municipality, kind, hard, way_two
  FROM (
    SELECT periods.t, base.municipality, base.kind, hard, way_two, base.unit,
      if(periods.t >= coalesce(transition.t, 99), to_unit, base.unit) AS unit_now
    FROM base
    CROSS JOIN (VALUES ${observedHalfYears.map((t) => `(${t})`).join(", ")}) AS periods(t)
    LEFT JOIN (SELECT from_unit, to_unit, t FROM transition) AS transition(from_unit, to_unit, t) ON from_unit = base.unit
    WHERE detailed
  )
  ORDER BY unit_now, t, unit;`;

type Cell = string | readonly string[];

async function createTable(engine: Engine, table: string, columns: string, rows: readonly (readonly Cell[])[]) {
  const cell = (value: Cell) => (typeof value === "string" ? quoteText(value) : `[${value.map(quoteText).join(", ")}]`);
  const values = rows.map((row) => `(${row.map(cell).join(", ")})`).join(", ");
  await engine.run(`CREATE TABLE ${table} AS SELECT * FROM (VALUES ${values}) AS t(${columns})`);
}

/** Three to six findings per institution, each on its own theme; a text returns at the earliest three half-years later. */
export function selectObservations(t: number): string {
  const period = halfYears[t]!;
  const first = isSpring(t) ? `${period.slice(0, 4)}-01-20` : `${period.slice(0, 4)}-09-01`;
  return `
    SELECT municipality, '${period}' AS period, unit_now AS unit, '${period}-' || lpad(place::VARCHAR, 2, '0') AS observation,
      theme, quality, source, assessment, count, finding,
      if(quoted, quotes[1 + (seeded('quote|' || unit_now) % 97 + place + ${6 * t})::INT % len(quotes)], NULL) AS quote,
      if(quoted, part(words, 3) < 0.78, NULL) AS quote_consent,
      observed_on + if(dayofweek(observed_on) IN (0, 6), 2, 0)::INT AS observed_on
    FROM (
      SELECT
        chosen.*,
        finding_text.quality,
        finding_text.texts[1 + (seeded('first|' || unit_now || chosen.theme) % 3 + ${t})::INT % len(texts)]
          || ' ' || follows[1 + (seeded('follow|' || unit_now) % 97 + place + ${6 * t})::INT % len(follows)] AS finding,
        quotes,
        quotes IS NOT NULL AND part(words, 1) < 0.5 AS quoted,
        DATE '${first}' + floor(part(bits, 2) * 100)::INT AS observed_on,
        ${counted} AS count
      FROM (${chosen(t)}) AS chosen
      JOIN finding_text USING (kind, theme, assessment)
      JOIN follow_text USING (kind, assessment)
      LEFT JOIN quote_text USING (source, assessment)
    )
    ORDER BY municipality, unit_now, place`;
}

const counted = `
  CASE source
    WHEN 'supervision' THEN 1 + floor(part(bits, 3) * 3)
    WHEN 'observation' THEN 2 + floor(part(bits, 3) * 6)
    WHEN 'child-interview' THEN 3 + floor(part(bits, 3) * 14)
    WHEN 'pupil-council' THEN 7 + floor(part(bits, 3) * 15)
    WHEN 'parent-board' THEN 5 + floor(part(bits, 3) * 5)
    ELSE 4 + floor(part(bits, 3) * 18)
  END::INT`;

function chosen(t: number): string {
  return `
    SELECT *, if(part(bits, 0) < 0.58 - 0.06 * hard + 0.05 * way_two, 'strength', 'attention') AS assessment,
      pick(CASE kind
        WHEN 'school' THEN ['observation', 'observation', 'pupil-council', 'pupil-council', 'parent-board', 'staff', 'staff', 'supervision']
        WHEN 'daycare' THEN ['supervision', 'supervision', 'observation', 'observation', 'child-interview', 'child-interview', 'parent-board', 'staff']
        ELSE ['observation', 'observation', 'child-interview', 'child-interview', 'parent-board', 'staff']
      END, part(bits, 1)) AS source
    FROM (
      SELECT observed_unit.*, theme,
        seeded('finding|' || unit_now || theme || '|${t}') AS bits,
        seeded('words|' || unit_now || theme || '|${t}') AS words,
        row_number() OVER (PARTITION BY unit_now ORDER BY seeded('theme|' || unit_now || theme || '|${t}')) AS place
      FROM observed_unit JOIN (SELECT DISTINCT kind, theme FROM finding_text) AS themes USING (kind)
      WHERE t = ${t}
    )
    WHERE place <= 3 + seeded('findings|' || unit_now || '|${t}') % 4`;
}
