/** A release of schools and one of day care protected and audited: seconds, memory, what is hidden, and what the audit finds. */
import {type Catalogue, readCatalogue} from "../../queries/catalogue.ts";
import {Engine, quoteText} from "../../queries/engine.ts";
import type {UnitKind} from "../../queries/model.ts";
import {latestWithin} from "../../queries/period.ts";
import {computeFactsOf} from "../compute.ts";
import {type Protected, protectCells} from "../disclosure/protect-cells.ts";
import {disclosureRules as rules} from "../disclosure/rules.ts";
import {createIndicatorRules} from "../indicator-rules.ts";
import {ownCells} from "../linked-cells.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {withhold} from "../withhold.ts";
import {findLake, type Lake, newestOf} from "./compute.ts";
import {overSuppression} from "./known-table.ts";
import type {BenchResult} from "./result.ts";

export interface DisclosureBenchOptions {
  readonly dataDir: string;
  readonly quick?: boolean;
  readonly progress?: Progress;
}

/** `NIGHTLY=1` audits by mixed-integer programs too. A pattern that does not pass throws. */
export async function run({
  dataDir,
  quick = false,
  progress = silentProgress
}: DisclosureBenchOptions): Promise<readonly BenchResult[]> {
  const lake = await findLake(dataDir, quick, progress);
  const catalogue = await readCatalogue();
  return [
    ...(await measure(lake, catalogue, "school", "skolerne", 30)),
    ...(await measure(lake, catalogue, "daycare", "dagtilbuddene", 180)),
    await compareWithPublished()
  ];
}

async function measure(
  {dataDir, files}: Lake,
  catalogue: Catalogue,
  kind: UnitKind,
  who: string,
  most: number
): Promise<readonly BenchResult[]> {
  const newest = newestOf(files);
  const periods = [newest, latestWithin(newest, "school-year"), latestWithin(newest, "year")];
  const indicators = catalogue.indicators.filter(({kinds}) => kinds.includes(kind));
  const engine = await Engine.open({threads: 2, memory: "4GB"});
  try {
    await computeFactsOf(engine, {catalogue, dataDir, files, periods});
    await engine.run(
      `DELETE FROM total WHERE indicator NOT IN (${indicators.map(({id}) => quoteText(id)).join(", ")})`
    );
    await createIndicatorRules(engine, indicators, rules);
    await withhold(engine, rules);
    await engine.run(ownCells);
    const memory = new Memory();
    const started = performance.now();
    const done = await protectCells(engine, {
      indicators,
      rules,
      whole: Boolean(process.env.NIGHTLY),
      progress: {start: () => {}, finish: () => {}, advance: () => memory.look()}
    });
    return resultsOf(who, done, (performance.now() - started) / 1_000, memory.megabytes, most);
  } finally {
    engine.close();
  }
}

async function compareWithPublished(): Promise<BenchResult> {
  const value = await overSuppression();
  const name = "skjult ud over det offentliggjorte svar (z1)";
  return {name, value, unit: "%", floor: null, ratio: null, target: "≤ 15 %", met: value <= 15};
}

function resultsOf(who: string, done: Protected, seconds: number, megabytes: number, most: number): BenchResult[] {
  const alone = {floor: null, ratio: null};
  const share = (done.hidden / done.cells) * 100;
  const whole = process.env.NIGHTLY ? ", også med heltalsprogrammer" : "";
  const name = `${who} (${done.cells} celler) beskyttet og efterprøvet${whole}`;
  return [
    {name, value: seconds, unit: "s", ...alone, target: `≤ ${most} s`, met: seconds <= most},
    {name: `${who}: hukommelse`, value: megabytes, unit: "MB", ...alone, target: "≤ 500 MB", met: megabytes <= 500},
    {name: `${who}: skjult`, value: share, unit: "%", ...alone, target: "–", met: true},
    {
      name: `${who}: af de skjulte vist for egen leder`,
      value: (done.handed / Math.max(done.hidden, 1)) * 100,
      unit: "%",
      ...alone,
      target: "–",
      met: true
    },
    {
      name: `${who}: regnet ud eller under 5 fra`,
      value: 0,
      unit: `af ${done.targets}`,
      ...alone,
      target: "0",
      met: true
    }
  ];
}

/** What the work adds to the process at its highest. */
class Memory {
  readonly #before = process.memoryUsage.rss();
  #highest = this.#before;

  look(): void {
    this.#highest = Math.max(this.#highest, process.memoryUsage.rss());
  }

  get megabytes(): number {
    return (this.#highest - this.#before) / 1e6;
  }
}
