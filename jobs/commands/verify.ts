import {join} from "node:path";
import type {Command} from "commander";
import {storesOf} from "../../queries/config.ts";
import {findActiveRelease} from "../../queries/release.ts";
import {attackRelease, type Finding} from "../disclosure/outsider.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {verify} from "../verify.ts";

interface VerifyOptions {
  readonly attack?: boolean;
}

export function addVerify(program: Command, run: Run): void {
  program
    .command("verify")
    .description("efterregn alle kontrolsummer i udtræk, frigivelser og pakker")
    .option("--attack", "prøv også, hvad en fremmed kan regne ud af den gældende frigivelse")
    .action(
      run<VerifyOptions>(async ({attack = false}, {dataDir}, output) => {
        const {checked, problems} = await verify(dataDir);
        for (const {path, problem} of problems) output.line(`${problem}: ${path}`);
        output.line(
          problems.length === 0
            ? `${checked} filer er uændrede.`
            : `${problems.length} af ${checked} filer er beskadiget eller mangler.`
        );
        const findings = attack ? await attackActive(dataDir, output) : [];
        output.result({checked, problems, ...(attack ? {findings} : {})});
        return problems.length + findings.length === 0 ? 0 : 1;
      })
    );
}

/** With the release's own files and nothing else. */
async function attackActive(dataDir: string, output: Output): Promise<readonly Finding[]> {
  const active = await findActiveRelease(dataDir);
  if (!active) return [];
  const {tried, unread, findings} = await attackRelease(join(storesOf(dataDir).releases, active), {
    progress: output.progress
  });
  for (const {indicator, unit, period, category, low, high} of findings)
    output.line(`Kan regnes ud: ${indicator} ${category} ${unit} ${period} ligger mellem ${low} og ${high}`);
  output.line(
    `${tried} skjulte størrelser forsøgt regnet ud, ${findings.length} lykkedes, ${unread} kunne ikke læses.`
  );
  return findings;
}
