import {type Command, Option} from "commander";
import {languages} from "../../queries/model.ts";
import {operatorName} from "../audit.ts";
import type {Run} from "../main.ts";
import {buildPackages} from "../packages.ts";
import {periodOf} from "./options.ts";

interface PackagesOptions {
  readonly period: string;
  readonly municipality?: string;
  readonly unit?: string;
  readonly definition?: string;
  readonly language: "da" | "en";
  readonly correction?: string;
}

export function addPackages(program: Command, run: Run): void {
  program
    .command("packages")
    .description("byg datapakker af den gældende frigivelse")
    .requiredOption("--period <periode>", "halvåret, fx 2025-H2")
    .option("--municipality <kode>", "kun denne kommunes pakker")
    .option("--unit <id>", "kun denne enheds pakker")
    .option("--definition <id>", "kun denne udgave: leader, area, municipality eller councillor")
    .addOption(new Option("--language <sprog>", "sprog").choices([...languages]).default("da"))
    .option("--correction <tekst>", "hvad der er rettet og hvorfor, når en udsendt pakke erstattes")
    .action(
      run<PackagesOptions>(async ({period, ...narrow}, {dataDir, workers, browserPath}, output) => {
        const summary = await buildPackages({
          ...narrow,
          dataDir,
          workers,
          browserPath,
          builtBy: operatorName(),
          period: periodOf(period),
          progress: output.progress
        });
        output.line(
          `${summary.built} ${summary.built === 1 ? "pakke" : "pakker"} bygget, ${summary.kept} var der i forvejen, ${summary.failed.length} mislykkedes.`
        );
        if (summary.built > 0)
          output.line("Andre ser dem, når de er godkendt: på siden Godkendelse eller med »aarshjul signoff«.");
        for (const {issue, reason} of summary.failed) output.line(`  ${issue}: ${reason}`);
        output.result(summary);
        return summary.failed.length === 0 ? 0 : 1;
      })
    );
}
