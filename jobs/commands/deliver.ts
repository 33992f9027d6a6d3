import type {Command} from "commander";
import {formatMoment} from "../../dashboards/moment.ts";
import {wheelTextOf} from "../../dashboards/text-wheel.ts";
import {storesOf} from "../../queries/config.ts";
import {BadInput, NotFound} from "../../queries/errors.ts";
import {recordBounce} from "../../queries/registry/bounces.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {listReceipts, markReceipt} from "../../queries/registry/receipts.ts";
import {listRecipients} from "../../queries/registry/recipients.ts";
import {sendAgain} from "../../queries/registry/resend.ts";
import type {Run} from "../main.ts";
import type {Output} from "../output.ts";

interface DeliverOptions {
  readonly issue?: string;
  readonly recipient?: string;
  readonly resend?: boolean;
  readonly bounced?: string;
}

export function addDeliver(program: Command, run: Run): void {
  program
    .command("deliver")
    .description("vis, hvad der er leveret til hvem; send om i hånden, eller notér, at en mail kom tilbage")
    .option("--issue <navn>", "kun denne udgivelse")
    .option("--recipient <id>", "kun denne modtager")
    .option("--resend", "send om ved næste kørsel; kræver --issue og --recipient")
    .option("--bounced <grund>", "notér, at mailen kom tilbage; kræver --issue og --recipient")
    .action(
      run<DeliverOptions>(async ({issue, recipient, resend = false, bounced}, {dataDir}, output) => {
        const registry = await openRegistry(storesOf(dataDir).registry);
        try {
          if (!resend && bounced === undefined) return await list(registry, {issue, recipient}, output);
          if (issue === undefined || recipient === undefined)
            throw new BadInput("which receipt is not said", "Sig hvilken: --issue og --recipient.");
          return bounced === undefined
            ? await resendOne(registry, {issue, recipient}, output)
            : await noteBounce(registry, {issue, recipient}, bounced, output);
        } finally {
          await registry.destroy();
        }
      })
    );
}

async function list(
  registry: Registry,
  filter: Pick<DeliverOptions, "issue" | "recipient">,
  output: Output
): Promise<number> {
  const receipts = await listReceipts(registry, filter);
  const names = new Map((await listRecipients(registry)).map(({id, name}) => [id, name]));
  const {receiptStates} = wheelTextOf("da");
  for (const {issue, recipient, address, state, answer, changedAt} of receipts)
    output.line(
      `${issue} → ${names.get(recipient) ?? recipient} <${address}>: ${receiptStates[state]} ${formatMoment(changedAt, "da")}. ${answer}`
    );
  if (receipts.length === 0) output.line("Intet er leveret.");
  output.result(receipts);
  return receipts.some(({state}) => state === "uncertain" || state === "refused" || state === "bounced") ? 1 : 0;
}

interface Which {
  readonly issue: string;
  readonly recipient: string;
}

async function resendOne(registry: Registry, which: Which, output: Output): Promise<number> {
  if (!(await sendAgain(registry, which, "sendes om i hånden", new Date()))) throw new NotFound("receipt", which.issue);
  output.line("Sendes om ved næste kørsel, eller nu med »aarshjul run deliver«.");
  output.result({resend: which});
  return 0;
}

async function noteBounce(registry: Registry, which: Which, answer: string, output: Output): Promise<number> {
  const now = new Date();
  const [receipt] = await listReceipts(registry, which);
  if (!receipt || !(await markReceipt(registry, which, {state: "bounced", answer}, now)))
    throw new NotFound("receipt", which.issue);
  const at = now.toISOString();
  const bounce = {
    ...which,
    address: receipt.address,
    action: "failed",
    status: "",
    answer,
    source: "hand",
    at
  } as const;
  await recordBounce(registry, {...bounce, id: `hand ${which.issue} ${which.recipient} ${at}`});
  output.line("Noteret: mailen kom tilbage.");
  output.result({bounced: which, answer});
  return 0;
}
