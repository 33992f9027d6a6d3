/** What a steward hides by hand, and shows again: it takes effect with the next `refresh`. */
import type {Command} from "commander";
import {readCatalogue} from "../../queries/catalogue.ts";
import {BadInput} from "../../queries/errors.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {openRelease} from "../../queries/release.ts";
import {type ByHand, readByHand, writeByHand} from "../disclosure/by-hand.ts";
import {isProtected} from "../disclosure/rules.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {periodOf} from "./options.ts";

interface HideOptions {
  readonly unit?: string;
  readonly indicator?: string;
  readonly period?: string;
  readonly reason?: string;
}

export function addHide(program: Command, run: Run): void {
  placed(program.command("hide"), "skjul en enheds tal fra næste frigivelse, eller se, hvad der er skjult i hånden")
    .option("--reason <tekst>", "hvorfor; uden personoplysninger")
    .action(run<HideOptions>((options, {dataDir}, output) => hide(dataDir, options, output)));
  placed(program.command("unhide"), "vis igen, hvad der var skjult i hånden").action(
    run<HideOptions>((options, {dataDir}, output) => unhide(dataDir, options, output))
  );
}

function placed(command: Command, description: string): Command {
  return command
    .description(description)
    .option("--unit <id>", "enheden, fx 751014")
    .option("--indicator <id>", "kun dette nøgletal (ellers alle)")
    .option("--period <periode>", "kun denne periode (ellers alle), fx 2025-H2");
}

async function hide(dataDir: string, options: HideOptions, output: Output): Promise<number> {
  const list = await readByHand(dataDir);
  if (options.unit === undefined) return tell(list, output);
  const added: ByHand = {...(await judge(dataDir, options)), reason: reasonOf(options), at: new Date().toISOString()};
  await writeByHand(dataDir, [...list.filter((each) => !isSame(each, added)), added]);
  output.line(
    `${lineOf(added)} skjules fra næste frigivelse (aarshjul refresh), sammen med så meget andet, som det kræver.`
  );
  output.result(added);
  return 0;
}

async function unhide(dataDir: string, options: HideOptions, output: Output): Promise<number> {
  const list = await readByHand(dataDir);
  const place = placeOf(options);
  const kept = list.filter((each) => !isSame(each, place));
  if (kept.length === list.length)
    throw new BadInput(
      "not hidden by hand",
      "Det er ikke skjult i hånden. Se listen med »aarshjul hide«, og skriv enhed, nøgletal og periode som der."
    );
  await writeByHand(dataDir, kept);
  output.line(`${lineOf(place)} vises igen fra næste frigivelse, hvis det er stort nok.`);
  output.result(place);
  return 0;
}

function tell(list: readonly ByHand[], output: Output): number {
  if (list.length === 0) output.line("Intet er skjult i hånden.");
  for (const each of list) output.line(`${lineOf(each)}: ${each.reason} (${each.at.slice(0, 10)})`);
  output.result(list);
  return 0;
}

async function judge(dataDir: string, options: HideOptions): Promise<Place> {
  const {unit, indicator, period} = placeOf(options);
  if (period !== null) periodOf(period);
  const {indicators} = await readCatalogue();
  const known = indicators.find(({id}) => id === indicator);
  if (indicator !== null && !known)
    throw new BadInput(`not an indicator: ${indicator}`, `Nøgletallet kendes ikke: ${indicator}.`);
  if (known && !isProtected(known))
    throw new BadInput(
      `published statistics: ${indicator}`,
      `${known.title} er offentlig statistik og kan ikke skjules.`
    );
  const reader = await openRelease(dataDir);
  const exists = [...reader.units.keys()].some((id) => id === unit);
  await reader.close();
  if (!exists) throw new BadInput(`not a unit: ${unit}`, `Enheden findes ikke i den gældende frigivelse: ${unit}.`);
  return {unit, indicator, period};
}

function reasonOf({reason = ""}: HideOptions): string {
  if (reason.trim() === "") throw new BadInput("no reason", "Skriv hvorfor med --reason.");
  if (holdsPersonNumber(reason)) throw new BadInput("a person number", "Begrundelsen ligner et CPR-nummer.");
  return reason.trim().slice(0, 500);
}

type Place = Pick<ByHand, "unit" | "indicator" | "period">;

function placeOf({unit = "", indicator, period}: HideOptions): Place {
  return {unit, indicator: indicator ?? null, period: period ?? null};
}

function isSame(a: Place, b: Place): boolean {
  return a.unit === b.unit && a.indicator === b.indicator && a.period === b.period;
}

function lineOf({unit, indicator, period}: Place): string {
  return `${unit}, ${indicator ?? "alle nøgletal"}, ${period ?? "alle perioder"}`;
}
