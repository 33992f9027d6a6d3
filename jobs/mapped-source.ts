/** A mapping as SQL over the delivered text columns. */
import {quoteName, quoteText} from "../queries/sql.ts";
import {findStandard} from "../queries/standards/index.ts";
import type {Standard} from "../queries/standards/standard.ts";
import type {RawSource} from "./careful-load.ts";
import {codesByText, decimalCast, rawName, trimmed} from "./casts.ts";
import {Refusal} from "./examination.ts";
import type {MappedColumn, Mapping} from "./mapping.ts";

export function mappedSource(mapping: Mapping, header: readonly string[]): RawSource {
  const standard = findStandard(mapping.standard);
  if (!standard) throw wrong(mapping, `standarden ${mapping.standard} findes ikke`);
  const strange = Object.keys(mapping.columns).find((id) => !standard.columns.some((column) => column.id === id));
  if (strange) throw wrong(mapping, `standarden ${standard.title} har ingen kolonne ${strange}`);
  const scale = Object.fromEntries(Object.entries(mapping.columns).map(([id, column]) => [id, column.scale ?? 1]));
  const decimal = mapping.sum ? "." : (mapping.input?.decimal ?? null);
  const steps = [
    named(mapping, header),
    dropped(mapping, header),
    unpivoted(mapping, header),
    columned(mapping, header, standard),
    summed(mapping, standard)
  ];
  const sql = steps.reduce((inner, step) => step(inner), "delivered");
  return {standard, sql: `SELECT * FROM ${sql}`, present: new Set(Object.keys(mapping.columns)), scale, decimal};
}

type Step = (relation: string) => string;

/** The delivered columns by their headers, trimmed. */
function named(_: Mapping, header: readonly string[]): Step {
  const cells = header.map((name, index) =>
    header.indexOf(name) === index ? [`${trimmed(`c${index}`)} AS ${source(name)}`] : []
  );
  return (relation) => `(SELECT line, ${cells.flat().join(", ")} FROM ${relation})`;
}

function source(name: string): string {
  return quoteName(`from ${name}`);
}

/** The rows that the mapping leaves out, e.g. totals and footnotes, as a condition over the named columns. */
function dropped(mapping: Mapping, header: readonly string[]): Step {
  const conditions = (mapping.drop ?? []).map(({column, equals, matches, empty}) => {
    if (!header.includes(column)) throw wrong(mapping, `filen har ingen kolonne ${column}`);
    const parts = [
      ...(equals
        ? [`lower(${source(column)}) IN (${equals.map((text) => quoteText(text.toLowerCase())).join(", ")})`]
        : []),
      ...(matches ? [`regexp_matches(${source(column)}, ${quoteText(matches)})`] : []),
      ...(empty ? [`${source(column)} IS NULL`] : [])
    ];
    if (parts.length === 0) throw wrong(mapping, `drop af ${column} siger ikke, hvilke rækker det gælder`);
    return `coalesce(${parts.join(" OR ")}, false)`;
  });
  return (relation) =>
    conditions.length === 0 ? relation : `(SELECT * FROM ${relation} WHERE NOT (${conditions.join(" OR ")}))`;
}

/** Wide to long: one row per matching column, with its header and its value. */
function unpivoted({unpivot, ...mapping}: Mapping, header: readonly string[]): Step {
  if (!unpivot) return (relation) => relation;
  const pattern = new RegExp(unpivot.columns);
  const columns = header.filter((name) => pattern.test(name));
  if (columns.length === 0) throw wrong(mapping as Mapping, `ingen kolonner passer på ${unpivot.columns}`);
  const names = columns.map((name) => quoteText(unpivot.headers?.[name] ?? name));
  return (relation) =>
    `(SELECT *, unnest([${names.join(", ")}]) AS ${source(unpivot.name)}, unnest([${columns.map(source).join(", ")}]) AS ${source(unpivot.value)} FROM ${relation})`;
}

function columned(mapping: Mapping, header: readonly string[], standard: Standard): Step {
  const made = mapping.unpivot ? [mapping.unpivot.name, mapping.unpivot.value] : [];
  const cells = Object.entries(mapping.columns).map(([id, column]) => {
    if (column.from !== undefined && ![...header, ...made].includes(column.from))
      throw wrong(mapping, `filen har ingen kolonne ${column.from}`);
    const codes = standard.columns.find((candidate) => candidate.id === id)?.codes;
    return `${mappedValue(column, codes)} AS ${rawName(id)}`;
  });
  return (relation) => `(SELECT line, ${cells.join(", ")} FROM ${relation})`;
}

function mappedValue(column: MappedColumn, classification: string | undefined): string {
  if (column.constant !== undefined) return quoteText(column.constant);
  const parts: Step[] = [];
  const {pattern, to = "$0", ranges, codes} = column;
  if (pattern) {
    const replacement = quoteText(to.replace(/\$(\d)/g, "\\$1"));
    parts.push(
      (text) =>
        `CASE WHEN regexp_matches(${text}, ${quoteText(pattern)}) THEN regexp_replace(${text}, ${quoteText(pattern)}, ${replacement}) END`
    );
  }
  if (ranges) parts.push((text) => rangeCode(text, ranges));
  if (codes) parts.push((text) => localCode(text, codes, classification));
  return parts.reduce((text, part) => part(text), source(column.from!));
}

function rangeCode(text: string, ranges: NonNullable<MappedColumn["ranges"]>): string {
  const number = `TRY_CAST(${text} AS INTEGER)`;
  const cases = ranges.map(
    ({from, to, code}) =>
      `WHEN ${number} >= ${from}${to === null ? "" : ` AND ${number} <= ${to}`} THEN ${quoteText(code)}`
  );
  return `CASE ${cases.join(" ")} ELSE ${text} END`;
}

/** A code list may use the standard's labels as its values: `Copenhagen` → `København` → `101`. */
function localCode(text: string, codes: Readonly<Record<string, string>>, classification: string | undefined): string {
  const known = classification ? codesByText(classification) : new Map<string, string>();
  const pairs = Object.entries(codes).map(
    ([local, code]) => `${quoteText(local.toLowerCase())}: ${quoteText(known.get(code.toLowerCase()) ?? code)}`
  );
  return `coalesce(MAP {${pairs.join(", ")}}[lower(${text})], ${text})`;
}

/** Rows that are equal but for their numbers become one. */
function summed({sum, columns, input}: Mapping, standard: Standard): Step {
  if (!sum || sum.length === 0) return (relation) => relation;
  const decimal = input?.decimal ?? ".";
  const cells = Object.keys(columns).map((id) => {
    const raw = rawName(id);
    const kind = standard.columns.find((column) => column.id === id)?.type;
    if (!sum.includes(id)) return {sql: raw, group: true};
    return {
      sql: `CAST(CAST(sum(${decimalCast(raw, {decimal})}) AS DECIMAL(18, ${kind === "integer" ? 0 : 4})) AS VARCHAR) AS ${raw}`,
      group: false
    };
  });
  const groups = cells.filter(({group}) => group).map(({sql}) => sql);
  return (relation) =>
    `(SELECT min(line) AS line, ${cells.map(({sql}) => sql).join(", ")} FROM ${relation} GROUP BY ${groups.join(", ")})`;
}

function wrong({id}: Mapping, problem: string): Refusal {
  return new Refusal("mapping", `Oversættelsen ${id} passer ikke på filen: ${problem}.`);
}
