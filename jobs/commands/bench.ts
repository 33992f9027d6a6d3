import {type Command, Option} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import {benchParts} from "../bench/index.ts";
import type {BenchResult} from "../bench/result.ts";
import type {Run} from "../main.ts";

interface BenchOptions {
  readonly part?: string;
  readonly quick?: boolean;
}

export function addBench(program: Command, run: Run): void {
  program
    .command("bench")
    .description("mål hastighed og hukommelse mod et gulv i samme kørsel")
    .addOption(new Option("--part <del>", "kun denne del").choices(Object.keys(benchParts)))
    .option("--quick", "mindre mængder, til at se om målingen virker")
    .action(
      run<BenchOptions>(async ({part, quick = false}, {dataDir, workers, browserPath}, output) => {
        const results: BenchResult[] = [];
        for (const [name, measure] of Object.entries(benchParts)) {
          if (part && part !== name) continue;
          results.push(...(await measure({dataDir, workers, browserPath, quick, progress: output.progress})));
        }
        for (const line of tableOf(results)) output.line(line);
        output.result(results);
        return results.every(({met}) => met) ? 0 : 1;
      })
    );
}

/** The table as Markdown, as the README prints it. */
function tableOf(results: readonly BenchResult[]): readonly string[] {
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, value < 10 ? 2 : 0, "da"));
  return [
    "| måling | værdi | gulv | forhold | mål | nået |",
    "| --- | ---: | ---: | ---: | --- | --- |",
    ...results.map(
      ({name, value, unit, floor, ratio, target, met}) =>
        `| ${name} | ${number(value)} ${unit} | ${floor === null ? "–" : `${number(floor)} ${unit}`} | ${number(ratio)} | ${target} | ${met ? "ja" : "nej"} |`
    )
  ];
}
