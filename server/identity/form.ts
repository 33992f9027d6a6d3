/** A form as it was sent: small, strict, each field once. */
import express, {type Request, type RequestHandler} from "express";
import {z} from "zod";

export const readForm: RequestHandler = express.text({type: "application/x-www-form-urlencoded", limit: "20kb"});

/** Throws `ZodError`, which is answered with 400, where a field is unknown, missing or sent twice. */
export function formOf<Shape extends z.ZodRawShape>(request: Request, shape: Shape) {
  return z.strictObject(shape).parse(fieldsOf(typeof request.body === "string" ? request.body : ""));
}

/** Every name as it was sent, `__proto__` too; a name that was sent twice has a list, which no field of ours is. */
function fieldsOf(body: string): object {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) fields[name] = name in fields ? [value] : value;
  return fields;
}

export const line = (longest: number) => z.string().max(longest);

/** Where to go on to: a page of ours, without host; the front page for anything else. */
export const backTo = z
  .string()
  .max(1000)
  .default("")
  .transform((text) => (isOwnPath(text) ? text : ""));

function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) && new URL(text, "http://own.invalid").host === "own.invalid";
}
