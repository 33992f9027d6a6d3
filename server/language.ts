import type {Response} from "express";
import type {Language} from "../queries/model.ts";

/** Of the address that was asked for. */
export function languageOf(response: Response): Language {
  return (response.locals.language as Language | undefined) ?? "da";
}
