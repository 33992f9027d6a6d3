/** The one place that turns an error into a status and a sentence for the reader. */
import {randomUUID} from "node:crypto";
import type {ErrorRequestHandler, Request} from "express";
import {ZodError} from "zod";
import {hrefOf} from "../dashboards/link.ts";
import {errorModel} from "../dashboards/pages/error.ts";
import {webTextOf} from "../dashboards/text-web.ts";
import {BadInput, NotFound} from "../queries/errors.ts";
import type {Language} from "../queries/model.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import {TooMany} from "./budgets.ts";
import {Refused} from "./identity/refused.ts";
import {type Deps, languageOf, send} from "./page.ts";
import {NotReleased} from "./release-holder.ts";

interface Verdict {
  readonly status: number;
  readonly title: string;
  readonly sentence: string;
}

export function errorPages(deps: Deps): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const language = languageOf(response);
    if (error instanceof Refused && error.why === "sign-in") {
      response.redirect(303, signInHref(request, language));
      return;
    }
    const verdict = verdictOf(error, language);
    const id = randomUUID().slice(0, 8);
    if (verdict.status >= 500 && !(error instanceof NotReleased))
      deps.log.error({id, method: request.method, route: routeOf(request), err: safely(error)}, "request failed");
    if (isSuspect(error, request.method))
      deps.log.warn({id, method: request.method, route: routeOf(request), why: whyOf(error)}, "request refused");
    if (error instanceof TooMany) response.set("Retry-After", String(error.seconds));
    if (error instanceof NotReleased) response.set("Retry-After", "5");
    deps.releases
      .use(async (reader) => {
        const shown = {
          page: "error",
          title: verdict.title,
          model: errorModel({...verdict, id, language, isForAccount: isForAccount(error)}),
          refresh: error instanceof NotReleased ? 5 : null,
          status: verdict.status
        };
        send(request, response, deps, reader, shown);
      })
      .catch(next);
  };
}

/** Our own forms are not refused so; whoever sends others tries something. */
function isSuspect(error: unknown, method: string): boolean {
  return error instanceof TooMany || (method === "POST" && (error instanceof ZodError || error instanceof BadInput));
}

/** Never what was sent. */
function whyOf(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues
      .map(({code}) => code)
      .join(" ")
      .slice(0, 100);
  return error instanceof TooMany ? error.message : "bad input";
}

function isForAccount(error: unknown): boolean {
  return error instanceof Refused && ["purpose", "data-purpose", "second-factor"].includes(error.why);
}

/** As it is declared: an address may hold a secret, or what somebody wrote. */
function routeOf({route}: Request): string {
  return typeof route?.path === "string" ? route.path : "";
}

/** What may stand in a log: where it happened, and the message unless it may hold something of a person. */
function safely(error: unknown): object {
  const {name, message, stack = ""} = error instanceof Error ? error : new Error(typeof error);
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {name, message: holdsPersonNumber(message) ? "left out" : message.slice(0, 500), places: places.slice(0, 12)};
}

/** Pages lead back to where they were asked for; forms have to be opened again. */
function signInHref({method, originalUrl}: Request, language: Language): string {
  const back = method === "GET" && !/^(?:\/en)?\/(?:log-ind|invitation)/.test(originalUrl);
  return hrefOf(language, "/log-ind") + (back ? `?til=${encodeURIComponent(originalUrl)}` : "");
}

function verdictOf(error: unknown, language: Language): Verdict {
  const {errors: t, access} = webTextOf(language);
  if (error instanceof NotReleased) return {status: 503, title: t.preparing, sentence: t.preparingSentence};
  if (error instanceof NotFound)
    return {
      status: 404,
      title: t.notFound,
      sentence: t.notFoundSentence(nounOf(error.noun, language), error.id.slice(0, 60))
    };
  if (error instanceof Refused) return {status: 403, title: access.refused, sentence: access.refusals[error.why]};
  if (error instanceof ZodError) return {status: 400, title: t.badQuery, sentence: queryProblem(error, language)};
  if (error instanceof BadInput) return {status: 400, title: t.badQuery, sentence: error.danish};
  if (error instanceof TooMany) return {status: 429, title: t.tooMany, sentence: t.tooManySentence};
  const status = statusOf(error);
  if (status !== null && status >= 400 && status < 500) return {status, title: t.badQuery, sentence: t.badAddress};
  return {status: 500, title: t.failed, sentence: t.failedSentence};
}

function nounOf(noun: string, language: Language): string {
  const nouns: Readonly<Record<string, string>> = webTextOf(language).nouns;
  return nouns[noun] ?? nouns.page!;
}

function queryProblem(error: ZodError, language: Language): string {
  const t = webTextOf(language).errors;
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") return t.unknownParameter(issue.keys.map(short).join(", "));
  return t.badParameter(issue?.path.map((part) => short(String(part))).join(".") || "?");
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function statusOf(error: unknown): number | null {
  const status = error instanceof Error && "status" in error ? error.status : null;
  return typeof status === "number" ? status : error instanceof URIError ? 400 : null;
}
