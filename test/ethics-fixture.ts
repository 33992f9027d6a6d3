import {storesOf} from "../queries/config.ts";
import {type EthicsForm, formHash} from "../queries/ethics/ethics-form.ts";
import {ethicsForms} from "../queries/ethics/index.ts";
import {type ReleasedEthics, releasedEthics} from "../queries/ethics/released-ethics.ts";
import {ethicsStandings} from "../queries/ethics/standing.ts";
import type {Indicator} from "../queries/model.ts";
import {recordSignatures} from "../queries/registry/ethics.ts";
import {openRegistry} from "../queries/registry/open.ts";

/** Signs the forms, long past the end of any test. */
export async function signForms(dataDir: string, forms: readonly EthicsForm[] = ethicsForms): Promise<void> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  const signed = {
    by: "Prøve Prøvesen, skolechef",
    contact: "Skoleforvaltningen",
    on: "2026-01-01",
    until: "2099-12-31"
  };
  await recordSignatures(
    registry,
    forms.map((form) => ({...signed, indicator: form.indicator, sha256: formHash(form)})),
    new Date("2026-01-01T09:00:00Z")
  );
  await registry.destroy();
}

/** As a demonstration signs them; fixtures are released without a form too. */
export function demonstrationEthics(indicators: readonly Indicator[]): ReleasedEthics {
  const facts = {forms: ethicsForms, signatures: new Map(), demonstration: true, today: "2026-02-01"};
  return {forms: releasedEthics(ethicsStandings(indicators, facts)).forms, withheld: []};
}
