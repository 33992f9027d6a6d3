import {join} from "node:path";
import type {Command} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import {storesOf} from "../../queries/config.ts";
import {findActiveRelease} from "../../queries/release.ts";
import {attackRelease, type OutsiderReport} from "../disclosure/outsider.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {scrapeRelease} from "../scrape/scrape.ts";
import type {Channel} from "../scrape/sightings.ts";
import {verify} from "../verify.ts";

interface VerifyOptions {
  readonly attack?: boolean;
  readonly published?: boolean;
  readonly web?: string;
  readonly mip?: boolean;
}

export function addVerify(program: Command, run: Run): void {
  program
    .command("verify")
    .description("efterregn alle kontrolsummer i udtræk, frigivelser og pakker")
    .option("--attack", "prøv også, hvad en fremmed kan regne ud af den gældende frigivelse")
    .option("--published", "tag tallene fra alt, der er offentliggjort, og se, om det alt sammen siger det samme")
    .option("--web <adresse>", "og fra en kørende server, fx http://127.0.0.1:3000")
    .option("--mip", "angrib også med heltalsprogrammer: langsommere")
    .action(
      run<VerifyOptions>(async (options, {dataDir}, output) => {
        const {checked, problems} = await verify(dataDir);
        for (const {path, problem} of problems) output.line(`${problem}: ${path}`);
        output.line(
          problems.length === 0
            ? `${checked} filer er uændrede.`
            : `${problems.length} af ${checked} filer er beskadiget eller mangler.`
        );
        const attacked = await attackActive(dataDir, options, output);
        output.result({checked, problems, ...attacked});
        return problems.length + (attacked?.found ?? 0) === 0 ? 0 : 1;
      })
    );
}

/** With the release's own files, or with all that is published, and nothing else. */
async function attackActive(dataDir: string, options: VerifyOptions, output: Output) {
  const {attack = false, published = false, web, mip: whole = false} = options;
  const active = await findActiveRelease(dataDir);
  if (!active || !(attack || published || web || whole)) return undefined;
  const {progress} = output;
  if (!published && !web) {
    const report = await attackRelease(join(storesOf(dataDir).releases, active), {whole, progress});
    tellAttack(report, output);
    return {findings: report.findings, found: report.findings.length};
  }
  const scraped = await scrapeRelease({dataDir, release: active, origin: web ?? null, whole, progress});
  for (const channel of scraped.channels) tellChannel(channel, output);
  tellAttack(scraped.attack, output);
  const {findings} = scraped.attack;
  const differences = scraped.channels.reduce((sum, channel) => sum + channel.differences.length, 0);
  return {findings, channels: scraped.channels, found: findings.length + differences};
}

function tellChannel({name, cells, hidden, differences}: Channel, output: Output): void {
  for (const {cell, seen, released} of differences.slice(0, 20))
    output.line(`${name} siger noget andet om ${cell}: ${seen} i stedet for ${released}`);
  const count = (number: number) => formatNumber(number, 0, "da");
  output.line(`${name}: ${count(cells)} tal set, heraf ${count(hidden)} skjult; ${differences.length} forskelle.`);
}

function tellAttack({tried, unread, findings}: OutsiderReport, output: Output): void {
  for (const {indicator, unit, period, category, low, high} of findings)
    output.line(`Kan regnes ud: ${indicator} ${category} ${unit} ${period} ligger mellem ${low} og ${high}`);
  output.line(
    `${tried} skjulte størrelser forsøgt regnet ud, ${findings.length} lykkedes, ${unread} kunne ikke læses.`
  );
}
