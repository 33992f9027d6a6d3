import {storesOf} from "../queries/config.ts";
import {insertAgreements, listAgreements} from "../queries/registry/agreements.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {demoAgreements} from "./demo/agreements.ts";
import {writeDemoConversations} from "./demo/conversations.ts";
import {type DemoFile, type DemoOptions, generateDemo} from "./demo/demo.ts";
import {type IntakeOutcome, intake} from "./intake.ts";
import {silentProgress} from "./progress.ts";

export interface Demonstration extends DemoOptions {
  readonly municipality: string;
}

/** Generates the demonstration's deliveries and takes them in as any delivery; the intended dirt ends as reports. */
export async function prepareDemonstration(demonstration: Demonstration): Promise<readonly IntakeOutcome[]> {
  const {dataDir, progress = silentProgress} = demonstration;
  const files = await layOutDemonstration(demonstration);
  return intake({dataDir, files, progress});
}

/**
 * The deliveries, ready to be taken in, and what is not delivered but written in conversations: last half-year's agreements
 * and some of the conversations go into the registry. What is there already stays as it has become.
 */
export async function layOutDemonstration(demonstration: Demonstration): Promise<readonly DemoFile[]> {
  const {files} = await generateDemo(demonstration);
  const registry = await openRegistry(storesOf(demonstration.dataDir).registry);
  try {
    const known = new Set((await listAgreements(registry)).map(({id}) => id));
    await insertAgreements(
      registry,
      demoAgreements(demonstration.municipality).filter(({id}) => !known.has(id))
    );
    await writeDemoConversations(registry, demonstration.municipality);
  } finally {
    await registry.destroy();
  }
  return files;
}
