import {type Command, Option} from "commander";
import type {Config} from "../../queries/config.ts";
import type {IntakeOutcome} from "../intake.ts";
import {intake} from "../intake.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {reportLines} from "../report-text.ts";
import {municipalityOf, periodOf} from "./options.ts";

export interface IntakeOptions {
  readonly standard?: string;
  readonly municipality?: string;
  readonly period?: string;
  readonly mapping?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: string;
}

export function addIntake(program: Command, run: Run): void {
  describeFile(
    program.command("intake").description("modtag, kontrollér og gem leverancer").argument("<fil...>", "filerne")
  ).action(
    run<IntakeOptions>(async (options, config, output, names) => {
      const outcomes = await intake({...requestOf(names, options, config), progress: output.progress});
      return tell(outcomes, output);
    })
  );
}

/** Options that say what a file's content does not. */
export function describeFile(command: Command): Command {
  return command
    .option("--standard <id>", "datastandarden, når den ikke kan ses af indholdet")
    .option("--municipality <kode>", "kommunen, som alle rækker skal vedrøre")
    .option("--period <periode>", "perioden, som alle rækker skal vedrøre, fx 2025-H2")
    .option("--mapping <id>", "omsætning fra datamappens mappings/")
    .option("--encoding <tegnsæt>", "fx utf-8, windows-1252")
    .option("--delimiter <tegn>", "kolonneskilletegn")
    .addOption(new Option("--decimal <tegn>", "decimaltegn").choices([",", "."]));
}

export function requestOf(names: readonly string[], options: IntakeOptions, config: Config) {
  const {standard, municipality, period, mapping, encoding, delimiter, decimal} = options;
  if (period !== undefined) periodOf(period);
  if (municipality !== undefined) municipalityOf(municipality);
  const files = names.map((path) => ({path, standard, municipality, period, mapping, encoding, delimiter, decimal}));
  return {dataDir: config.dataDir, files};
}

export function tell(outcomes: readonly IntakeOutcome[], output: Output): number {
  for (const {report, known, quarantine} of outcomes) {
    for (const line of reportLines(report)) output.line(line);
    if (known) output.line("  Filen er modtaget før; intet er ændret.");
    if (quarantine) output.line(`  De afviste rækker ligger i ${quarantine}.`);
  }
  output.result(outcomes);
  return outcomes.every(({report}) => report.status === "accepted") ? 0 : 1;
}
