/**
 * `reference/wheel/<municipality>.json`: what a municipality has otherwise than the default wheel. An entry that cannot be
 * used is named in a Danish sentence and left as it was; it never stops the others.
 */
import {z} from "zod";
import {areas, unitKinds} from "../model.ts";
import {packageIds} from "../packages/data-package.ts";
import {findPackage} from "../packages/index.ts";
import {findStandard} from "../standards/index.ts";
import {danishProblem, either, placeInJson} from "./danish-problem.ts";
import {defaultWheel} from "./wheel.ts";
import {weekdays} from "./wheel-dates.ts";
import {entryDefaults, entryKinds, entryStates, packageRules, type WheelEntry, yearRules} from "./wheel-entry.ts";

export interface WheelFile {
  readonly entries: readonly WheelEntry[];
  /** Danish, each beginning with the place in the file. */
  readonly problems: readonly string[];
}

const workday = z.enum(["next", "previous"]).optional();
const month = z.int().min(1).max(12);
const dayRule = z.union(
  [
    z.strictObject({month, day: z.int().min(1).max(31), workday}),
    z.strictObject({
      month,
      weekday: z.enum(weekdays),
      nth: z
        .int()
        .min(-1)
        .max(5)
        .refine((nth) => nth !== 0, "Må ikke være 0."),
      workday
    }),
    z.strictObject({easter: z.int().min(-100).max(100), workday})
  ],
  {
    error:
      "Skal være en dag som {month, day}, en ugedag som {month, weekday, nth} eller dage fra påskedag som {easter}, evt. med workday next eller previous."
  }
);
const text = z.string().trim().min(1).max(200);
const note = z.string().max(500);
const common = {
  id: z.string(),
  title: text,
  titleEnglish: text,
  note,
  noteEnglish: note,
  area: z.enum(areas),
  unitKinds: z.array(z.enum(unitKinds)).min(1),
  window: z.strictObject({from: dayRule, to: dayRule}),
  years: z.enum(yearRules),
  period: z.strictObject({kind: z.enum(["half-year", "school-year", "year"]), step: z.int().min(-3).max(3)}),
  leadDays: z.int().min(0).max(120),
  owner: text,
  state: z.enum(entryStates)
};
const standard = z.string().refine((id) => findStandard(id) !== undefined, "Kendes ikke som datastandard.");
const entrySchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({kind: z.literal("arrival"), ...common, standards: z.array(standard)}),
    z.strictObject({
      kind: z.literal("package"),
      ...common,
      definition: z.enum(packageIds),
      rule: z.enum(packageRules),
      inputs: z.array(standard)
    }),
    z.strictObject({kind: z.enum(["conversation", "meeting", "deadline"]), ...common})
  ],
  {error: `Skal være ${either(entryKinds)}.`}
);

/** The default wheel with the file's changes and additions; `name` begins every sentence. */
export function parseWheelFile(content: string, name: string): WheelFile {
  let given: unknown;
  try {
    given = JSON.parse(content);
  } catch (error) {
    const where = placeInJson(error);
    return {entries: defaultWheel, problems: [`${name}: Filen er ikke gyldig JSON${where}. Standardhjulet gælder.`]};
  }
  const shape = z.strictObject({entries: z.record(z.string(), z.unknown())}).safeParse(given, {error: danishProblem});
  if (!shape.success)
    return {entries: defaultWheel, problems: shape.error.issues.map((issue) => sentence(name, issue))};
  return applyEntries(shape.data.entries, name);
}

function applyEntries(given: Readonly<Record<string, unknown>>, name: string): WheelFile {
  const entries = new Map(defaultWheel.map((entry) => [entry.id, entry]));
  const problems: string[] = [];
  for (const [id, value] of Object.entries(given)) {
    const read = readEntry(id, value, entries.get(id));
    if (Array.isArray(read)) problems.push(...read.map((issue) => sentence(name, issue, id)));
    else entries.set(id, read as WheelEntry);
  }
  return {entries: [...entries.values()], problems};
}

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

function readEntry(id: string, value: unknown, known: WheelEntry | undefined): WheelEntry | Issue[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return [{path: [], message: "Navnet skal være små bogstaver (a-z), tal og bindestreger."}];
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [{path: [], message: "Skal være et objekt med det, der er anderledes end i standardhjulet."}];
  const title = "title" in value ? {titleEnglish: value.title} : {};
  const parsed = entrySchema.safeParse(
    {...(known ?? entryDefaults), ...title, ...value, id, ...(known ? {kind: known.kind} : {})},
    {error: danishProblem}
  );
  if (!parsed.success)
    return parsed.error.issues.filter(({path}) => path[0] !== "titleEnglish" || "titleEnglish" in value);
  const entry: WheelEntry = parsed.data;
  return contradictionOf(entry) ?? entry;
}

function contradictionOf(entry: WheelEntry): Issue[] | null {
  if (entry.kind === "arrival") {
    const other = entry.standards.find((id) => !["any", entry.period.kind].includes(findStandard(id)!.periodKind));
    return other === undefined
      ? null
      : [{path: ["period", "kind"], message: `${other} leveres pr. ${findStandard(other)!.periodKind}.`}];
  }
  if (entry.kind !== "package") return null;
  const kinds = findPackage(entry.definition)!.kinds;
  const wrong = entry.unitKinds.filter((kind) => !kinds.includes(kind));
  if (wrong.length > 0)
    return [{path: ["unitKinds"], message: `Udgaven ${entry.definition} findes ikke for ${wrong.join(", ")}.`}];
  return entry.period.kind === "half-year"
    ? null
    : [{path: ["period", "kind"], message: "Datapakker er om halvår: skriv half-year."}];
}

function sentence(name: string, {path, message}: Issue, id?: string): string {
  const place = [...(id === undefined ? [] : [id]), ...path.map(String)].join(" › ");
  return `${name}: ${place ? `${place}: ` : ""}${message}`;
}
