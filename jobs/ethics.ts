/** The ethics forms as they stand in a data folder: the project's own, or the municipality's in `ethics/`, and who signed them. */
import {isDemonstration} from "../queries/config.ts";
import {type EthicsStanding, ethicsStandings} from "../queries/ethics/standing.ts";
import type {Indicator} from "../queries/model.ts";
import {danishClock} from "../queries/reference/wheel-dates.ts";
import {newestSignatures} from "../queries/registry/ethics.ts";
import type {Registry} from "../queries/registry/open.ts";
import {readEthicsForms} from "./ethics-forms.ts";

export interface EthicsRequest {
  readonly registry: Registry;
  readonly dataDir: string;
  readonly indicators: readonly Indicator[];
  readonly now: Date;
}

export async function readEthics({
  registry,
  dataDir,
  indicators,
  now
}: EthicsRequest): Promise<readonly EthicsStanding[]> {
  return ethicsStandings(indicators, {
    forms: await readEthicsForms(dataDir, indicators),
    signatures: await newestSignatures(registry),
    demonstration: isDemonstration(dataDir),
    today: danishClock(now).date
  });
}
