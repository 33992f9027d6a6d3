import {type Command, Option} from "commander";
import {type Config, isDemonstration} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {type JobId, jobIds} from "../../queries/registry/slots.ts";
import {settleSlots} from "../../queries/registry/slots-write.ts";
import {askToStop} from "../../queries/registry/stops.ts";
import {operator, operatorName} from "../audit.ts";
import {clockFrom} from "../clock.ts";
import {readDue, seenOf} from "../due.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {openPlant, type Plant} from "../plant.ts";
import {type RunSummary, type RunWish, reopen, runDue, runnableOf} from "../run-due.ts";
import {summaryLines} from "../summary-text.ts";
import {municipalityOf} from "./options.ts";

interface RunOptions {
  readonly municipality?: string;
  readonly slot?: readonly string[];
  readonly dryRun?: boolean;
  readonly skip?: string;
  readonly correction?: string;
  readonly stop?: boolean;
  readonly resume?: boolean;
  readonly now?: string;
}

export function addRun(program: Command, run: Run): void {
  program
    .command("run")
    .description(
      "udfør det, der er klar på årshjulet; med --slot også det, der venter, er mislykket eller skal gøres om"
    )
    .argument("<job>", `hvad der skal udføres: ${[...jobIds, "all"].join(", ")}`)
    .option("--municipality <kode>", "kommunen (ellers dem, der har en fil i reference/wheel/)")
    .option("--slot <id...>", "kun disse, som »due --json« navngiver dem; begyndelsen af navnet er nok")
    .option("--dry-run", "vis kun, hvad der ville blive udført")
    .addOption(new Option("--skip <grund>", "udfør det ikke, og skriv hvorfor; kræver --slot"))
    .option("--correction <tekst>", "hvad der er rettet og hvorfor, når udsendte pakker bygges om; kræver --slot")
    .option("--stop", "bed det, der er i gang, om at standse; det begyndte gøres færdigt")
    .option("--resume", "tag det op igen, der blev standset")
    .option("--now <tidspunkt>", "som om klokken var dette; kun i demonstrationen")
    .action(
      run<RunOptions>(async (options, config, output, [job = ""]) => {
        const wish = wishOf(job, options);
        judge(options, config);
        const {municipality, now, correction} = options;
        const opened = await openPlant(config, {municipality, now: clockFrom(now), progress: output.progress});
        const plant: Plant = {...opened, correction, ...(options.slot && {builtBy: operatorName()})};
        try {
          if (options.stop) return await stop(plant, wish, output);
          if (options.resume) await reopen(plant, isWanted(wish), ["cancelled"]);
          if (options.dryRun) return await tellOf(plant, wish, output);
          if (options.skip !== undefined) return await skip(plant, wish, options.skip, output);
          if (options.slot) await reopen(plant, isWanted(wish));
          return tell(await runDue(plant, wish), output);
        } finally {
          await plant.registry.destroy();
        }
      })
    );
}

function wishOf(job: string, {slot}: RunOptions): RunWish {
  if (job !== "all" && !jobIds.includes(job as JobId))
    throw new BadInput(`no such job: ${job}`, `Ukendt job: ${job}. Vælg mellem ${[...jobIds, "all"].join(", ")}.`);
  const only = (id: string) => !slot || slot.some((begins) => id === begins || id.startsWith(`${begins}/`));
  return {
    jobs: job === "all" ? jobIds : [job as JobId],
    only,
    insists: ({candidate, why}) =>
      slot ? only(candidate.id) : why.code === "settling" && (job === "all" || job === candidate.job)
  };
}

function judge({municipality, slot, skip, correction, now, dryRun}: RunOptions, {dataDir}: Config): void {
  if (municipality !== undefined) municipalityOf(municipality);
  if (skip !== undefined && (!slot || skip.trim() === ""))
    throw new BadInput("--skip needs --slot and a reason", "--skip kræver --slot og en grund.");
  if (correction !== undefined && !slot)
    throw new BadInput("--correction needs --slot", "--correction kræver --slot: hvilke pakker er rettet?");
  if (now !== undefined && !dryRun && !isDemonstration(dataDir))
    throw new BadInput(
      "--now outside the demonstration",
      "Tidspunktet kan kun sættes i demonstrationen eller med --dry-run: ellers ville virkelige pakker få en forkert tid."
    );
}

async function stop({registry}: Plant, {jobs = jobIds}: RunWish, output: Output): Promise<number> {
  for (const job of jobs) await askToStop(registry, job, operator());
  output.line("Det, der er i gang, standser, når det begyndte er gjort færdigt. Tag det op igen med --resume.");
  output.result({stop: jobs});
  return 0;
}

function isWanted({jobs = jobIds, only = () => true}: RunWish) {
  return (id: string, job: JobId) => jobs.includes(job) && only(id);
}

async function tellOf(plant: Plant, wish: RunWish, output: Output): Promise<number> {
  const slots = runnableOf(await readDue(plant), wish).map(({candidate}) => candidate.id);
  for (const id of slots) output.line(id);
  output.line(slots.length === 0 ? "Intet er klar." : `${slots.length} ville blive udført.`);
  output.result({slots});
  return 0;
}

async function skip(plant: Plant, wish: RunWish, reason: string, output: Output): Promise<number> {
  const meant = (await readDue(plant))
    .flatMap(({decisions}) => decisions)
    .filter(({candidate, action, why}) => wish.only!(candidate.id) && action !== "over" && why.code !== "leased");
  const settled = await settleSlots(plant.registry, meant.map(seenOf), {
    state: "skipped",
    text: reason,
    now: plant.now()
  });
  output.line(`${settled.length} er sprunget over: ${reason}`);
  output.result({skipped: settled, reason});
  return settled.length > 0 ? 0 : 1;
}

function tell(summaries: readonly RunSummary[], output: Output): number {
  for (const line of summaries.flatMap(summaryLines)) output.line(line);
  if (summaries.length === 0) output.line("Intet er klar.");
  output.result(summaries);
  return summaries.every(({failed}) => failed.length === 0) ? 0 : 1;
}
