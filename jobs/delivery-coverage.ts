/** Table `coverage`: what came of each standard, municipality and period, and why a figure may be missing. */
import {type Engine, quoteText} from "../queries/engine.ts";
import type {Coverage} from "../queries/model.ts";
import {type Exemption, isExempt} from "../queries/reference/exemptions.ts";
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import type {LakeFile} from "../queries/registry/deliveries.ts";
import {writtenSlice} from "../queries/registry/observation-deliveries.ts";
import {standards} from "../queries/standards/index.ts";

/** A delivery that could not be taken in, for each municipality and period it was about. */
export interface Rejection {
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
  readonly delivery: string;
  readonly receivedAt: string;
}

export interface Arrivals {
  /** What was delivered, its rows deleted since or not. */
  readonly files: readonly Omit<LakeFile, "parts">[];
  readonly exemptions: readonly Exemption[];
  readonly rejections: readonly Rejection[];
  /** Delivery id → when it was received. */
  readonly receivedAt: ReadonlyMap<string, string>;
}

type CoverageRow = Omit<Coverage, "municipality" | "period"> & {readonly municipality: string; readonly period: string};

export async function createCoverage(engine: Engine, arrivals: Arrivals): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE coverage (
      standard VARCHAR, municipality VARCHAR, period VARCHAR, state VARCHAR, delivery VARCHAR, received_at VARCHAR,
      "rows" BIGINT
    )`);
  const rows = coverageOf(arrivals);
  for (let from = 0; from < rows.length; from += 2000)
    await engine.run(
      `INSERT INTO coverage VALUES ${rows
        .slice(from, from + 2000)
        .map(valuesOf)
        .join(",\n")}`
    );
}

/**
 * What has not come is `late` in a standard's newest period when the municipality has delivered before, else `missing`.
 * Nobody owes published statistics, which come from one publisher, or successions, which come when something has changed. A finding that one leader
 * writes puts nobody else behind.
 */
export function coverageOf(arrivals: Arrivals): readonly CoverageRow[] {
  return standards.flatMap(({id, periodKind}) => {
    const files = arrivals.files.filter(({standard}) => standard === id);
    const came = Map.groupBy(files, ({municipality, period}) => `${municipality} ${period}`);
    const arrived = [...came.values()].map((group) => arrivedRow(group, arrivals));
    if (periodKind === "any" || id === "unit-successions" || files.length === 0) return arrived;
    const sent = files.filter(({slice}) => slice !== writtenSlice);
    const periods = [...new Set(sent.map(({period}) => period))].sort();
    const known = new Set(sent.map(({municipality}) => municipality));
    const absent = municipalityFacts.flatMap(({code}) =>
      periods
        .filter((period) => !came.has(`${code} ${period}`))
        .map((period) =>
          absentRow({standard: id, municipality: code, period}, period === periods.at(-1) && known.has(code), arrivals)
        )
    );
    return [...arrived, ...absent];
  });
}

function arrivedRow(files: Arrivals["files"], {receivedAt}: Arrivals): CoverageRow {
  const {standard, municipality, period, delivery} = files.at(-1)!;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return {
    standard,
    municipality,
    period,
    state: "arrived",
    delivery,
    receivedAt: receivedAt.get(delivery) ?? null,
    rows
  };
}

interface Owed {
  readonly standard: string;
  readonly municipality: string;
  readonly period: string;
}

function absentRow(owed: Owed, late: boolean, {exemptions, rejections}: Arrivals): CoverageRow {
  const same = (each: {standard: string; municipality: string}) =>
    each.standard === owed.standard && each.municipality === owed.municipality;
  const none = {...owed, delivery: null, receivedAt: null, rows: 0};
  if (isExempt(exemptions, owed)) return {...none, state: "exempt"};
  const rejection = rejections.findLast((each) => same(each) && each.period === owed.period);
  if (rejection) return {...none, state: "rejected", delivery: rejection.delivery, receivedAt: rejection.receivedAt};
  return {...none, state: late ? "late" : "missing"};
}

function valuesOf({standard, municipality, period, state, delivery, receivedAt, rows}: CoverageRow): string {
  const texts = [standard, municipality, period, state, delivery, receivedAt];
  return `(${texts.map((value) => (value === null ? "NULL" : quoteText(value))).join(", ")}, ${rows})`;
}
