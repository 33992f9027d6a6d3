import type {Language} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {explainBlank, formatInterval, formatNumber, formatValue} from "../format.ts";
import type {ChartPoint, Drawn, Look} from "./chart.ts";

/** What is said of a figure: its value and uncertainty, or the word and the reason where there is none. */
export function spokenOf(
  row: Drawn,
  {indicator, language}: Look,
  remarks: readonly string[] = []
): Pick<ChartPoint, "value" | "note"> {
  const value = formatValue(row, indicator, language);
  if (row.blank !== null)
    return {value, note: notesOf(explainBlank(row.blank, language).replace(/\.$/, ""), ...remarks)};
  const interval = formatInterval(row.low, row.high, indicator, language);
  return {value, note: notesOf(interval && `${words[language].uncertainty} ${interval}`, ...remarks)};
}

/** The remark of a break in the series, with the words for it where the text itself has none. */
export function breakRemark(text: string | null, language: Language): string {
  if (text === null) return "";
  const word = words[language].seriesBreak;
  return text.toLowerCase().startsWith(word) ? word + text.slice(word.length) : `${word}: ${text}`;
}

/** `Skoleåret 2024/25`. */
export function periodWords(period: PeriodId, language: Language): string {
  const label = periodLabel(period, language);
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** `412 personer`. */
export function personsRemark(persons: number, language: Language): string {
  return `${formatNumber(persons, 0, language)} ${persons === 1 ? words[language].person : words[language].persons}`;
}

export function notesOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("; ");
}

const words = {
  da: {uncertainty: "usikkerhed", seriesBreak: "brud i serien", person: "person", persons: "personer"},
  en: {uncertainty: "uncertainty", seriesBreak: "break in the series", person: "person", persons: "persons"}
} as const;
