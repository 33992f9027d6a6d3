/** Where a person's rows stand, by their pseudonyms: standards, municipalities and periods, never what stands there. */
import {Engine} from "../../queries/engine.ts";
import type {Holding} from "../../queries/personal/citizen-service.ts";
import {currentFiles} from "../../queries/registry/deliveries.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {quoteName, quoteText} from "../../queries/sql.ts";
import {standards, viewName} from "../../queries/standards/index.ts";
import {isAboutPersons} from "../../queries/standards/standard.ts";
import {createLakeViews} from "../lake-views.ts";
import {domainOf, pseudonymColumns} from "../pseudonyms/domains.ts";

export type Pseudonyms = Readonly<Record<string, readonly string[]>>;

/** Those that have rows about persons. */
export const personalStandards = standards.filter(isAboutPersons);
export const personalDomains = [...new Set(personalStandards.map(domainOf))];

export async function holdingsOf(
  registry: Registry,
  dataDir: string,
  pseudonyms: Pseudonyms
): Promise<readonly Holding[]> {
  const files = await currentFiles(registry);
  const engine = await Engine.open({threads: 2, memory: "1GB"});
  try {
    await createLakeViews(engine, dataDir, files);
    const found: Holding[] = [];
    for (const standard of personalStandards) {
      const names = (pseudonyms[domainOf(standard)] ?? []).map(quoteText).join(", ");
      if (names === "" || !files.some((file) => file.standard === standard.id)) continue;
      const is = pseudonymColumns(standard).map((column) => `${quoteName(column)} IN (${names})`);
      const rows = await engine.rows<{municipality: string; period: string}>(
        `SELECT DISTINCT municipality, period FROM ${viewName(standard.id)} WHERE ${is.join(" OR ")} ORDER BY ALL`
      );
      found.push(...rows.map((row) => ({standard: standard.id, ...row})));
    }
    return found;
  } finally {
    engine.close();
  }
}
