/** What the checks of the newest deliveries found, summed: rules and counts, never a row or a value. */
import {type Delivery, listDeliveries} from "./deliveries.ts";
import type {Registry} from "./open.ts";
import type {Finding} from "./reports.ts";

export interface FindingSum extends Pick<Finding, "rule" | "severity" | "message"> {
  readonly standard: string;
  readonly deliveries: number;
  readonly rows: number;
}

/** How a standard's column was translated from local codes. */
export interface MappingSum {
  readonly standard: string;
  readonly column: string;
  readonly met: number;
  readonly unmet: number;
  readonly rowsMet: number;
  readonly rowsUnmet: number;
}

export interface QualitySums {
  /** Deliveries that are current in part at least, and rejected ones that nothing newer took the place of. */
  readonly deliveries: number;
  /** ISO 8601, or null where nothing was ever received. */
  readonly newest: string | null;
  readonly findings: readonly FindingSum[];
  readonly mappings: readonly MappingSum[];
}

/** Changes whenever a delivery does. */
export async function qualityStamp(registry: Registry): Promise<string> {
  const {count, sequence, received} = await registry
    .selectFrom("deliveries")
    .select(({fn}) => [
      fn.countAll<number>().as("count"),
      fn.max("sequence").as("sequence"),
      fn.max("received_at").as("received")
    ])
    .executeTakeFirstOrThrow();
  return [count, sequence, received].join(" ");
}

export async function readQuality(registry: Registry): Promise<QualitySums> {
  const newest = newestOf(await listDeliveries(registry, {limit: 100_000}));
  return {
    deliveries: newest.length,
    newest:
      newest
        .map(({receivedAt}) => receivedAt)
        .sort()
        .at(-1) ?? null,
    findings: findingsOf(newest),
    mappings: mappingsOf(newest)
  };
}

function newestOf(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.filter((delivery) => {
    if (delivery.status === "accepted") return delivery.current > 0;
    return !deliveries.some((other) => other.receivedAt > delivery.receivedAt && covers(other, delivery));
  });
}

function covers(newer: Delivery, older: Delivery): boolean {
  const {municipalities, periods} = newer.report;
  return (
    newer.standard === older.standard &&
    older.report.municipalities.every((each) => municipalities.includes(each)) &&
    older.report.periods.every((each) => periods.includes(each))
  );
}

function findingsOf(deliveries: readonly Delivery[]): readonly FindingSum[] {
  const all = deliveries.flatMap(({standard, report}) => report.findings.map((finding) => ({standard, ...finding})));
  return [...Map.groupBy(all, ({standard, rule, severity}) => `${standard} ${rule} ${severity}`).values()]
    .map((some) => {
      const {standard, rule, severity, message} = some[0]!;
      const rows = some.reduce((sum, {count}) => sum + count, 0);
      return {standard, rule, severity, message, deliveries: some.length, rows};
    })
    .toSorted((a, b) => (a.severity === b.severity ? b.rows - a.rows : a.severity === "error" ? -1 : 1));
}

function mappingsOf(deliveries: readonly Delivery[]): readonly MappingSum[] {
  const all = deliveries.flatMap(({standard, report}) => report.coverage.map((column) => ({standard, ...column})));
  return [...Map.groupBy(all, ({standard, column}) => `${standard} ${column}`).values()].map((some) => {
    const {standard, column} = some[0]!;
    const [met, unmet] = [some.flatMap((each) => each.met), some.flatMap((each) => each.unmet)];
    const codes = (list: readonly {readonly local: string}[]) => new Set(list.map(({local}) => local)).size;
    const rows = (list: readonly {readonly rows: number}[]) => list.reduce((sum, each) => sum + each.rows, 0);
    return {standard, column, met: codes(met), unmet: codes(unmet), rowsMet: rows(met), rowsUnmet: rows(unmet)};
  });
}
