import type {Command} from "commander";
import {withheldSentence} from "../../dashboards/ethics.ts";
import {formatNumber} from "../../dashboards/format.ts";
import {storesOf} from "../../queries/config.ts";
import {readReleasedEthics} from "../../queries/ethics/released-ethics.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {deliverObservations} from "../deliver-observations.ts";
import type {Run} from "../main.ts";
import {refresh} from "../refresh.ts";

export function addRefresh(program: Command, run: Run): void {
  program
    .command("refresh")
    .description("beregn, beskyt og frigiv tallene")
    .action(
      run(async (_options, {dataDir}, output) => {
        await deliverWritten(dataDir);
        const release = await refresh({dataDir, progress: output.progress});
        const {shown, hidden} = release.protection;
        output.line(
          `Frigivelse ${release.id}: ${formatNumber(shown, 0, "da")} tal vises, ${formatNumber(hidden, 0, "da")} er skjult, ${release.definitions.length} definitioner.`
        );
        const {withheld} = await readReleasedEthics(dataDir, release.id);
        for (const each of withheld) output.line(withheldSentence(each, "da"));
        output.result({...release, withheld});
        return 0;
      })
    );
}

async function deliverWritten(dataDir: string): Promise<void> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  try {
    await deliverObservations({dataDir, registry, now: () => new Date()});
  } finally {
    await registry.destroy();
  }
}
