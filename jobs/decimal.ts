import type {Engine} from "../queries/engine.ts";
import {quoteText} from "../queries/sql.ts";
import type {Column} from "../queries/standards/standard.ts";
import type {RawSource} from "./careful-load.ts";
import {rawName} from "./casts.ts";
import {type DecimalEvidence, decideDecimal, decimalPatterns, parseDecimal} from "./dialect.ts";
import {Doubt, type ExaminationJob, Refusal} from "./examination.ts";

/** The decimal sign of the whole file's decimal columns; null where none of them needs one. Asks when it matters. */
export async function decideFileDecimal(
  engine: Engine,
  job: ExaminationJob,
  source: RawSource
): Promise<"," | "." | null> {
  if (job.said.decimal !== undefined) return parseDecimal(job.said.decimal);
  if (source.decimal !== null) return source.decimal;
  const columns = source.standard.columns.filter(
    ({id, type, codes}) => type === "decimal" && !codes && source.present.has(id)
  );
  if (columns.length === 0) return null;
  const evidence = await Promise.all(columns.map((column) => evidenceIn(engine, column)));
  const decided = decideDecimal(added(evidence));
  if (decided === "both")
    throw new Refusal(
      "mixed-decimals",
      "Filen bruger både komma og punktum som decimaltegn. Ret den, eller angiv decimaltegnet med --decimal."
    );
  if (decided !== "unclear") return decided;
  const byRange = await decideByRange(engine, columns);
  if (byRange !== null) return byRange;
  const headers = columns.map(({header}) => header).join(", ");
  throw new Doubt(
    "--decimal",
    `Tallene i ${headers} er skrevet som 1.234 eller 1,234. Det kan ikke afgøres, om tegnet er decimaltegn eller adskiller tusinder. Angiv decimaltegnet med --decimal.`,
    [",", "."]
  );
}

async function evidenceIn(engine: Engine, {id}: Column): Promise<DecimalEvidence> {
  const raw = rawName(id);
  const counts = Object.entries(decimalPatterns).map(
    ([kind, pattern]) => `count(*) FILTER (WHERE regexp_matches(${raw}, ${quoteText(pattern)})) AS "${kind}"`
  );
  return engine.one<DecimalEvidence & Record<string, number>>(`SELECT ${counts.join(", ")} FROM source`);
}

function added(evidence: readonly DecimalEvidence[]): DecimalEvidence {
  const sum = (kind: keyof DecimalEvidence) => evidence.reduce((total, one) => total + one[kind], 0);
  return {comma: sum("comma"), point: sum("point"), commaThree: sum("commaThree"), pointThree: sum("pointThree")};
}

/** A standard's own range can decide: 1.234 days of absence in a half-year can only be a little more than one. */
async function decideByRange(engine: Engine, columns: readonly Column[]): Promise<"," | "." | null> {
  const possible = new Set<"," | ".">([",", "."]);
  for (const {id, minimum = -Infinity, maximum = Infinity} of columns) {
    for (const decimal of [",", "."] as const) {
      const other = decimal === "," ? "." : ",";
      const number = `TRY_CAST(replace(replace(${rawName(id)}, '${other}', ''), ',', '.') AS DOUBLE)`;
      const outside = [
        Number.isFinite(maximum) ? `${number} > ${maximum}` : "",
        Number.isFinite(minimum) ? `${number} < ${minimum}` : ""
      ].filter((part) => part !== "");
      if (outside.length === 0) continue;
      const {count} = await engine.one<{count: number}>(
        `SELECT count(*) AS count FROM source WHERE ${outside.join(" OR ")}`
      );
      if (count > 0) possible.delete(decimal);
    }
  }
  return possible.size === 1 ? [...possible][0]! : null;
}
