import type {Command} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import type {Run} from "../main.ts";
import {refresh} from "../refresh.ts";

export function addRefresh(program: Command, run: Run): void {
  program
    .command("refresh")
    .description("beregn, beskyt og frigiv tallene")
    .action(
      run(async (_options, {dataDir}, output) => {
        const release = await refresh({dataDir, progress: output.progress});
        const {shown, hidden} = release.protection;
        output.line(
          `Frigivelse ${release.id}: ${formatNumber(shown, 0, "da")} tal vises, ${formatNumber(hidden, 0, "da")} er skjult, ${release.definitions.length} definitioner.`
        );
        output.result(release);
        return 0;
      })
    );
}
