import type {Command} from "commander";
import {clockFrom} from "../clock.ts";
import {readDue} from "../due.ts";
import {dueLines, dueView} from "../due-text.ts";
import type {Run} from "../main.ts";
import {openPlant} from "../plant.ts";
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
          output.result(views);
          return views.every(({problems}) => problems.length === 0) ? 0 : 1;
        } finally {
          await plant.registry.destroy();
        }
      })
    );
}
