import type {RequestHandler} from "express";
import {rateLimit} from "express-rate-limit";
import {type WebText, webTextOf} from "../dashboards/text-web.ts";
import {networkOf} from "./budgets.ts";
import {languageOf} from "./page.ts";

/** So many an hour by the sender's address, kept in memory only; who sends more gets the sentence. */
export function hourlyLimit(limit: number, sentence: (text: WebText) => string): RequestHandler {
  return rateLimit({
    windowMs: 3_600_000,
    limit,
    standardHeaders: true,
    legacyHeaders: false,
    validate: {xForwardedForHeader: false},
    keyGenerator: ({ip}) => networkOf(ip),
    handler: (_request, response) => {
      response
        .status(429)
        .type("text/plain")
        .send(sentence(webTextOf(languageOf(response))));
    }
  });
}
