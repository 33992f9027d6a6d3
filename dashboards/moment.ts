import type {Language} from "../queries/model.ts";
import {danishTime} from "../queries/reference/wheel-dates.ts";

const formatOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, {dateStyle: "long", timeStyle: "short", timeZone: danishTime});
const formats: Record<Language, Intl.DateTimeFormat> = {da: formatOf("da-DK"), en: formatOf("en-GB")};

/** `22. november 2026 kl. 08.00`, on a Danish clock. Takes a full timestamp. */
export function formatMoment(at: string, language: Language): string {
  return formats[language].format(new Date(at));
}
