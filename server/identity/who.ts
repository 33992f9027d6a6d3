/** Who a request comes from. */
import type {RequestHandler, Response} from "express";
import type {Subject} from "../../queries/access.ts";
import type {Deps} from "../page.ts";

export interface Who {
  readonly subject: Subject;
}

export function recognise({identity}: Deps): RequestHandler {
  return (_request, response, next) => {
    response.locals.who = {subject: identity.stranger} satisfies Who;
    next();
  };
}

export function whoOf(response: Response): Who {
  return response.locals.who as Who;
}
