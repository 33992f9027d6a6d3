import {type Command, Option} from "commander";
import {layOutDemonstration} from "../demonstration.ts";
import type {Run} from "../main.ts";

interface DemoOptions {
  readonly scale: "municipality" | "nation";
  readonly seed: string;
  readonly municipality: string;
}

export function addDemo(program: Command, run: Run): void {
  program
    .command("demo")
    .description("lav demonstrationsnationens leverancer i <datamappe>/demo")
    .addOption(
      new Option("--scale <omfang>", "én kommune og dens naboer, eller hele landet")
        .choices(["municipality", "nation"])
        .default("municipality")
    )
    .option("--seed <tal>", "samme tal giver samme data", "1")
    .option("--municipality <kode>", "kommunen, der får alle detaljer", "751")
    .action(
      run<DemoOptions>(async ({scale, seed, municipality}, {dataDir}, output) => {
        const files = await layOutDemonstration({
          dataDir,
          scale,
          seed: Number(seed),
          municipality,
          progress: output.progress
        });
        output.line(
          `${files.length} leverancer ligger i ${dataDir}/demo. Næste skridt: aarshjul intake ${dataDir}/demo/*`
        );
        output.result({files});
        return 0;
      })
    );
}
