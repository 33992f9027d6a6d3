/** `pseudonyms.json` in the data folder: whether civil registration numbers may be delivered and made into pseudonyms. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {BadInput} from "../../queries/errors.ts";
import {jsonOf} from "../../queries/json.ts";

const schema = z.strictObject({pseudonymise: z.boolean()});
export const pseudonymSettings = "pseudonyms.json";

/** False where there is no file: then such numbers are refused. */
export async function mayPseudonymise(dataDir: string): Promise<boolean> {
  const text = await readFile(join(dataDir, pseudonymSettings), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return false;
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data.pseudonymise;
  throw new BadInput(
    `not settings of pseudonyms: ${pseudonymSettings}`,
    `${pseudonymSettings} skal være {"pseudonymise": true} eller {"pseudonymise": false}.`
  );
}
