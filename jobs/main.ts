/** The command line. Every command prints help, takes `--data` and `--json`, and exits non-zero on failure. */
import {Command, CommanderError} from "commander";
import type {Config} from "../queries/config.ts";
import {normalizeConfig} from "../queries/config.ts";
import {useThemes} from "../queries/reference/themes.ts";
import {auditCommand, type Ran} from "./audit.ts";
import {addArrived} from "./commands/arrived.ts";
import {addAudit} from "./commands/audit.ts";
import {addBench} from "./commands/bench.ts";
import {addBounces} from "./commands/bounces.ts";
import {addCalendar} from "./commands/calendar.ts";
import {addCheck} from "./commands/check.ts";
import {addCitizens} from "./commands/citizens.ts";
import {addDeliver} from "./commands/deliver.ts";
import {addDemo} from "./commands/demo.ts";
import {addDue} from "./commands/due.ts";
import {addEthics} from "./commands/ethics.ts";
import {addFindings} from "./commands/findings.ts";
import {addHide} from "./commands/hide.ts";
import {addIntake} from "./commands/intake.ts";
import {addPackages} from "./commands/packages.ts";
import {addPseudonyms} from "./commands/pseudonyms.ts";
import {addRecipients} from "./commands/recipients.ts";
import {addRecord} from "./commands/record.ts";
import {addRefresh} from "./commands/refresh.ts";
import {addReports} from "./commands/reports.ts";
import {addRetain} from "./commands/retain.ts";
import {addRows} from "./commands/rows.ts";
import {addRun} from "./commands/run.ts";
import {addSignoff} from "./commands/signoff.ts";
import {addStart} from "./commands/start.ts";
import {addUser} from "./commands/user.ts";
import {addVerify} from "./commands/verify.ts";
import {danishHelp, danishUsageError} from "./danish-usage.ts";
import {type Output, openOutput, sentenceOf} from "./output.ts";

/** What every command gets besides its own options. Resolves to the exit code. */
export type Act<Options> = (
  options: Options,
  config: Config,
  output: Output,
  names: readonly string[]
) => Promise<number>;
export type Run = <Options>(act: Act<Options>) => (...given: unknown[]) => Promise<void>;

/** Commands that change what is stored or sent; each is told in the audit log, failed ones too. */
const changing = new Set([
  "user",
  "start",
  "demo",
  "intake",
  "findings",
  "refresh",
  "packages",
  "run",
  "arrived",
  "calendar",
  "fejl",
  "signoff",
  "recipients",
  "deliver",
  "bounces",
  "pseudonyms",
  "ethics",
  "retain",
  "hide",
  "unhide"
]);

const run: Run =
  (act) =>
  async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.opts() as Parameters<typeof act>[0] & {data?: string; json?: boolean; port?: string};
    const output = openOutput(options.json ?? false, process.stdout, process.stderr);
    await telling(output, async () => {
      const {data: DATA_DIR = process.env.DATA_DIR, port: PORT = process.env.PORT} = options;
      const config = normalizeConfig({...process.env, DATA_DIR, PORT});
      await telling(output, async () => {
        await useThemes(config.dataDir);
        process.exitCode = await act(options, config, output, command.args);
      });
      if (changing.has(command.name())) await auditCommand(config.dataDir, ranOf(command, Number(process.exitCode)));
    });
  };

/** A failure ends the command with a sentence and exit code 1. */
async function telling(output: Output, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    output.result({error: sentenceOf(error)});
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (process.env.DEBUG) console.error(error);
    process.exitCode = 1;
  }
}

function ranOf(command: Command, exitCode: number): Ran {
  return {command: command.name(), options: command.opts(), given: command.args.length, exitCode};
}

function commandLine(): Command {
  const program = new Command("aarshjul");
  program
    .description("Kommunal, datadrevet ledelse: standardiserede udtræk ind, halvårlige datapakker ud.")
    .exitOverride()
    .configureOutput({writeErr: () => {}})
    .configureHelp(danishHelp);
  for (const add of [
    addStart,
    addDemo,
    addIntake,
    addCheck,
    addFindings,
    addRefresh,
    addPackages,
    addDue,
    addRun,
    addArrived,
    addSignoff,
    addRecipients,
    addDeliver,
    addBounces,
    addCalendar,
    addReports,
    addPseudonyms,
    addCitizens,
    addRows,
    addEthics,
    addRetain,
    addHide,
    addRecord,
    addUser,
    addVerify,
    addAudit,
    addBench
  ])
    add(program, run);
  for (const command of program.commands) {
    command
      .helpOption("-h, --help", "vis denne hjælp")
      .option("--data <mappe>", "datamappen (ellers DATA_DIR eller ./data)")
      .option("--json", "skriv resultatet som JSON")
      .exitOverride()
      .configureOutput({writeErr: () => {}})
      .configureHelp(danishHelp);
  }
  return program
    .helpOption("-h, --help", "vis denne hjælp")
    .helpCommand("help [kommando]", "vis hjælp til en kommando");
}

// Nothing that is written here is for other users of the machine.
process.umask(0o027);

try {
  await commandLine().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) process.stderr.write(`${danishUsageError(error)}\n`);
  if (error.code === "commander.help") process.stdout.write(commandLine().helpInformation());
  process.exitCode = error.exitCode;
}
