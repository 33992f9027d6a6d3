/** What the forms of sign-off have in common. */
import type {Response} from "express";
import {z} from "zod";
import {accountName} from "../../dashboards/pages/account.ts";
import type {WebText} from "../../dashboards/text-web.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {danishClock, instantOf, nextTimeOfDay} from "../../queries/reference/wheel-dates.ts";
import {releaseTime} from "../../queries/registry/signoffs-steps.ts";
import {whoOf} from "../identity/who.ts";
import {languageOf} from "../page.ts";

export const momentFields = {dag: z.string().max(20), klokken: z.string().max(20)};

/** An instant by Danish clocks; undefined where it cannot be read. */
export function releaseIn(day: string, time: string): Date | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`));
  return isDay && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantOf(day, time) : undefined;
}

export function nextRelease(now: Date): {readonly date: string; readonly time: string} {
  return danishClock(nextTimeOfDay(now, releaseTime));
}

const longest = 1000;

/** Why the text cannot be kept; null where it can. */
export function textProblem(text: string, t: WebText["signoff"], shortest: number): string | null {
  if (holdsPersonNumber(text)) return t.person;
  if (text.length < shortest) return t.short;
  return text.length > longest ? t.long : null;
}

/** Who takes a step: by name on the pages, by account in the log. */
export function takerOf(response: Response): {readonly by: string; readonly account: string} {
  const {subject, signedIn} = whoOf(response);
  const account = signedIn?.account.id ?? subject.id ?? "";
  return {by: signedIn ? accountName(signedIn.account, languageOf(response)) : account, account};
}
