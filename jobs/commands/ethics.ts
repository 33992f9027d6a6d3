import type {Command} from "commander";
import {formatDate} from "../../dashboards/format.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {readCatalogue} from "../../queries/catalogue.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {colourOf, countColours, formHash, questions} from "../../queries/ethics/ethics-form.ts";
import {type EthicsStanding, lastDay} from "../../queries/ethics/standing.ts";
import {holdsPersonNumber} from "../../queries/personal/person-numbers.ts";
import {danishClock} from "../../queries/reference/wheel-dates.ts";
import {type NewSignature, recordSignatures, withdrawSignature} from "../../queries/registry/ethics.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {readEthics} from "../ethics.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";

const tasks = ["list", "show", "sign", "withdraw"] as const;
type TaskName = (typeof tasks)[number];

interface EthicsOptions {
  readonly all?: boolean;
  readonly by?: string;
  readonly contact?: string;
  readonly until?: string;
}

interface Desk {
  readonly registry: Registry;
  readonly standings: readonly EthicsStanding[];
  readonly now: Date;
}

const {ethics: t} = webTextOf("da");

export function addEthics(program: Command, run: Run): void {
  program
    .command("ethics")
    .argument("<opgave>", tasks.join(", "))
    .argument("[nøgletal...]", "nøgletallenes id")
    .description("vis de dataetiske formularer, skriv under på dem, og tag en underskrift tilbage")
    .option("--all", "alle nøgletal, hvis formular ikke er underskrevet")
    .option("--by <navn>", "den, der skriver under: navn og titel")
    .option("--contact <hvem>", "hvem man spørger om nøgletallet, fx en afdeling")
    .option("--until <dato>", "sidste dag, underskriften gælder (ellers og højst 24 måneder)")
    .action(
      run<EthicsOptions>(async (options, {dataDir}, output, [task = "", ...ids]) => {
        const act = Object.hasOwn(acts, task) ? acts[task as TaskName] : undefined;
        if (!act)
          throw new BadInput(`no such task: ${task}`, `Opgaven skal være en af ${tasks.join(", ")}, ikke ${task}.`);
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          const now = new Date();
          const {indicators} = await readCatalogue();
          const standings = await readEthics({registry, dataDir, indicators, now});
          await act({registry, standings, now}, ids, options, output);
          return 0;
        } finally {
          await registry.destroy();
        }
      })
    );
}

type Act = (desk: Desk, ids: readonly string[], options: EthicsOptions, output: Output) => Promise<void>;

const acts: Readonly<Record<TaskName, Act>> = {
  list: async ({standings}, _, __, output) => {
    for (const standing of standings) output.line(lineOf(standing));
    output.result(standings.map(({form: _form, ...standing}) => standing));
  },
  show: async ({standings}, ids, _, output) => {
    const shown = ids.map((id) => standingOf(standings, id));
    for (const line of shown.flatMap(sheetOf)) output.line(line);
    output.result(shown);
  },
  sign: async ({registry, standings, now}, ids, options, output) => {
    const {by, contact} = signerOf(options);
    const chosen = options.all ? standings.filter(isUnsigned) : ids.map((id) => standingOf(standings, id));
    if (chosen.length === 0) throw nothingChosen(options);
    const on = danishClock(now).date;
    const until = untilOf(on, options.until);
    await recordSignatures(
      registry,
      chosen.map((standing) => ({...signable(standing), by, contact, on, until})),
      now
    );
    for (const {title} of chosen) output.line(`»${title}« er underskrevet til og med ${formatDate(until, "da")}.`);
    output.line("Det gælder fra den næste frigivelse: aarshjul refresh");
    output.result(chosen.map(({indicator}) => ({indicator, by, contact, on, until})));
  },
  withdraw: async ({registry, standings, now}, ids, _, output) => {
    for (const id of ids) {
      const {title} = standingOf(standings, id);
      const withdrawn = await withdrawSignature(registry, id, now);
      output.line(withdrawn ? `Underskriften på »${title}« er taget tilbage.` : `»${title}« var ikke underskrevet.`);
    }
    output.result({withdrawn: ids});
  }
};

function isUnsigned({state}: EthicsStanding): boolean {
  return state === "unsigned" || state === "changed" || state === "expired";
}

function standingOf(standings: readonly EthicsStanding[], id: string): EthicsStanding {
  const standing = standings.find(({indicator}) => indicator === id);
  if (!standing) throw new NotFound("indicator", id);
  return standing;
}

function signerOf({by, contact}: EthicsOptions): Pick<NewSignature, "by" | "contact"> {
  const [name = "", whom = ""] = [by?.trim(), contact?.trim()];
  if (name === "" || whom === "")
    throw new BadInput(
      "a signature without a name or a contact",
      "En underskrift kræver --by »navn og titel« og --contact »hvem man spørger«."
    );
  if (name.length > 120 || whom.length > 120 || holdsPersonNumber(`${name} ${whom}`))
    throw new BadInput("not a name", "Navn og kontakt må fylde højst 120 tegn og må ikke rumme et CPR-nummer.");
  return {by: name, contact: whom};
}

function nothingChosen({all}: EthicsOptions): BadInput {
  return new BadInput(
    "no form to sign",
    all ? "Alle formularer er underskrevet." : "Nævn de nøgletal, der skrives under på, eller brug --all."
  );
}

function untilOf(on: string, until: string | undefined): string {
  try {
    if (until !== undefined && !/^\d{4}-\d\d-\d\d$/.test(until)) throw new Error(`not a date: ${until}`);
    return lastDay(on, until);
  } catch {
    throw new BadInput(
      `not a last day: ${until}`,
      `--until skal være en dato fra i dag og højst 24 måneder frem, fx ${lastDay(on, undefined)}.`
    );
  }
}

/** What nobody can sign away. */
function signable({indicator, title, form, state}: EthicsStanding): Pick<NewSignature, "indicator" | "sha256"> {
  const barred = !form ? "no-form" : state === "red" || state === "old-form" ? state : null;
  if (barred) throw new BadInput(`form cannot be signed: ${indicator}`, t.withheld[barred](title));
  return {indicator, sha256: formHash(form!)};
}

function lineOf({indicator, form, state, signature}: EthicsStanding): string {
  const colour = form ? t.colours[colourOf(form)].toLowerCase() : "";
  const until = signature?.until ? ` til og med ${formatDate(signature.until, "da")}` : "";
  const by = signature ? `  ${signature.by}, ${formatDate(signature.on, "da")}` : "";
  return `${indicator}  ${t.states[state]}${until}  ${colour}${by}`;
}

function sheetOf(standing: EthicsStanding): readonly string[] {
  const {title, form} = standing;
  if (!form) return [title, lineOf(standing)];
  const {green, orange, red} = countColours(form);
  return [
    title,
    `${lineOf(standing)}  (${t.counts(green, orange, red)})`,
    `${t.class} ${t.classes[form.sensitivityClass]}. ${t.purposes}: ${form.purposes.map((each) => t.purposeNames[each]).join(", ")}.`,
    ...questions.flatMap((question, index) => {
      const {colour, text} = form.answers[question];
      return [`${index + 1}. ${t.questions[question]} [${t.colours[colour].toLowerCase()}]`, `   ${text}`];
    }),
    ""
  ];
}
