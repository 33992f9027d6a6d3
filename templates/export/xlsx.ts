import {utils, type WorkSheet, write} from "@e965/xlsx";
import type {About, ExportTable} from "./export-tables.ts";

/** The table as a workbook with real numbers and dates as text; a second sheet says what it is. */
export function xlsxOf({title, columns, rows}: ExportTable, about: About, aboutTitle: string): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([columns.map(({name}) => name), ...rows.map((row) => [...row])]);
  if (sheet["!ref"]) sheet["!autofilter"] = {ref: sheet["!ref"]};
  utils.book_append_sheet(book, withWidths(sheet, columns.map(widthOf)), title);
  const described = columns.map(({name, description}) => [name, description]);
  const facts = utils.aoa_to_sheet([...[...about].map((entry) => [...entry]), [], ...described]);
  utils.book_append_sheet(book, withWidths(facts, [24, 90]), aboutTitle);
  return write(book, {type: "buffer", bookType: "xlsx", compression: true}) as Uint8Array;
}

function withWidths(sheet: WorkSheet, widths: readonly number[]): WorkSheet {
  sheet["!cols"] = widths.map((wch) => ({wch}));
  return sheet;
}

function widthOf({name, type}: ExportTable["columns"][number]): number {
  return type === "text" ? Math.max(16, name.length + 3) : name.length + 5;
}
