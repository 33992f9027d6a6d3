import type {Command} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import type {AuditEntry} from "../../queries/audit.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {expireAudit, listAudit} from "../../queries/registry/audit.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {readSecret} from "../../queries/secret.ts";
import type {Run} from "../main.ts";
import {monthsBefore} from "../retention/plan.ts";
import {type AuditCheck, verifyAudit} from "../verify-audit.ts";

const tasks = ["verify", "list", "expire"] as const;

export function addAudit(program: Command, run: Run): void {
  program
    .command("audit")
    .argument("<opgave>", "verify: er loggen hel; list: de nyeste poster; expire: slet poster, der er for gamle")
    .description("hvem har set, ændret og sendt hvad: en log, der viser, om nogen har rettet i den")
    .option("--count <antal>", "så mange af de nyeste poster (list)", "50")
    .option("--months <måneder>", "slet poster, der er ældre (expire)", "24")
    .action(
      run<{count: string; months: string}>(async ({count, months}, {dataDir}, output, [task]) => {
        const {registry: path, auditKey} = storesOf(dataDir);
        const key = await readSecret(auditKey);
        const registry = await openRegistry(path);
        try {
          const act = {verify: verify, list: list, expire: expire}[taskOf(task)];
          return await act(registry, key, {count: wholeNumber(count), months: wholeNumber(months)}, output);
        } finally {
          await registry.destroy();
        }
      })
    );
}

type Task = (
  registry: Registry,
  key: Uint8Array,
  options: {readonly count: number; readonly months: number},
  output: Parameters<Parameters<Run>[0]>[2]
) => Promise<number>;

const verify: Task = async (registry, key, _, output) => {
  const check = await verifyAudit(registry, key);
  output.line(verdictOf(check));
  if (check.head) output.line(`Hoved: ${check.head.sequence} ${check.head.hash}`);
  output.result(check);
  return check.problem ? 1 : 0;
};

function verdictOf({entries, problem}: AuditCheck): string {
  const count = `${formatNumber(entries, 0, "da")} ${entries === 1 ? "post" : "poster"}`;
  if (!problem) return `Loggen er hel: ${count}.`;
  const {sequence} = problem;
  const what = {
    mark: "Loggens begyndelse eller slutning mangler eller er forfalsket",
    gap: `Der mangler poster før nr. ${sequence}`,
    hash: `Post nr. ${sequence} er ikke, som den blev skrevet`,
    head: "De sidste poster mangler, eller der er føjet til uden om loggen"
  }[problem.problem];
  return `Loggen er beskadiget. ${what}.`;
}

const list: Task = async (registry, _, {count}, output) => {
  const entries = await listAudit(registry, count);
  if (entries.length === 0) output.line("Der er ingen poster i loggen endnu.");
  for (const entry of entries) output.line(lineOf(entry));
  output.result(entries);
  return 0;
};

function lineOf({sequence, at, actor, action, resource, purpose, detail}: AuditEntry): string {
  const details = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
  return [sequence, at, actor, action, resource, purpose, ...details].join("  ");
}

const expire: Task = async (registry, key, {months}, output) => {
  const before = monthsBefore(new Date(), months);
  const deleted = await expireAudit(registry, key, before);
  output.line(`${formatNumber(deleted, 0, "da")} poster fra før ${before.slice(0, 10)} er slettet.`);
  output.result({deleted, before});
  return 0;
};

function taskOf(text: string | undefined): (typeof tasks)[number] {
  const task = tasks.find((each) => each === text);
  if (!task) throw new BadInput(`no such audit task: ${text}`, `Opgaven skal være ${tasks.join(", ")}, ikke ${text}.`);
  return task;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 100_000)
    throw new BadInput(`not a count: ${text}`, `${text} er ikke et helt tal fra 1.`);
  return number;
}
