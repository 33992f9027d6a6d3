import {type Command, Option} from "commander";
import {recipientProblemText} from "../../dashboards/recipient-problem.ts";
import {storesOf} from "../../queries/config.ts";
import {readDeliverySettings} from "../../queries/delivery-settings.ts";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {type RecipientDraft, recipientProblems} from "../../queries/recipient-rules.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {
  type Channel,
  channels,
  closeRecipient,
  type Done,
  findRecipient,
  listRecipients,
  type Recipient,
  RecipientRefused,
  recipientKinds,
  recordRecipient,
  setActive
} from "../../queries/registry/recipients.ts";
import {openRelease} from "../../queries/release.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {municipalityOf} from "./options.ts";

interface RecipientOptions {
  readonly add?: string;
  readonly close?: string;
  readonly open?: string;
  readonly municipality?: string;
  readonly channel: Channel;
  readonly address?: string;
  readonly kind: Recipient["kind"];
  readonly scope?: string;
  readonly edition?: readonly string[];
  readonly unit: string;
  readonly language: "da" | "en";
  readonly form: Recipient["form"];
}

export function addRecipients(program: Command, run: Run): void {
  program
    .command("recipients")
    .description("vis, tilføj eller luk modtagere af datapakker")
    .option("--municipality <kode>", "kommunen")
    .option("--add <navn>", "tilføj en modtager; kræver --municipality, --address, --scope og --edition")
    .addOption(new Option("--channel <kanal>", "hvordan").choices([...channels]).default("mail"))
    .option("--address <adresse>", "mailadressen, mappens navn eller webhookens adresse")
    .addOption(new Option("--kind <slags>", "hvem").choices([...recipientKinds]).default("person"))
    .option("--scope <enhed>", "må få pakker for denne enhed og dem under den, og ingen andre")
    .option("--edition <id...>", "udgaver: leader, area, municipality, councillor")
    .option("--unit <id>", "kun denne enheds pakker", "*")
    .addOption(new Option("--language <sprog>", "sprog").choices(["da", "en"]).default("da"))
    .addOption(
      new Option("--form <form>", "PDF'en vedhæftet, eller kun et link")
        .choices(["attached", "link"])
        .default("attached")
    )
    .option("--close <id>", "luk en modtager; det sendte bliver stående")
    .option("--open <id>", "åbn en lukket modtager igen")
    .action(
      run<RecipientOptions>(async (options, {dataDir}, output) => {
        if (options.municipality !== undefined) municipalityOf(options.municipality);
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          if (options.close !== undefined) return await close(registry, options.close, output);
          if (options.open !== undefined) return await open(registry, dataDir, options.open, output);
          if (options.add !== undefined) return await add(registry, dataDir, {...options, add: options.add}, output);
          return await list(registry, options.municipality, output);
        } finally {
          await registry.destroy();
        }
      })
    );
}

async function list(registry: Registry, municipality: string | undefined, output: Output): Promise<number> {
  const recipients = await listRecipients(registry, municipality);
  for (const {id, name, channel, address, scope, subscriptions, active} of recipients) {
    const editions = subscriptions.map(({definition, unit}) => (unit === "*" ? definition : `${definition} ${unit}`));
    output.line(
      `${id}  ${name} <${channel}: ${address}>, ${scope}: ${editions.join(", ")}${active ? "" : " (lukket)"}`
    );
  }
  if (recipients.length === 0) output.line("Ingen modtagere.");
  output.result(recipients);
  return 0;
}

async function close(registry: Registry, id: string, output: Output): Promise<number> {
  if (!(await closeRecipient(registry, id))) throw new NotFound("recipient", id);
  output.line("Modtageren er lukket og får ikke mere.");
  output.result({closed: id});
  return 0;
}

async function open(registry: Registry, dataDir: string, id: string, output: Output): Promise<number> {
  const known = await findRecipient(registry, id);
  if (!known) throw new NotFound("recipient", id);
  if (!known.active) await orSay(setActive(registry, known, true, await judged(dataDir, known)));
  output.line("Modtageren er åben igen.");
  output.result({opened: id});
  return 0;
}

async function add(
  registry: Registry,
  dataDir: string,
  options: RecipientOptions & {readonly add: string},
  output: Output
): Promise<number> {
  const {add: name, municipality, address, scope, edition, channel, kind, unit, language, form} = options;
  if (!municipality || !address || !scope || !edition)
    throw new BadInput("a recipient lacks something", "--add kræver --municipality, --address, --scope og --edition.");
  const subscriptions = edition.map((definition) => ({definition, unit}));
  const draft = {municipality, name: name.trim(), kind, channel, address, scope, language, form, subscriptions};
  const done = await judged(dataDir, draft);
  const id = await orSay(recordRecipient(registry, {...draft, active: true, createdAt: done.at}, done));
  output.line(`${name} er modtager: ${id}`);
  output.result({id});
  return 0;
}

/** By the same rules as on the page; the first thing that is wrong is said. */
async function judged(dataDir: string, draft: RecipientDraft): Promise<Done> {
  const {units, close: closeReader} = await openRelease(dataDir);
  await closeReader();
  const {settings} = await readDeliverySettings(dataDir);
  const judge: Done["judge"] = (others) => recipientProblems(draft, {settings, units, others});
  return {by: "", at: new Date().toISOString(), judge};
}

async function orSay<Value>(write: Promise<Value>): Promise<Value> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof RecipientRefused)) throw error;
    throw new BadInput(error.message, recipientProblemText(error.problems[0]!, "da"));
  }
}
