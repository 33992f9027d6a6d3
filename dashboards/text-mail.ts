/** The strings of the mail that brings a package. */
import type {Language} from "../queries/model.ts";
import {danishMail} from "./text/mail/da.ts";
import {englishMail} from "./text/mail/en.ts";
import type {Widened} from "./text/widened.ts";

/** The Danish one gives the type, so an English string cannot be missing. */
export type MailText = Widened<typeof danishMail>;

export function mailTextOf(language: Language): MailText {
  return language === "da" ? danishMail : englishMail;
}
