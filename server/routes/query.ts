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

const codes = new Set(municipalities.codes.map(({code}) => code));
export const municipalityChoice = choice(z.string().refine((code) => codes.has(code)));
export const periodChoice = choice(z.string().refine((text): text is PeriodId => isPeriod(text)));
