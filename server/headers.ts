import {createHash} from "node:crypto";
import type {RequestHandler} from "express";
import helmet from "helmet";

/** Nothing may be loaded but our own files; no script or style stands in the page itself. */
export function protections(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"]
      }
    },
    strictTransportSecurity: {maxAge: 31_536_000, includeSubDomains: true},
    referrerPolicy: {policy: "same-origin"}
  });
}

/** The HTML edition carries its own style and fonts; nothing but those very style blocks may have an effect. */
export function editionPolicy(html: string): string {
  const hashes = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${createHash("sha256").update(style!).digest("base64")}'`
  );
  return (
    `default-src 'none'; style-src ${hashes.join(" ") || "'none'"}; img-src data:; font-src data:; ` +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
  );
}

/** What the browsers' own viewers of PDF files need. */
export const viewerPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";
