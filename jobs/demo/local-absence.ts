import {municipalities} from "../../queries/classifications/municipalities.ts";
import {quoteText} from "../../queries/engine.ts";
import {selectAbsence} from "./absence.ts";
import {halfYears} from "./calendar.ts";
import type {Delivery} from "./deliver.ts";

/** First half-year in which the municipality's system uses its new codes. */
const newCodesFrom = 7;
const oldCodes = {sick: "S", permitted: "L", unlawful: "U"} as const;
const newCodes = {sick: "SYG", permitted: "FRI", unlawful: "ULO"} as const;

/**
 * A municipality's absence as its own system writes it: a title line, own headers and codes (changed in 2024), decimal
 * comma, Windows-1252, a total row per half-year and a footnote.
 */
export function localAbsence(municipality: string): Delivery {
  const selects = halfYears.map((_, t) => localHalfYear(municipality, t));
  const footnote = `SELECT 'Kilde: skolens elevsystem – udtræk til fælles standard', NULL, NULL, NULL, NULL, NULL, NULL, NULL`;
  return {
    name: `fravaer-${municipality}-egne-koder`,
    standard: "absence",
    format: "csv-local",
    select: [...selects, footnote].join("\nUNION ALL\n"),
    title: `Fraværsudtræk – ${nameOf(municipality)} Kommune – 2020-2025`
  };
}

function localHalfYear(municipality: string, t: number): string {
  const codes = t >= newCodesFrom ? newCodes : oldCodes;
  const [year, half] = halfYears[t]!.split("-H");
  const own = `(SELECT * FROM (${selectAbsence(t)}) WHERE municipality = ${quoteText(municipality)})`;
  const code = Object.entries(codes).map(([type, local]) => `WHEN '${type}' THEN '${local}'`);
  const days = (value: string) => `replace(${value}::DECIMAL(9, 1)::VARCHAR, '.', ',')`;
  const period = `'${half}. halvår ${year}'`;
  return `
    SELECT unit AS "Skole", pupil AS "Elev-id", class AS "Klasse", grade::VARCHAR AS "Trin",
      CASE absence_type ${code.join(" ")} END AS "Årsag", ${days("days_absent")} AS "Dage fravær",
      school_days::VARCHAR AS "Dage på skolen", ${period} AS "Halvår"
    FROM ${own}
    UNION ALL
    SELECT 'I alt', NULL, NULL, NULL, NULL, ${days("sum(days_absent)")}, NULL, ${period} FROM ${own}`;
}

/** What an analyst writes once so that the file above becomes the standard's rows. */
export function localAbsenceMapping(municipality: string) {
  const codes = Object.fromEntries(
    [oldCodes, newCodes].flatMap((each) => Object.entries(each).map(([type, local]) => [local, type]))
  );
  return {
    id: `absence-${municipality}`,
    title: `Elevfravær fra ${nameOf(municipality)} Kommunes elevsystem (demonstration)`,
    source: `${nameOf(municipality)} Kommune, demonstrationsdata`,
    standard: "absence",
    fits: ["Skole", "Elev-id", "Årsag", "Dage fravær", "Dage på skolen"],
    input: {encoding: "windows-1252", delimiter: ";", decimal: ",", headerRow: 2},
    drop: [
      {column: "Skole", equals: ["I alt"]},
      {column: "Skole", matches: "^Kilde"}
    ],
    columns: {
      municipality: {constant: municipality},
      period: {from: "Halvår"},
      unit: {from: "Skole"},
      pupil: {from: "Elev-id"},
      class: {from: "Klasse"},
      grade: {from: "Trin"},
      absence_type: {from: "Årsag", codes},
      days_absent: {from: "Dage fravær"},
      school_days: {from: "Dage på skolen"}
    }
  };
}

function nameOf(municipality: string): string {
  return municipalities.codes.find(({code}) => code === municipality)!.label;
}
