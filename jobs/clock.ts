import {BadInput} from "../queries/errors.ts";
import {instantOf} from "../queries/reference/wheel-dates.ts";

/** A clock that goes from the given moment: `2026-11-22`, `2026-11-22T08:00` (Danish time) or a full timestamp; absent: the real one. */
export function clockFrom(text: string | undefined): () => Date {
  if (text === undefined) return () => new Date();
  const offset = momentOf(text).getTime() - Date.now();
  return () => new Date(Date.now() + offset);
}

export function momentOf(text: string): Date {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?$/.exec(text);
  const moment =
    parts && !Number.isNaN(Date.parse(parts[1]!)) ? instantOf(parts[1]!, parts[2] ?? "08:00") : new Date(text);
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new BadInput(
    `not a moment: ${text}`,
    `Tidspunktet kan ikke læses: ${text}. Skriv fx 2026-11-02 eller 2026-11-02T08:00.`
  );
}
