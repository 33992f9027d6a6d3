import type {Command} from "commander";
import {ethicsWarnings} from "../../dashboards/ethics.ts";
import {readCatalogue} from "../../queries/catalogue.ts";
import {clockFrom} from "../clock.ts";
import {readDue} from "../due.ts";
import {dueLines, dueView} from "../due-text.ts";
import {readEthics} from "../ethics.ts";
import type {Run} from "../main.ts";
import {openPlant, type Plant} from "../plant.ts";
import {municipalityName, municipalityOf} from "./options.ts";

interface DueOptions {
  readonly municipality?: string;
  readonly now?: string;
  readonly days: string;
}

export function addDue(program: Command, run: Run): void {
  program
    .command("due")
    .description("vis, hvad årshjulet siger skal ske nu, hvad der venter på hvad, og hvad der kommer")
    .option("--municipality <kode>", "kommunen (ellers dem, der har en fil i reference/wheel/)")
    .option("--days <antal>", "så mange dage frem", "60")
    .option("--now <tidspunkt>", "som om klokken var dette, fx 2026-11-02 eller 2026-11-02T08:00")
    .action(
      run<DueOptions>(async ({municipality, now, days}, config, output) => {
        if (municipality !== undefined) municipalityOf(municipality);
        const plant = await openPlant(config, {municipality, now: clockFrom(now)});
        try {
          const readings = await readDue(plant);
          const views = readings.map((reading) =>
            dueView(reading, municipalityName(reading.municipality), plant.now(), Number(days))
          );
          for (const line of views.flatMap(dueLines)) output.line(line);
          const warnings = await readEthicsWarnings(plant);
          for (const line of warnings.length > 0 ? ["", "Dataetik:", ...warnings.map((text) => `  ${text}`)] : [])
            output.line(line);
          output.result(views.map((view) => ({...view, warnings})));
          return views.every(({problems}) => problems.length === 0) ? 0 : 1;
        } finally {
          await plant.registry.destroy();
        }
      })
    );
}

async function readEthicsWarnings({registry, dataDir, now}: Plant): Promise<readonly string[]> {
  const {indicators} = await readCatalogue();
  return ethicsWarnings(await readEthics({registry, dataDir, indicators, now: now()}), "da");
}
