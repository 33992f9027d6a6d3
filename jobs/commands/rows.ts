import type {Command} from "commander";
import {formatDate, formatNumber} from "../../dashboards/format.ts";
import {whatOf} from "../../dashboards/row-request.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {openRegistry} from "../../queries/registry/open.ts";
import {listRowRequests} from "../../queries/registry/row-requests.ts";
import {operatorName} from "../audit.ts";
import type {Run} from "../main.ts";
import {takeApprovedRows} from "../take-rows.ts";

export function addRows(program: Command, run: Run): void {
  program
    .command("rows")
    .argument("<opgave>", "list: vis anmodninger om rækker; take: tag dem ud, som en anden har godkendt")
    .argument("[nummer]", "anmodningens nummer, fx R-7K3QXM")
    .description("tag rækker om personer ud, når én har sagt hvorfor og en anden har godkendt det på siden /raekker")
    .option("--out <fil>", "filen, de skrives i; kun du kan læse den")
    .action(
      run<{out?: string}>(async ({out}, {dataDir}, output, [task, number]) => {
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          const now = new Date();
          if (task === "list") {
            const requests = await listRowRequests(registry, now);
            const {states} = webTextOf("da").rowRequests;
            for (const each of requests)
              output.line(
                `${each.number}  ${states[each.state]}  ${formatDate(each.askedAt.slice(0, 10), "da")}  ${whatOf(each, "da")}`
              );
            if (requests.length === 0) output.line("Ingen har bedt om rækker.");
            output.result(requests);
            return 0;
          }
          if (task !== "take") throw new BadInput(`no such task: ${task}`, "Opgaven skal være list eller take.");
          if (!number || !out)
            throw new BadInput("no number or file", "Skriv anmodningens nummer og --out med filens navn.");
          const rows = await takeApprovedRows({registry, dataDir, number, to: out, by: operatorName(), now});
          output.line(`${formatNumber(rows, 0, "da")} rækker ligger i ${out}. De må ikke videregives.`);
          output.result({number, rows, file: out});
          return 0;
        } finally {
          await registry.destroy();
        }
      })
    );
}
