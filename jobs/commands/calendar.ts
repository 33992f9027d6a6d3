import {writeFile} from "node:fs/promises";
import {type Command, Option} from "commander";
import {calendarTextOf} from "../../dashboards/text-wheel.ts";
import {areas} from "../../queries/model.ts";
import {calendarOf} from "../../queries/reference/wheel-calendar.ts";
import {listEvents} from "../../queries/registry/calendar.ts";
import {createCalendarToken, revokeCalendars} from "../../queries/registry/calendar-tokens.ts";
import {readDue, settle} from "../due.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {openPlant, type Plant} from "../plant.ts";
import {municipalityName, municipalityOf} from "./options.ts";

interface CalendarOptions {
  readonly municipality?: string;
  readonly area?: string;
  readonly owner?: string;
  readonly file?: string;
  readonly revoke?: string;
  readonly language: "da" | "en";
}

export function addCalendar(program: Command, run: Run): void {
  program
    .command("calendar")
    .description("årshjulet som kalender: en hemmelig adresse til Outlook, Google og Apple, eller en fil")
    .option("--municipality <kode>", "kommunen (ellers dem, der har en fil i reference/wheel/)")
    .addOption(new Option("--area <område>", "kun dette område og det fælles").choices([...areas]))
    .option("--owner <navn>", "hvem adressen er til; den vises kun denne ene gang")
    .option("--file <sti>", "skriv kalenderen til en fil i stedet")
    .option("--revoke <navn>", "luk alle adresser, som denne har fået")
    .addOption(new Option("--language <sprog>", "sprog").choices(["da", "en"]).default("da"))
    .action(
      run<CalendarOptions>(async (options, config, output) => {
        const {municipality, revoke} = options;
        if (municipality !== undefined) municipalityOf(municipality);
        const plant = await openPlant(config, {municipality});
        try {
          if (revoke !== undefined) return await close(plant, revoke, output);
          await settle(plant, await readDue(plant));
          for (const code of plant.municipalities) await open(plant, code, options, output);
          return 0;
        } finally {
          await plant.registry.destroy();
        }
      })
    );
}

async function open(plant: Plant, municipality: string, options: CalendarOptions, output: Output): Promise<void> {
  const {area = "", owner = "", file, language} = options;
  if (file === undefined) {
    const createdAt = plant.now().toISOString();
    const token = await createCalendarToken(plant.registry, {municipality, area, language, owner, createdAt});
    const path = `/kalender/${token}.ics`;
    output.line(`${municipalityName(municipality)}: ${path}`);
    output.line("Adressen er hemmelig og vises kun nu. Den lukkes med --revoke.");
    return output.result({municipality, path});
  }
  const events = await listEvents(plant.registry, municipality, area);
  await writeFile(file, calendarOf(events, calendarTextOf(municipalityName(municipality), language), language));
  output.line(`${events.length} begivenheder er skrevet til ${file}.`);
  output.result({municipality, file, events: events.length});
}

async function close({registry, now}: Plant, owner: string, output: Output): Promise<number> {
  const closed = await revokeCalendars(registry, {owner}, now());
  output.line(closed === 1 ? "1 adresse er lukket." : `${closed} adresser er lukket.`);
  output.result({closed});
  return closed > 0 ? 0 : 1;
}
