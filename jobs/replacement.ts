/** What a delivery would replace, told to the sender before it happens: the older is kept, but no figure is made of it. */
import {formatDate} from "../dashboards/format.ts";
import type {Registry} from "../queries/registry/open.ts";
import type {Finding} from "../queries/registry/reports.ts";
import {count, rowsOf} from "./counts.ts";
import type {Examination, ExtractPart} from "./examination.ts";
import {periodInWords} from "./report-text.ts";

export interface Replaced {
  readonly fileName: string;
  readonly municipality: string;
  readonly period: string;
  readonly receivedAt: string;
  /** Rows of the older and of the newer. */
  readonly before: number;
  readonly after: number;
}

/** Below this share of the older rows the sender is asked whether it is all. */
const leastShare = 0.7;

/**
 * Warnings about the current parts of other deliveries that an accepted file replaces, or would; none when nothing is
 * replaced. `id` is the delivery that the file is or would become.
 */
export async function replacementFindings(
  registry: Registry,
  id: string,
  {status, standard, parts}: Pick<Examination, "status" | "standard" | "parts">
): Promise<readonly Finding[]> {
  if (status !== "accepted" || standard === null) return [];
  return findingsOf(await replacedBy(registry, {id, standard}, parts));
}

/** One line for all that is replaced, and one for what shrank. */
export function findingsOf(replaced: readonly Replaced[]): readonly Finding[] {
  if (replaced.length === 0) return [];
  const shrunk = replaced.filter(({before, after}) => after < before * leastShare);
  return [
    warning(
      "replaces",
      `Erstatter ${rowsOf(sumOf(replaced, "before"))} ${sourceOf(replaced)}, modtaget ${receivedText(replaced)}, ${placeOf(replaced)}.`
    ),
    ...(shrunk.length === 0 ? [] : [warning("far-fewer-rows", shrunkText(shrunk))])
  ];
}

async function replacedBy(
  registry: Registry,
  {id, standard}: {readonly id: string; readonly standard: string},
  parts: readonly ExtractPart[]
): Promise<readonly Replaced[]> {
  const current = await registry
    .selectFrom("lake_files")
    .innerJoin("deliveries", "deliveries.id", "lake_files.delivery")
    .select([
      "municipality",
      "period",
      "slice",
      "lake_files.rows as before",
      "received_at as receivedAt",
      "file_name as fileName"
    ])
    .where("lake_files.standard", "=", standard)
    .where("state", "=", "current")
    .where("lake_files.delivery", "<>", id)
    .orderBy("municipality")
    .orderBy("period")
    .execute();
  const newer = new Map(parts.map((part) => [keyOf(part), part.rows]));
  return current.flatMap((part) => {
    const after = newer.get(keyOf(part));
    return after === undefined ? [] : [{...part, after}];
  });
}

function keyOf({municipality, period, slice}: Pick<ExtractPart, "municipality" | "period" | "slice">): string {
  return JSON.stringify([municipality, period, slice]);
}

function shrunkText(shrunk: readonly Replaced[]): string {
  const [after, before] = [sumOf(shrunk, "after"), count(sumOf(shrunk, "before"))];
  return `Leverancen har kun ${rowsOf(after)} mod ${before} i den, den erstatter ${placeOf(shrunk)}. Er det hele kommunen?`;
}

function receivedText(replaced: readonly Replaced[]): string {
  const dates = [...new Set(replaced.map(({receivedAt}) => receivedAt))].sort();
  const [first, last] = [dates[0]!, dates.at(-1)!].map((date) => formatDate(date, "da"));
  return first === last ? first! : `${first} – ${last}`;
}

function sourceOf(replaced: readonly Replaced[]): string {
  const names = [...new Set(replaced.map(({fileName}) => fileName))];
  return names.length === 1 ? `i ${names[0]}` : `i ${count(names.length)} filer`;
}

/** `for kommune 751, 2025-H2`, or how many parts there are and which comes first. */
function placeOf(replaced: readonly Replaced[]): string {
  const [{municipality, period}] = replaced as readonly [Replaced];
  const first = `kommune ${municipality}, ${periodInWords(period)}`;
  return replaced.length === 1 ? `for ${first}` : `i ${count(replaced.length)} dele, den første for ${first}`;
}

function sumOf(replaced: readonly Replaced[], column: "before" | "after"): number {
  return replaced.reduce((sum, part) => sum + part[column], 0);
}

function warning(rule: string, message: string): Finding {
  return {rule, severity: "warning", message, count: 0, lines: []};
}
