/** Parts of query strings that several pages take. An empty choice of a form means that nothing was chosen. */
import {z} from "zod";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import {isPeriod, type PeriodId} from "../../queries/period.ts";

export function choice<Value>(schema: z.ZodType<Value, string>) {
  return z
    .union([z.literal("").transform(() => null), schema])
    .nullable()
    .default(null);
}

/** The number of a page of a long list, from 1. */
export const sideChoice = z
  .union([z.literal("").transform(() => 1), z.coerce.number().int().min(1).max(10_000)])
  .default(1);

/** How many a step was taken with, told on the page that comes after it. */
export const told = z.coerce.number().int().min(0).max(100_000).default(0);

const codes = new Set(municipalities.codes.map(({code}) => code));
export const municipalityChoice = choice(z.string().refine((code) => codes.has(code)));
export const periodChoice = choice(z.string().refine((text): text is PeriodId => isPeriod(text)));

const named = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
/** The id of a unit, a group or an indicator; whether there is one is for the release to say. */
export const nameChoice = choice(z.string().regex(named));
/** Names with commas; several boxes of one name come as many values from a browser without script. */
export const severalNames = z
  .union([
    z
      .string()
      .max(4000)
      .regex(/^[\p{L}\p{N}._,-]*$/u),
    z.array(z.string().regex(/^[\p{L}\p{N}._-]{0,60}$/u)).max(200)
  ])
  .optional();
