import {writeFile} from "node:fs/promises";
import type {Command} from "commander";
import {readCatalogue} from "../../queries/catalogue.ts";
import {dataPackages} from "../../queries/packages/index.ts";
import {ownRecords} from "../../queries/personal/own-records.ts";
import {processingRecord} from "../../queries/personal/processing-record.ts";
import {standards} from "../../queries/standards/index.ts";
import {readEthicsForms} from "../ethics-forms.ts";
import type {Run} from "../main.ts";
import {mayPseudonymise} from "../pseudonyms/settings.ts";
import {daysOfFiles, monthsOfLog} from "../retention/plan.ts";

export function addRecord(program: Command, run: Run): void {
  program
    .command("record")
    .description("skriv fortegnelsen over behandlinger (artikel 30) og grundlaget for konsekvensanalysen, som Markdown")
    .option("--out <fil>", "skriv den til en fil")
    .action(
      run<{out?: string}>(async ({out}, {dataDir}, output) => {
        const pseudonymises = await mayPseudonymise(dataDir);
        const {indicators} = await readCatalogue();
        const text = processingRecord({
          ...{standards, pseudonymises, daysOfFiles, monthsOfLog, indicators},
          packages: dataPackages,
          ownRecords: Object.values(ownRecords),
          forms: await readEthicsForms(dataDir, indicators)
        });
        if (out) await writeFile(out, text);
        output.line(out ? `Fortegnelsen ligger i ${out}.` : text);
        output.result(out ? {file: out} : {text});
        return 0;
      })
    );
}
