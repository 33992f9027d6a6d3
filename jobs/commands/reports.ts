import {type Command, Option} from "commander";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {
  answerErrorReport,
  type FullErrorReport,
  listFullErrorReports,
  type ReportState
} from "../../queries/registry/error-reports.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";

interface ReportsOptions {
  readonly all?: boolean;
  readonly status?: keyof typeof states;
  readonly svar?: string;
}

const states = {
  modtaget: "received",
  "under-behandling": "in-progress",
  rettet: "corrected",
  afvist: "rejected"
} as const satisfies Record<string, ReportState>;
const words = new Map<ReportState, string>(Object.entries(states).map(([word, state]) => [state, word]));

export function addReports(program: Command, run: Run): void {
  program
    .command("fejl")
    .description("vis de fejl i tal, som læsere har meldt, og besvar eller luk en af dem")
    .argument("[nummer]", "meldingen, der skal besvares, fx F-7K3QXM")
    .option("--all", "vis også dem, der er lukket")
    .addOption(new Option("--status <status>", "meldingens nye status").choices(Object.keys(states)))
    .option("--svar <tekst>", "svaret, som alle kan se")
    .action(
      run<ReportsOptions>(async (options, config, output, [number]) => {
        const registry = await openRegistry(storesOf(config.dataDir).registry);
        try {
          if (number !== undefined) await answer(registry, number, options);
          return await list(registry, number, options, output);
        } finally {
          await registry.destroy();
        }
      })
    );
}

/** Without a status the case is being looked at; a closed one forgets how to reach its writer. */
async function answer(registry: Registry, number: string, {status, svar}: ReportsOptions): Promise<void> {
  if (status === undefined && svar === undefined) return;
  if (svar !== undefined && holdsPersonNumber(svar))
    throw new BadInput(
      "an answer with a person number",
      "Svaret ser ud til at indeholde et CPR-nummer. Intet er gemt."
    );
  const change = {
    state: states[status ?? "under-behandling"],
    changedAt: new Date().toISOString(),
    ...(svar === undefined ? {} : {answer: svar})
  };
  if (!(await answerErrorReport(registry, number, change))) throw unknown(number);
}

async function list(
  registry: Registry,
  number: string | undefined,
  {all}: ReportsOptions,
  output: Output
): Promise<number> {
  const reports = (await listFullErrorReports(registry, !all && number === undefined)).filter(
    (report) => number === undefined || report.number === number
  );
  if (number !== undefined && reports.length === 0) throw unknown(number);
  for (const line of reports.flatMap(linesOf)) output.line(line);
  if (reports.length === 0) output.line("Ingen meldinger venter.");
  output.result(reports);
  return 0;
}

function linesOf(report: FullErrorReport): readonly string[] {
  const {number, state, receivedAt, indicator, unit, period, category, release, text, contact, answer: reply} = report;
  const figure = [indicator, unit, period, category].filter(Boolean).join(" ");
  return [
    `${number}  ${words.get(state)}  ${receivedAt.slice(0, 10)}  ${figure} (${release})`,
    ...text.split("\n").map((line) => `  ${line}`),
    ...(contact ? [`  Kontakt: ${contact}`] : []),
    ...(reply ? [`  Svar: ${reply}`] : [])
  ];
}

function unknown(number: string): BadInput {
  return new BadInput(`no such report: ${number}`, `Der findes ingen melding med nummeret ${number}.`);
}
