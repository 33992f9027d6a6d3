import type {Command} from "commander";
import {storesOf} from "../../queries/config.ts";
import {useThemes} from "../../queries/reference/themes.ts";
import {countObservations} from "../../queries/registry/observations.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {count} from "../counts.ts";
import {deliverObservations} from "../deliver-observations.ts";
import type {Run} from "../main.ts";

export function addFindings(program: Command, run: Run): void {
  program
    .command("findings")
    .description("læg de fund, som er skrevet på siden, i datagrundlaget; det sker også af sig selv, før der frigives")
    .action(
      run(async (_options, {dataDir}, output) => {
        const {problems} = await useThemes(dataDir);
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          const summary = await deliverObservations({dataDir, registry, now: () => new Date()});
          const every = {within: null, author: null, unit: null, theme: null, state: "active"} as const;
          const active = await countObservations(registry, every);
          for (const problem of problems) output.line(problem);
          output.line(
            `${count(active)} fund er skrevet på siden. ${count(summary.delivered)} er leveret nu, ${count(summary.refused)} blev ikke godkendt.`
          );
          output.result({active, ...summary, problems});
          return summary.refused === 0 && problems.length === 0 ? 0 : 1;
        } finally {
          await registry.destroy();
        }
      })
    );
}
