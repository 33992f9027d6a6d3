/** The forms that a data folder goes by: a municipality's own in `ethics/<indicator>.json`, else the project's. */
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {colours, type EthicsForm, questions} from "../queries/ethics/ethics-form.ts";
import {ethicsForms} from "../queries/ethics/index.ts";
import {jsonOf} from "../queries/json.ts";
import type {Indicator} from "../queries/model.ts";
import {holdsPersonNumber} from "../queries/personal/person-numbers.ts";
import {purposeProblems} from "../queries/purpose.ts";
import {dataPurposes} from "../queries/standards/standard.ts";

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z
  .string()
  .min(10)
  .max(2000)
  .refine((value) => !holdsPersonNumber(value), "holds a civil registration number");
const answer = z.strictObject({colour: z.enum(colours), text});

const schema = z.strictObject({
  indicator: z.string(),
  version: z.int().positive(),
  consideredOn: date,
  purposes: z.array(z.enum(dataPurposes)).min(1),
  sensitivityClass: z.literal([1, 2, 3]),
  minutesPerCase: z.number().min(0),
  sunset: date,
  answers: z.record(z.enum(questions), answer)
});

/** Throws `BadInput` with the file and the field that is wrong. */
export async function readEthicsForms(
  dataDir: string,
  indicators: readonly Indicator[]
): Promise<readonly EthicsForm[]> {
  const folder = storesOf(dataDir).ethics;
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
  const own = await Promise.all(names.map(async (name) => parseForm(name, await readFile(join(folder, name), "utf8"))));
  for (const form of own) check(form, indicators);
  return [...ethicsForms.filter(({indicator}) => !own.some((form) => form.indicator === indicator)), ...own];
}

function parseForm(name: string, content: string): EthicsForm {
  const parsed = schema.safeParse(jsonOf(content));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(name, `${issue!.path.join(".") || "filen"}: ${issue!.message}`);
  }
  if (name !== `${parsed.data.indicator}.json`) throw refused(name, "filen skal hedde som nøgletallet");
  return parsed.data;
}

/** A municipality may write other answers, but not use data for what they were not collected for. */
function check({indicator: id, purposes}: EthicsForm, indicators: readonly Indicator[]): void {
  const meant = indicators.filter((indicator) => indicator.id === id);
  if (meant.length === 0) throw refused(`${id}.json`, "der findes intet nøgletal med det navn");
  const [problem] = meant.flatMap(({standards}) => purposeProblems(standards, purposes));
  if (problem) throw refused(`${id}.json`, problem);
}

function refused(name: string, why: string): BadInput {
  return new BadInput(`not an ethics form: ${name}: ${why}`, `Formularen ethics/${name} kan ikke bruges: ${why}.`);
}
