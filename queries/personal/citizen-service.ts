/**
 * What the web process may ask about a citizen, and what it is told: one JSON line each way over a socket in the data folder.
 * A ticket stands for the citizen and means nothing elsewhere; neither a pseudonym nor a row ever comes back.
 */
import {z} from "zod";

export const citizenAsk = z.discriminatedUnion("ask", [
  z.strictObject({ask: z.literal("match"), number: z.string().regex(/^\d{10}$/)}),
  z.strictObject({ask: z.literal("holdings"), ticket: z.string().regex(/^[\w-]{43}$/)})
]);
export type CitizenAsk = z.infer<typeof citizenAsk>;

const holding = z.strictObject({standard: z.string(), municipality: z.string(), period: z.string()});
/** Rows about the citizen are held of this standard, municipality and period. */
export type Holding = z.infer<typeof holding>;

/** `off`: numbers are not made into pseudonyms here, so nobody can be found. `gone`: the ticket is not known any more. */
export const citizenAnswer = z.union([
  z.strictObject({ticket: z.string()}),
  z.strictObject({holdings: z.array(holding)}),
  z.strictObject({refused: z.enum(["off", "gone", "busy", "failed"])})
]);
export type CitizenAnswer = z.infer<typeof citizenAnswer>;

export const ticketMinutes = 60;
export const longestLine = 1000;
