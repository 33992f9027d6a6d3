import {findClassification} from "../queries/classifications/index.ts";
import {isPeriod, periodLabel} from "../queries/period.ts";
import type {Finding, MappingCoverage, ValidationReport} from "../queries/registry/reports.ts";
import {count, rowsOf} from "./counts.ts";
import {nameOfStandard} from "./standard-name.ts";

const statusWords = {accepted: "godkendt", rejected: "afvist", uncertain: "uafklaret"} as const;

/** A validation report as lines for the one who sent the file. */
export function reportLines(report: ValidationReport): readonly string[] {
  const {fileName, status, standard, rows, findings, question, coverage} = report;
  return [
    `${fileName}: ${statusWords[status]}${standard ? `, ${nameOfStandard(standard)}` : ""}, ${rowsOf(rows)}${scopeOf(report)}`,
    ...findings.map(findingLine),
    ...coverage.flatMap(coverageLines),
    ...(question ? [`  ? ${question.text}`] : [])
  ];
}

function scopeOf({municipalities: told, periods}: ValidationReport): string {
  const known = new Set(findClassification("municipalities")?.codes.map(({code}) => code));
  const municipalities = told.filter((code) => known.has(code));
  if (municipalities.length === 0 || periods.length === 0) return "";
  const noun = municipalities.every((code) => code >= "100") ? "kommuner" : "områder";
  const where = municipalities.length === 1 ? `kommune ${municipalities[0]}` : `${municipalities.length} ${noun}`;
  const [first, last] = [periods[0]!, periods.at(-1)!].map(periodInWords) as [string, string];
  const when = periods.length === 1 ? first : `${first} – ${last}`;
  return ` (${where}, ${when})`;
}

/** `2. halvår 2025`; as it stands where it is no period. */
export function periodInWords(period: string): string {
  return isPeriod(period) ? periodLabel(period, "da") : period;
}

function findingLine({severity, message, count: rows, lines}: Finding): string {
  const where = lines.length > 0 ? ` Første linjer: ${lines.join(", ")}.` : "";
  const many = rows > 0 ? ` (${rowsOf(rows)})` : "";
  return `  ${severity === "error" ? "FEJL" : "Advarsel"}: ${message}${many}${where}`;
}

function coverageLines({column, met, unmet}: MappingCoverage): readonly string[] {
  const missing = unmet.map(({local, rows}) => `${local} (${count(rows)})`).join(", ");
  return [
    `  ${column}: ${met.length} ${met.length === 1 ? "kode" : "koder"} omsat${missing ? `; uden modstykke: ${missing}` : ""}`
  ];
}
