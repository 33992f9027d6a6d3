/** Every route is registered under the action that it is; there is no other way to add one, and what goes around it stops the start. */
import type {Express, Request, RequestHandler} from "express";
import {authorize, type Resource} from "../../queries/access.ts";
import {type Action, rules} from "../../queries/access-rules.ts";
import type {Deps} from "../page.ts";
import {logLookUp, logRefusal} from "./log.ts";
import {ownOrigin} from "./origin.ts";
import {Refused} from "./refused.ts";
import {whoOf} from "./who.ts";

/** What a request is about; lists and forms are about `anywhere` and show only what `reachOf` allows. */
export type ResourceOf = (request: Request, deps: Deps) => Resource | Promise<Resource>;

export interface Routes extends Pick<Express, "get" | "post"> {
  /** A form that another machine sends, which shows who it is in another way than by a session. */
  readonly postFromElsewhere: Express["post"];
  /** Routes under another action than this one. */
  may(action: Action, on?: ResourceOf): Routes;
}

export interface Declared {
  readonly method: "get" | "post";
  readonly path: string;
  readonly action: Action;
}

export interface RouteBook {
  may(action: Action, on?: ResourceOf): Routes;
  readonly declared: readonly Declared[];
  /** Throws where the application answers a route that was not registered here. */
  check(): void;
}

export function openRoutes(app: Express, deps: Deps): RouteBook {
  const declared: Declared[] = [];
  app.locals.declared = declared;
  const may = (action: Action, on: ResourceOf = () => "anywhere"): Routes => {
    const add =
      (method: Declared["method"], ...first: RequestHandler[]) =>
      (path: string, ...handlers: RequestHandler[]) => {
        declared.push({method, path, action});
        app[method](path, ...first, guard(deps, action, on), ...handlers);
      };
    const adders = {get: add("get"), post: add("post", ownOrigin(deps)), postFromElsewhere: add("post")};
    return {...adders, may} as unknown as Routes;
  };
  return {may, declared, check: () => checkAll(app, declared)};
}

function guard(deps: Deps, action: Action, on: ResourceOf): RequestHandler {
  return async (request, response, next) => {
    response.locals.isPrivate = action !== "see-disclosed";
    const {subject} = whoOf(response);
    const verdict = authorize(subject, action, await on(request, deps));
    if (!verdict.allowed) {
      await logRefusal(deps, subject, action, request.path, verdict.why);
      throw new Refused(action, verdict.why);
    }
    if (rules[action].data) await logLookUp(deps, subject, action, request, verdict.purpose);
    next();
  };
}

function checkAll(app: Express, declared: readonly Declared[]): void {
  for (const {route, name} of app.router.stack) {
    if (name === "router")
      throw new Error("a router of its own declares no actions, register its routes in identity/routes");
    if (!route) continue;
    const known = declared.some(({path}) => path === route.path);
    if (!known) throw new Error(`route declares no action, register it under one (see identity/routes): ${route.path}`);
  }
}
