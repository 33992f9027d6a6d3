import {readFile} from "node:fs/promises";
import type {Command} from "commander";
import {formatMoment} from "../../dashboards/moment.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {listBounces, listStopped} from "../../queries/registry/bounces.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {openAddress} from "../../queries/registry/resend.ts";
import {mailsIn} from "../bounce-folder.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";
import {type Taken, takeReport} from "../take-report.ts";

interface BouncesOptions {
  readonly lift?: string;
  readonly resend?: boolean;
}

export function addBounces(program: Command, run: Run): void {
  program
    .command("bounces")
    .description("læs mail, der kom tilbage, vis hvilke adresser der ikke sendes mere til, eller åbn for en igen")
    .argument("[filer...]", "mail som filer, eller mapper med dem (også en Maildir)")
    .option("--lift <adresse>", "åbn for mail til adressen igen")
    .option("--resend", "send også det, der ikke kom frem til den; kræver --lift")
    .action(
      run<BouncesOptions>(async ({lift, resend = false}, {dataDir}, output, names) => {
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          if (lift !== undefined) return await open(registry, lift, resend, output);
          if (resend) throw new BadInput("--resend needs --lift", "--resend kræver --lift.");
          return names.length > 0 ? await readAll(registry, names, output) : await list(registry, output);
        } finally {
          await registry.destroy();
        }
      })
    );
}

async function open(registry: Registry, address: string, resend: boolean, output: Output): Promise<number> {
  const sent = await openAddress(registry, address, {resend, now: new Date()});
  if (sent === null) throw new NotFound("stopped address", address);
  output.line(`Der sendes igen mail til ${address}.${resend ? ` ${sent} sendes om ved næste kørsel.` : ""}`);
  output.result({lifted: address, resent: sent});
  return 0;
}

async function list(registry: Registry, output: Output): Promise<number> {
  const [stopped, bounces] = await Promise.all([listStopped(registry), listBounces(registry)]);
  for (const {address, reason, stoppedAt} of stopped)
    output.line(`${address}: der sendes ikke mere siden ${formatMoment(stoppedAt, "da")}: ${reason}`);
  if (stopped.length === 0) output.line("Der sendes til alle adresser.");
  output.result({stopped, bounces});
  return 0;
}

/** A mail that has been read before changes nothing, so a mailbox can be read again and again. */
async function readAll(registry: Registry, names: readonly string[], output: Output): Promise<number> {
  const taken: (Taken & {readonly file: string})[] = [];
  for (const file of (await Promise.all(names.map((name) => mailsIn(name)))).flat())
    taken.push({file, ...(await takeReport(registry, await readFile(file), new Date()))});
  for (const each of taken) if (each.what !== "known") output.line(`${each.file}: ${sentenceOf(each)}`);
  const fresh = taken.filter(({what}) => what === "bounced" || what === "stopped").length;
  output.line(`${taken.length} mail læst, ${fresh} kom tilbage.`);
  output.result(taken);
  return 0;
}

function sentenceOf(taken: Taken): string {
  switch (taken.what) {
    case "no-report":
      return "ikke en besked om mail, der ikke kom frem";
    case "unknown-mail":
      return "om en mail, der ikke er sendt herfra";
    case "other-address":
      return "om en anden adresse end den, mailen blev sendt til; intet er ændret";
    case "delayed":
      return `mail til ${taken.address} er forsinket: ${taken.answer}`;
    case "known":
    case "bounced":
      return `mail til ${taken.address} kom tilbage: ${taken.answer}`;
    case "stopped":
      return `mail til ${taken.address} kom tilbage: ${taken.answer}. Der sendes ikke mere, før nogen åbner for adressen`;
  }
}
