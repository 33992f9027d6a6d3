import type {Command} from "commander";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {occurrenceOf} from "../../queries/reference/wheel.ts";
import {danishClock} from "../../queries/reference/wheel-dates.ts";
import {readWheelFile} from "../../queries/reference/wheel-facts.ts";
import {type Arrival, recordArrivals} from "../../queries/registry/arrivals.ts";
import type {Run} from "../main.ts";
import {openPlant, type Plant} from "../plant.ts";
import {municipalityOf} from "./options.ts";

interface ArrivedOptions {
  readonly municipality?: string;
  readonly on?: string;
  readonly year?: string;
  readonly by: string;
}

export function addArrived(program: Command, run: Run): void {
  program
    .command("arrived")
    .description("notér, hvornår en anden udgivers data kom; næste års vindue lærer af det")
    .argument("<id>", "det på årshjulet, der kom, fx budget-figures")
    .option("--municipality <kode>", "kommunen (ellers dem, der har en fil i reference/wheel/)")
    .option("--on <dato>", "dagen, fx 2026-02-14 (ellers i dag)")
    .option("--year <år>", "hvilket års (ellers dagens år)")
    .option("--by <navn>", "hvem der noterer det", "")
    .action(
      run<ArrivedOptions>(async (options, config, output, [id = ""]) => {
        const {municipality} = options;
        if (municipality !== undefined) municipalityOf(municipality);
        const plant = await openPlant(config, {municipality});
        try {
          const arrivals: Arrival[] = [];
          for (const code of plant.municipalities) arrivals.push(await arrivalOf(plant, code, id, options));
          await recordArrivals(plant.registry, arrivals);
          for (const {period, arrivedOn} of arrivals) output.line(`Noteret: ${id} for ${period} kom ${arrivedOn}.`);
          output.result(arrivals);
          return 0;
        } finally {
          await plant.registry.destroy();
        }
      })
    );
}

async function arrivalOf(
  {dataDir, now}: Plant,
  municipality: string,
  id: string,
  {on, year, by}: ArrivedOptions
): Promise<Arrival> {
  const {entries} = await readWheelFile(dataDir, municipality);
  const entry = entries.find((each) => each.id === id);
  if (entry?.kind !== "arrival") throw new NotFound("wheel entry", id);
  const arrivedOn = dayOf(on ?? danishClock(now()).date);
  const {period, from, to} = occurrenceOf(entry, Number(year ?? arrivedOn.slice(0, 4)));
  const recorded = {source: "hand", notedBy: by, recordedAt: now().toISOString()} as const;
  return {municipality, entry: id, period, expectedFrom: from, expectedTo: to, arrivedOn, ...recorded};
}

function dayOf(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new BadInput(`not a day: ${text}`, `Datoen kan ikke læses: ${text}. Skriv fx 2026-02-14.`);
}
