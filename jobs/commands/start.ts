import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Command} from "commander";
import {type Config, isDemonstration, storesOf} from "../../queries/config.ts";
import {wheelMunicipalities} from "../../queries/reference/wheel-facts.ts";
import {listDeliveries} from "../../queries/registry/deliveries.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {openRelease, slicesFile} from "../../queries/release.ts";
import {prepareDemonstration} from "../demonstration.ts";
import {releaseDemonstration} from "../demonstration-release.ts";
import type {Run} from "../main.ts";
import {type Output, seconds, sentenceOf} from "../output.ts";
import {buildPackages} from "../packages.ts";
import {openPlant} from "../plant.ts";
import {refresh} from "../refresh.ts";
import {type Schedule, startSchedule} from "../schedule.ts";
import {summaryLines} from "../summary-text.ts";

interface StartOptions {
  readonly municipality: string;
  readonly scale: "municipality" | "nation";
  readonly seed: string;
}

export function addStart(program: Command, run: Run): void {
  program
    .command("start")
    .description("gør data klar, frigiv, byg pakker og vis det hele på http://localhost:3000")
    .option("--port <port>", "porten (ellers PORT eller 3000)")
    .option("--municipality <kode>", "kommunen, hvis pakker bygges", "751")
    .option("--scale <omfang>", "demonstrationens omfang, når datamappen er tom", "municipality")
    .option("--seed <tal>", "demonstrationens tal", "1")
    .action(
      run<StartOptions>(async (options, config, output) => {
        const since = Date.now();
        await prepareData(options, config, output);
        const server = await startServer(config);
        output.line(`\nÅbn ${server.url} i en browser. Stop med Ctrl+C.\n`);
        await buildNewest(options, config, output);
        output.line(`\nFærdig efter ${seconds(since)}. Siden bliver ved med at være åben på ${server.url}`);
        output.result({url: server.url});
        const wheel = await startWheel(options, config, output);
        const code = await server.ended;
        wheel.stop().catch(() => {});
        setTimeout(() => process.exit(code), 5000).unref(); // what is cut off here is taken up at the next start
        return code;
      })
    );
}

async function prepareData({municipality, scale, seed}: StartOptions, config: Config, output: Output): Promise<void> {
  const {dataDir} = config;
  if (await isEmptyOrUnfinished(dataDir)) {
    output.line("Datamappen er tom: der laves demonstrationsdata. Ingen tal er virkelige.");
    await prepareDemonstration({dataDir, municipality, scale, seed: Number(seed), progress: output.progress});
  }
  if (!(await hasRelease(dataDir))) await refresh({dataDir, progress: output.progress});
}

/** A release that an older version of the program made lacks what pages are drawn from now, and is made again. */
async function hasRelease(dataDir: string): Promise<boolean> {
  if (!existsSync(storesOf(dataDir).activeRelease)) return false;
  const reader = await openRelease(dataDir);
  await reader.close();
  return slicesFile in reader.manifest.files;
}

/** True too when an earlier start was stopped before the demonstration was released: taking a file in twice changes nothing. */
async function isEmptyOrUnfinished(dataDir: string): Promise<boolean> {
  const {registry: path, activeRelease} = storesOf(dataDir);
  if (existsSync(activeRelease)) return false;
  if (!existsSync(path) || isDemonstration(dataDir)) return true;
  const registry = await openRegistry(path);
  const deliveries = await listDeliveries(registry, {limit: 1});
  await registry.destroy();
  return deliveries.length === 0;
}

async function buildNewest({municipality}: StartOptions, config: Config, output: Output): Promise<void> {
  const release = await openRelease(config.dataDir);
  const {period} = release.manifest;
  await release.close();
  const request = {...config, period, municipality, language: "da", progress: output.progress} as const;
  const isDemo = isDemonstration(config.dataDir);
  const letOut = (registry: Registry, names: readonly string[]) =>
    isDemo ? releaseDemonstration(registry, {municipality, names}) : Promise.resolve();
  const summary = await buildPackages({
    ...request,
    onRecorded: (registry, issues) =>
      letOut(
        registry,
        issues.map(({issue}) => issue)
      )
  });
  const registry = await openRegistry(storesOf(config.dataDir).registry);
  await letOut(registry, summary.issues).finally(() => registry.destroy());
  output.line(`${summary.built} pakker er bygget, ${summary.kept} var der i forvejen.`);
  if (!isDemo && summary.built > 0) output.line("De ses af andre, når de er godkendt: se siden Godkendelse.");
  for (const {issue, reason} of summary.failed) output.line(`  mislykket: ${issue}: ${reason}`);
}

/** From now on the annual wheel is looked at every minute, for the municipalities that have a wheel file, else for this one. */
async function startWheel({municipality}: StartOptions, config: Config, output: Output): Promise<Schedule> {
  const named = await wheelMunicipalities(config.dataDir);
  const plant = await openPlant(config, named.length > 0 ? {} : {municipality});
  const schedule = startSchedule(plant, {
    onRun: (summaries) => {
      for (const line of summaries.flatMap(summaryLines)) output.line(`Årshjul: ${line.trim()}`);
    },
    onError: (error) => output.line(`Årshjul: ${sentenceOf(error)}`)
  });
  return {
    stop: async () => {
      await schedule.stop();
      await plant.registry.destroy();
    }
  };
}

/** The server is its own process: it has no way to what this process can read. */
async function startServer({dataDir, port, host}: Config): Promise<{url: string; ended: Promise<number>}> {
  const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
    env: {...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: host},
    stdio: ["ignore", "pipe", "inherit"]
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill("SIGTERM"));
  const ended = new Promise<number>((resolve) => child.on("exit", (code) => resolve(code ?? 0)));
  const ready = new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
      if (address) resolve(address);
    });
  });
  const url = await Promise.race([
    ready,
    ended.then((code) => Promise.reject(new Error(`the server ended with code ${code}`)))
  ]);
  return {url: url.replace("127.0.0.1", "localhost"), ended};
}
