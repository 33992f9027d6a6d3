/** Forms on which many are ticked: the ticks come as many values of one name, each with the version that was seen. */
import express, {type Request, type RequestHandler} from "express";
import {z} from "zod";

/** The version that was seen, and what it is of. */
export const tick = z.string().regex(/^\d{1,9} .{1,400}$/u);

export function idOf(text: string): string {
  return text.slice(text.indexOf(" ") + 1);
}

export function versionsOf(ticks: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ticks.map((text) => [idOf(text), Number.parseInt(text, 10)]));
}

/** Holds a whole list of ticks and a text. */
export const readTicks: RequestHandler = express.text({type: "application/x-www-form-urlencoded", limit: "60kb"});

/** Another name that comes twice has a list, which no field of ours is. */
export function tickedIn({body}: Request): {readonly ticks: readonly string[]; readonly single: object} {
  const sent = new URLSearchParams(typeof body === "string" ? body : "");
  const ticks = sent.getAll("valgt");
  sent.delete("valgt");
  const names = [...new Set(sent.keys())];
  return {
    ticks,
    single: Object.fromEntries(names.map((name) => [name, sent.getAll(name).length > 1 ? [] : sent.get(name)]))
  };
}
