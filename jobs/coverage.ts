import {findClassification} from "../queries/classifications/index.ts";
import type {Engine} from "../queries/engine.ts";
import type {MappingCoverage} from "../queries/registry/reports.ts";
import {quoteName} from "../queries/sql.ts";
import type {Column} from "../queries/standards/standard.ts";
import type {RawSource} from "./careful-load.ts";
import {rawName} from "./casts.ts";

/** Per coded column which local codes met which standard codes and which met none; nothing where all were standard codes. */
export async function codeCoverage(
  engine: Engine,
  {standard, present}: RawSource
): Promise<readonly MappingCoverage[]> {
  const coded = standard.columns.filter(({id, codes}) => codes && present.has(id));
  const coverage = await Promise.all(coded.map((column) => coverageOf(engine, column)));
  return coverage.filter(({met, unmet}) => unmet.length > 0 || met.some(({local, code}) => local !== code));
}

async function coverageOf(engine: Engine, column: Column): Promise<MappingCoverage> {
  const raw = rawName(column.id);
  const code = `CAST(${quoteName(column.id)} AS VARCHAR)`;
  const rows = await engine.rows<{local: string; code: string | null; rows: number}>(
    `SELECT ${localName(raw)} AS local, ${code} AS code, count(*) AS rows FROM staged WHERE ${raw} IS NOT NULL GROUP BY ALL ORDER BY rows DESC, local LIMIT 2000`
  );
  const known = new Set(findClassification(column.codes!)?.codes.map((entry) => entry.code));
  const isMet = (row: {code: string | null}): row is {local: string; code: string; rows: number} =>
    row.code !== null && known.has(row.code);
  return {
    column: column.header,
    classification: column.codes!,
    met: rows.filter(isMet).slice(0, 200),
    unmet: shownUnmet(
      column,
      rows.filter((row) => !isMet(row))
    )
  };
}

function localName(raw: string): string {
  return `left(${raw}, 60)`;
}

type Unmet = MappingCoverage["unmet"][number];

/** A cell in the wrong column can be a person's number or name: what may be one is counted in one line, never shown. */
export function shownUnmet(column: Pick<Column, "personal">, unmet: readonly Unmet[]): readonly Unmet[] {
  const shown = unmet.filter((each) => mayShow(column, each));
  const hidden = unmet.filter((each) => !mayShow(column, each));
  const rows = hidden.reduce((sum, each) => sum + each.rows, 0);
  const local = hidden.length === 1 ? "(ikke vist)" : `(${hidden.length} værdier, ikke vist)`;
  return [
    ...shown.slice(0, 50).map((each) => ({local: each.local, rows: each.rows})),
    ...(rows > 0 ? [{local, rows}] : [])
  ];
}

/** Only what looks like a code, or is so common that it is nobody's. */
function mayShow({personal}: Pick<Column, "personal">, {local, rows}: Unmet): boolean {
  if (personal !== "none" || local.length > 40 || /\d{6}/.test(local.replace(/[\s-]/g, ""))) return false;
  return rows >= 5 || /^\S{1,6}$/.test(local);
}
