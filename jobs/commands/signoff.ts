import {type Command, Option} from "commander";
import {formatMoment} from "../../dashboards/moment.ts";
import {missingText} from "../../dashboards/signoff-missing.ts";
import {wheelTextOf} from "../../dashboards/text-wheel.ts";
import {type Config, isDemonstration, storesOf} from "../../queries/config.ts";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {listMissing} from "../../queries/issue-files.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {listSignedIssues, recordSteps, type SignedIssue} from "../../queries/registry/signoffs.ts";
import {type SignoffStep, type StepTaken, signoffSteps} from "../../queries/registry/signoffs-steps.ts";
import {clockFrom, momentOf} from "../clock.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {municipalityOf, periodOf} from "./options.ts";

interface SignoffOptions {
  readonly issue?: readonly string[];
  readonly period?: string;
  readonly municipality?: string;
  readonly definition?: string;
  readonly unit?: string;
  readonly step?: SignoffStep;
  readonly by?: string;
  readonly comment?: string;
  readonly release?: string;
  readonly correction?: string;
  readonly now?: string;
}

export function addSignoff(program: Command, run: Run): void {
  program
    .command("signoff")
    .description(
      "vis pakkers vej til udsendelse, eller tag et skridt: se igennem, godkend, send tilbage, flyt, træk tilbage"
    )
    .option("--issue <navn...>", "kun disse udgivelser")
    .option("--period <periode>", "halvåret, fx 2025-H2")
    .option("--municipality <kode>", "kun denne kommunes")
    .option("--definition <id>", "kun denne udgave")
    .option("--unit <id>", "kun denne enheds")
    .addOption(
      new Option(
        "--step <skridt>",
        "explain: begrundet; preview: set igennem; sign: godkendt; return: sendt tilbage; move: anden udsendelse; withdraw: trukket tilbage"
      ).choices([...signoffSteps])
    )
    .option("--by <navn>", "hvem der gør det")
    .option("--comment <tekst>", "bemærkning; kræves, når noget sendes eller trækkes tilbage")
    .option("--release <tidspunkt>", "hvornår pakkerne udsendes (ellers næste gang klokken er 8)")
    .option("--correction <tekst>", "hvad der er rettet og hvorfor; trykkes i pakken, når skridtet er explain")
    .option("--now <tidspunkt>", "som om klokken var dette; kun i demonstrationen")
    .action(
      run<SignoffOptions>(async (options, config, output) => {
        judge(options, config);
        const registry = await openRegistry(storesOf(config.dataDir).registry);
        try {
          const now = clockFrom(options.now)();
          const issues = await findIssues(registry, options, now);
          if (options.step === "preview" || options.step === "sign") await judgeFiles(registry, issues, config, now);
          if (options.step === undefined) tell(issues, output);
          else await take(registry, issues, {...options, step: options.step}, now, output);
          return 0;
        } finally {
          await registry.destroy();
        }
      })
    );
}

function judge({period, municipality, issue, step, now}: SignoffOptions, {dataDir}: Config): void {
  if (period !== undefined) periodOf(period);
  if (municipality !== undefined) municipalityOf(municipality);
  if (step !== undefined && period === undefined && issue === undefined)
    throw new BadInput("a step for all packages", "Sig hvilke pakker: --period eller --issue.");
  if (now !== undefined && !isDemonstration(dataDir))
    throw new BadInput("--now outside the demonstration", "Tidspunktet kan kun sættes i demonstrationen.");
}

/** The newest issue of each, unless some are named: the others have been replaced. */
async function findIssues(registry: Registry, options: SignoffOptions, now: Date): Promise<readonly SignedIssue[]> {
  const {issue: named, period, municipality, definition, unit} = options;
  const all = await listSignedIssues(registry, {period, municipality, definition, unit}, now);
  if (named) {
    const missing = named.find((name) => !all.some(({issue}) => issue === name));
    if (missing !== undefined) throw new NotFound("issue", missing);
    return all.filter(({issue}) => named.includes(issue));
  }
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = `${each.unit} ${each.definition} ${each.language} ${each.period}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Nobody looks through or signs off what is gone. */
async function judgeFiles(
  registry: Registry,
  issues: readonly SignedIssue[],
  {dataDir}: Config,
  now: Date
): Promise<void> {
  const missing = await listMissing(dataDir, issues);
  const first = issues.find(({issue}) => missing.has(issue));
  if (!first) return;
  const {unit, definition, language, period} = first;
  const series = await listSignedIssues(registry, {unit, definition, language, period}, now);
  const isReplaced = series.some(({number}) => number > first.number);
  throw new BadInput(
    `the files are missing: ${first.issue}`,
    `${first.issue}: ${missingText(first, isReplaced, "da")}`
  );
}

function tell(issues: readonly SignedIssue[], output: Output): void {
  const {issueStates} = wheelTextOf("da");
  for (const {issue, state, releaseAt} of issues)
    output.line(`${issue}: ${issueStates[state]}${releaseAt ? `, ${formatMoment(releaseAt, "da")}` : ""}`);
  if (issues.length === 0) output.line("Ingen pakker.");
  output.result(issues.map(({issue, state, releaseAt, correction}) => ({issue, state, releaseAt, correction})));
}

async function take(
  registry: Registry,
  issues: readonly SignedIssue[],
  {step, by = "", comment = "", release, correction}: SignoffOptions & {readonly step: SignoffStep},
  at: Date,
  output: Output
): Promise<void> {
  const releaseAt = release === undefined ? undefined : momentOf(release);
  const taken: StepTaken = {step, by, at, comment, releaseAt, correction};
  const {steps} = wheelTextOf("da");
  await recordSteps(registry, issues, taken);
  const done = issues.map(({issue}) => issue);
  output.line(`${done.length} ${done.length === 1 ? "pakke" : "pakker"}: ${steps[step]}.`);
  output.result({step, issues: done});
}
