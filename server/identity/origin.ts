/** A form of another site would send its own origin, and a browser tells where a request was made. */
import type {Request, RequestHandler} from "express";
import {webTextOf} from "../../dashboards/text-web.ts";
import {BadInput} from "../../queries/errors.ts";
import {languageOf} from "../language.ts";
import type {Deps} from "../page.ts";
import type {Identity} from "./identity.ts";

export function ownOrigin({identity}: Deps): RequestHandler {
  return (request, response, next) => {
    if (!isOwn(request, identity))
      throw new BadInput("sent from another origin", webTextOf(languageOf(response)).access.foreign);
    next();
  };
}

/** What sends neither header is no browser of our time, and is refused. */
function isOwn(request: Request, {publicUrl}: Identity): boolean {
  const origin = request.get("origin");
  if (origin === undefined) return request.get("sec-fetch-site") === "same-origin";
  if (publicUrl) return origin === publicUrl.origin;
  return URL.canParse(origin) && new URL(origin).host === request.get("host");
}

/** As the reader's browser knows it. */
export function originOf(request: Request, {publicUrl}: Identity): string {
  return publicUrl?.origin ?? `http://${request.get("host")}`;
}

const loopbackNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** Neither another machine, nor a proxy for one, nor a name that someone made point at this machine. */
export function isLoopback(request: Request): boolean {
  const address = request.socket.remoteAddress ?? "";
  const local = address === "::1" || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
  const forwarded = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
  return local && loopbackNames.test(request.get("host") ?? "") && !forwarded.some((name) => request.get(name));
}
