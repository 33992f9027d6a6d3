/** Whose wheel is shown where nobody has said which. */
import {readFile} from "node:fs/promises";
import {municipalitiesOf} from "../dashboards/pages/places.ts";
import {storesOf} from "../queries/config.ts";
import type {UnitId} from "../queries/model.ts";
import {wheelMunicipalities} from "../queries/reference/wheel-facts.ts";
import type {ReleaseReader} from "../queries/release.ts";
import {found} from "./page.ts";

/** The municipality that has a wheel of its own, else the demonstration's, else the first that there is. */
export async function homeOfWheel(dataDir: string, {units}: Pick<ReleaseReader, "units">): Promise<string> {
  const own = (await wheelMunicipalities(dataDir)).find((code) => units.has(code as UnitId));
  if (own) return own;
  const mark = await readFile(storesOf(dataDir).demonstrationMark, "utf8").catch(() => "{}");
  const named: {readonly municipality?: unknown} = JSON.parse(mark);
  if (typeof named.municipality === "string" && units.has(named.municipality as UnitId)) return named.municipality;
  return found(municipalitiesOf(units)[0]?.id, "unit", "");
}
