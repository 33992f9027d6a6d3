/** The session's cookie. Behind https it is `__Host-`, which a browser takes from this very host and over https only. */
import type {CookieOptions, Request, Response} from "express";
import type {Identity} from "./identity.ts";

/** Browsers refuse `Secure` and `__Host-` over plain http, which is let through on this machine alone. */
export function cookieName({publicUrl}: Identity, use: "session" | "flow" = "session"): string {
  const name = use === "session" ? "aarshjul" : "aarshjul-flow";
  return publicUrl ? `__Host-${name}` : name;
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** It lives as long as the browser is open; how long the session lives is for the server to say. */
export function setCookie(response: Response, identity: Identity, name: string, value: string): void {
  response.cookie(name, value, settings(identity));
}

export function clearCookie(response: Response, identity: Identity, name: string): void {
  response.clearCookie(name, settings(identity));
}

function settings({publicUrl}: Identity): CookieOptions {
  return {path: "/", httpOnly: true, sameSite: "lax", secure: publicUrl !== null};
}
