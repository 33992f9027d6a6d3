/** What the examining process says is read as warily as the file it has opened: it may have been taken over. */
import {join} from "node:path";
import {z} from "zod";
import {standards} from "../queries/standards/index.ts";
import type {Examination, ExaminationJob} from "./examination.ts";
import {extractName} from "./staged-files.ts";

export interface Answer {
  readonly examination?: Examination;
  readonly failure?: string;
}

/** An answer is a line; none of ours comes near this. */
export const longestAnswer = 50_000_000;

const known = new Set(standards.map(({id}) => id as string));
const count = z.int().min(0);
const text = z.string().max(20_000);
const part = z.looseObject({
  municipality: z.string().regex(/^\w{0,10}$/),
  period: z.string().regex(/^[\w/-]{0,12}$/),
  rows: count
});
const examination = (staging: string) =>
  z.looseObject({
    status: z.enum(["accepted", "rejected", "uncertain"]),
    standard: z
      .string()
      .refine((id) => known.has(id))
      .nullable(),
    rows: count,
    parts: z.array(part),
    findings: z.array(
      z.looseObject({
        rule: text,
        severity: z.enum(["error", "warning"]),
        message: text.min(1),
        count,
        lines: z.array(count)
      })
    ),
    extract: z
      .looseObject({
        path: z.literal(join(staging, extractName)),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        parts: z.array(part)
      })
      .nullable(),
    quarantine: z.literal(join(staging, "quarantine.csv")).nullable()
  });

/** Null where it is no answer, or one that would lead out of the job's own folder. */
export function answerIn(line: string, {staging}: Pick<ExaminationJob, "staging">): Answer | null {
  try {
    const given = JSON.parse(line) as Answer;
    if (typeof given.failure === "string") return {failure: given.failure};
    return examination(staging).safeParse(given.examination).success ? {examination: given.examination!} : null;
  } catch {
    return null;
  }
}
