/**
 * `reference/themes.json`: themes of findings that the data folder has otherwise than the program, by code. What cannot be
 * used is named in a Danish sentence and left out; it never stops the others.
 */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import type {Code} from "../classifications/classification.ts";
import {useLocalCodes} from "../classifications/local-codes.ts";
import {themes as standardThemes} from "../classifications/themes.ts";
import {endOf, type PeriodId, startOf} from "../period.ts";
import {danishProblem, placeInJson} from "./danish-problem.ts";

export interface Themes {
  readonly codes: readonly Code[];
  /** Danish, each beginning with the place in the file. */
  readonly problems: readonly string[];
}

const name = "reference/themes.json";
const label = z.string().trim().min(1).max(80);
const day = z.iso.date();
const themeSchema = z.strictObject({
  label: label.optional(),
  labelEnglish: label.optional(),
  aliases: z.array(label).max(20).optional(),
  validFrom: day.optional(),
  validTo: day.optional()
});

/** The default list with the file's changes and additions; the default where the file cannot be read at all. */
export function parseThemes(content: string): Themes {
  let given: unknown;
  try {
    given = JSON.parse(content);
  } catch (error) {
    return standardWith(`${name}: Filen er ikke gyldig JSON${placeInJson(error)}. Standardlisten gælder.`);
  }
  const shape = z.strictObject({themes: z.record(z.string(), z.unknown())}).safeParse(given);
  if (!shape.success)
    return standardWith(`${name}: Filen skal være {"themes": {…}} med et tema under hver kode. Standardlisten gælder.`);
  const codes = new Map(standardThemes.codes.map((theme) => [theme.code, theme]));
  const problems: string[] = [];
  for (const [code, value] of Object.entries(shape.data.themes)) {
    const read = readTheme(code, value, codes.get(code));
    if (typeof read === "string") problems.push(`${name}: ${code}: ${read}`);
    else codes.set(code, read);
  }
  return {codes: [...codes.values()], problems};
}

function standardWith(problem: string): Themes {
  return {codes: standardThemes.codes, problems: [problem]};
}

/** A theme, or what is wrong with it. */
function readTheme(code: string, value: unknown, known: Code | undefined): Code | string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code)) return "Koden skal være små bogstaver (a-z), tal og bindestreger.";
  const parsed = themeSchema.safeParse(value, {error: danishProblem});
  if (!parsed.success)
    return parsed.error.issues
      .map(({path, message}) => [path.join(" › "), message].filter(Boolean).join(": "))
      .join(" ");
  const given = parsed.data;
  const text = given.label ?? known?.label;
  if (text === undefined) return "label mangler: skriv temaets navn på dansk.";
  const labelEnglish = given.labelEnglish ?? (given.label === undefined ? known?.labelEnglish : undefined) ?? text;
  const {aliases, validFrom, validTo} = given;
  if (validFrom && validTo && validFrom > validTo) return "validFrom er efter validTo.";
  return {
    ...{...known, code, label: text, labelEnglish},
    ...(aliases && {aliases}),
    ...(validFrom && {validFrom}),
    ...(validTo && {validTo})
  };
}

/** Reads the file and lets every code list of this process know it. */
export async function useThemes(dataDir: string): Promise<Themes> {
  const content = await readFile(join(dataDir, name), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const themes = content === null ? {codes: standardThemes.codes, problems: []} : parseThemes(content);
  useLocalCodes("themes", content === null ? null : themes.codes);
  return themes;
}

/** Those in force at some time of the period. */
export function themesIn({codes}: Pick<Themes, "codes">, period: PeriodId): readonly Code[] {
  const [from, to] = [startOf(period), endOf(period)];
  return codes.filter(({validFrom, validTo}) => (!validFrom || validFrom <= to) && (!validTo || validTo >= from));
}
