import type {Language} from "../queries/model.ts";
import {webTextOf} from "./text-web.ts";

/** What stands below a picture that leaves its page. */
export function sourceLines(
  {id, demonstration}: {readonly id: string; readonly demonstration: boolean},
  url: string,
  language: Language
): readonly string[] {
  const t = webTextOf(language);
  return [t.figure.source(id, url), ...(demonstration ? [`${t.demonstration}. ${t.demonstrationNote}`] : [])];
}
