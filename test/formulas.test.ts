import {read as readWorkbook} from "@e965/xlsx";
import {describe, expect, it} from "vitest";
import {safeCell} from "../jobs/quarantine.ts";
import type {Observation} from "../queries/model.ts";
import {csvOf} from "../templates/export/csv.ts";
import {observationsTable} from "../templates/export/export-tables.ts";
import {xlsxOf} from "../templates/export/xlsx.ts";
import {formulaTexts} from "./xss-payloads.ts";

describe("1,000 formulas", () => {
  const observation = {
    unit: "751014",
    period: "2025-H2",
    observedOn: "2025-11-03",
    count: 5,
    quote: null
  } as unknown as Observation;
  const made = observationsTable(
    formulaTexts.map((finding) => ({...observation, finding})),
    {unitNames: new Map([["751014", "=1+1"]]), language: "da"}
  );
  const isFormula = (text: string) => /^[=+@\t\r\n\0＝＋－＠]/.test(text) || /^-(?![\d.,]+$)/.test(text);

  it("are texts in CSV, in rejected rows too", () => {
    expect(new Set(formulaTexts).size).toBe(1000);
    const cells = cellsOf(Buffer.from(csvOf(made)).toString("utf8").slice(1));
    expect(cells.length).toBeGreaterThan(8000);
    expect(cells.filter(isFormula)).toEqual([]);
    expect(formulaTexts.map(safeCell).flatMap(cellsOf).filter(isFormula)).toEqual([]);
  });
  it("are texts in a workbook", () => {
    const book = readWorkbook(xlsxOf(made, new Map([["=1+1", "=1+1"]]), "Om"), {cellFormula: true});
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as {t?: string; f?: string}[]);
    expect(cells.filter(({f}) => f !== undefined)).toEqual([]);
    expect(cells.filter(({t}) => t === "s").length).toBeGreaterThan(1000);
  });
});

function cellsOf(csv: string): readonly string[] {
  return [...csv.matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""
  );
}
