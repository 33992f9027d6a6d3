/** Tells the municipality's own meeting system of a package, signed so that it can tell who wrote and when. */
import {createHmac} from "node:crypto";
import type {MailOutcome} from "./mail.ts";

export interface Notice {
  /** The same at every try, for the receiver to know what it has already. */
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>", hex>`. */
export function signatureOf(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

/** Never follows another address. What got no answer is told again, with the same id. */
export async function sendNotice(
  url: string,
  {id, body}: Notice,
  secret: string,
  now: Date,
  timeoutMs = 15_000
): Promise<MailOutcome> {
  const content = JSON.stringify({id, ...body});
  try {
    const response = await fetch(url, {
      method: "POST",
      body: content,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json",
        "idempotency-key": id,
        "aarshjul-signature": signatureOf(content, secret, now)
      }
    });
    await response.body?.cancel();
    const answer = `HTTP ${response.status}`;
    if (response.ok) return {state: "delivered", answer};
    const isFinal = response.status >= 400 && response.status < 500 && ![408, 425, 429].includes(response.status);
    return {state: isFinal ? "refused" : "later", answer};
  } catch (error) {
    return {state: "later", answer: error instanceof Error ? error.message : String(error)};
  }
}
