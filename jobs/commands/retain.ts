import type {Command} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import {type FileKind, fileKinds} from "../../queries/registry/schema-retention.ts";
import {clockFrom} from "../clock.ts";
import type {Run} from "../main.ts";
import type {OwnPlan} from "../retention/own-rows.ts";
import {retain} from "../retention/retain.ts";

export function addRetain(program: Command, run: Run): void {
  program
    .command("retain")
    .description("slet rækker og filer, hvis opbevaringstid er gået, med en kvittering for hver fil")
    .option("--dry-run", "vis kun, hvad der ville blive slettet")
    .action(
      run<{dryRun?: boolean}>(async ({dryRun = false}, {dataDir}, output) => {
        const {plan, own, deleted, entries} = await retain(dataDir, clockFrom(undefined)(), {dryRun});
        const verb = dryRun ? "skal slettes" : "er slettet";
        const number = (value: number) => formatNumber(value, 0, "da");
        for (const {path, rows, periods} of plan.extracts)
          output.line(`${number(rows)} rækker fra ${periods.join(", ")} i ${path} ${verb}.`);
        for (const kind of fileKinds) {
          const count = plan.files.filter((file) => file.kind === kind).length;
          if (count > 0) output.line(`${number(count)} ${nouns[kind]} ${verb}.`);
        }
        for (const {record, period, rows} of own)
          output.line(`${number(rows)} rækker om ${ownNouns[record]}${period ? ` fra ${period}` : ""} ${verb}.`);
        if (entries > 0) output.line(`${number(entries)} poster i loggen ${verb}.`);
        if (plan.extracts.length + plan.files.length + own.length + entries === 0)
          output.line("Intet er over sin opbevaringstid.");
        output.result({plan, own, deleted, entries});
        return 0;
      })
    );
}

const nouns: Readonly<Record<FileKind, string>> = {
  inbox: "modtagne filer",
  quarantine: "filer med afviste rækker",
  staging: "efterladte mellemfiler"
};

const ownNouns: Readonly<Record<OwnPlan["record"], string>> = {
  conversations: "samtaler og aftaler",
  bounces: "mails, der kom retur,",
  recipients: "modtagere og det, de før var,"
};
