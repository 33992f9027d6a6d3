import {statSync} from "node:fs";
import type {Engine} from "../queries/engine.ts";
import type {Finding} from "../queries/registry/reports.ts";
import {readHead} from "./encoding.ts";
import type {Table} from "./read-table.ts";

interface Reject {
  readonly line: number;
  readonly error_type: string;
  readonly start: string;
}

const rejectRules: Readonly<Record<string, readonly [string, string]>> = {
  "MISSING COLUMNS": ["ragged-row", "Rækker har færre celler end overskriften."],
  "TOO MANY COLUMNS": ["ragged-row", "Rækker har flere celler end overskriften."],
  "UNQUOTED VALUE": ["open-quote", "En celle begynder med et anførselstegn, der aldrig sluttes."],
  "LINE SIZE OVER MAXIMUM": ["long-line", "En linje er urimeligt lang; der mangler linjeskift."],
  "INVALID ENCODING": [
    "mixed-encodings",
    "Filen blander to tegnsæt: linjer kan ikke læses som UTF-8. Gem hele filen i ét tegnsæt."
  ]
};

/** What is wrong with the rows' shape, by the reader's own list of rejected lines. */
export async function structureFindings(engine: Engine, table: Table): Promise<readonly Finding[]> {
  const rejects = await engine.rows<Reject>(
    `SELECT DISTINCT line, CAST(error_type AS VARCHAR) AS error_type, left(csv_line, 100) AS start FROM reject_errors WHERE error_type <> 'CAST' ORDER BY line`
  );
  const cutOff = isCutOff(table, rejects);
  const findings = new Map<string, {rule: string; message: string; lines: Set<number>}>();
  for (const {line, error_type: type} of rejects) {
    const [rule, message] =
      line === cutOff
        ? ["truncated", "Filen ser ud til at være afkortet: den sidste linje er ikke hel."]
        : (rejectRules[type] ?? ["unreadable-row", "Rækker kan ikke læses."]);
    const finding = findings.get(message) ?? {rule, message, lines: new Set()};
    finding.lines.add(line);
    findings.set(message, finding);
  }
  return [...findings.values()].map(({rule, message, lines}) => ({
    rule,
    severity: "error",
    message,
    count: lines.size,
    lines: [...lines].slice(0, 10)
  }));
}

/** The last line, when it is short and without its line break. */
function isCutOff(table: Table, rejects: readonly Reject[]): number | null {
  const last = rejects.at(-1);
  if (!last || !["MISSING COLUMNS", "UNQUOTED VALUE"].includes(last.error_type)) return null;
  const {path} = table.csv!;
  const size = statSync(path).size;
  const tail = readHead(path, Math.min(size, 65_536), Math.max(0, size - 65_536));
  const lastLine = tail.subarray(tail.lastIndexOf(10) + 1).toString("utf8");
  const isLast = last.error_type === "UNQUOTED VALUE" || (lastLine !== "" && lastLine.startsWith(last.start));
  return tail.at(-1) !== 10 && isLast ? last.line : null;
}
