/** Sends released packages to their recipients, each at most once, some at a time. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {recipientProblemText} from "../dashboards/recipient-problem.ts";
import {storesOf} from "../queries/config.ts";
import {type DeliverySettings, readDeliverySettings, readSecret} from "../queries/delivery-settings.ts";
import type {Manifest} from "../queries/model.ts";
import {addressProblem} from "../queries/recipient-rules.ts";
import type {Decision} from "../queries/reference/wheel-due.ts";
import {isStopped, recordBounce} from "../queries/registry/bounces.ts";
import {findIssue} from "../queries/registry/issues.ts";
import {beginReceipt, handOver, type Sending, settleReceipt} from "../queries/registry/receipts.ts";
import {listRecipients, type Recipient} from "../queries/registry/recipients.ts";
import {listSignedIssues, type SignedIssue} from "../queries/registry/signoffs.ts";
import {mailOf} from "../templates/mail.ts";
import {dropInFolder} from "./folder-drop.ts";
import type {SlotTally, Work} from "./ledger.ts";
import {type Mailer, type MailOutcome, messageIdOf, openMailer} from "./mail.ts";
import type {Plant} from "./plant.ts";
import {standingOut} from "./standing-out.ts";
import {findDamage} from "./verify-packages.ts";
import {sendNotice} from "./webhook.ts";

export const sentAtOnce = 4;

interface Office {
  readonly plant: Plant;
  readonly settings: DeliverySettings | null;
  readonly mailer: Mailer | null;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly issues: ReadonlyMap<string, SignedIssue>;
}

export function deliverWork(plant: Plant): Work {
  return async (claimed, tally) => {
    const office = await openOffice(plant, claimed);
    const queue = [...claimed];
    const work = async () => {
      for (let next = queue.shift(); next && !tally.signal.aborted; next = queue.shift())
        await deliverOne(office, next, tally);
    };
    await Promise.all(Array.from({length: sentAtOnce}, work));
  };
}

async function openOffice(plant: Plant, claimed: readonly Decision[]): Promise<Office> {
  const {dataDir, registry, now} = plant;
  const {settings} = await readDeliverySettings(dataDir);
  const municipalities = new Set(claimed.map(({candidate}) => candidate.municipality));
  const issues = await Promise.all(
    [...municipalities].map((municipality) => listSignedIssues(registry, {municipality}, now()))
  );
  return {
    plant,
    settings,
    mailer: settings?.smtp ? await openMailer(dataDir, settings, plant.mailLimits) : null,
    recipients: new Map((await listRecipients(registry)).map((recipient) => [recipient.id, recipient])),
    issues: new Map(issues.flat().map((issue) => [issue.issue, issue]))
  };
}

async function deliverOne(office: Office, {candidate}: Decision, tally: SlotTally): Promise<void> {
  const {plant, recipients, issues} = office;
  try {
    const recipient = recipients.get(candidate.recipient);
    const issue = issues.get(candidate.subject);
    const problem = await problemWith(office, recipient, issue);
    if (problem !== null || !recipient || !issue) {
      tally.failed(candidate.id, problem, {permanent: true});
      return;
    }
    const {channel, address} = recipient;
    if (channel === "mail" && (await isStopped(plant.registry, address)))
      return tally.postponed(candidate.id, plant.now(), "mail til adressen kom tilbage");
    const messageId = messageIdOf(issue.issue, recipient.id, office.settings?.from ?? "");
    const sending = {issue: issue.issue, recipient: recipient.id, channel, address, messageId, sender: plant.owner};
    await send(office, issue, recipient, sending, (outcome) => tell(candidate.id, outcome, tally));
  } catch (error) {
    tally.failed(candidate.id, error);
  }
}

/** What must still be true at the moment of sending, whatever was true when it was decided. */
async function problemWith(
  {plant, settings}: Office,
  recipient: Recipient | undefined,
  issue: SignedIssue | undefined
): Promise<string | null> {
  if (!recipient?.active) return "Modtageren er lukket.";
  if (issue?.state !== "released") return "Pakken er ikke udsendt.";
  const built = await findIssue(plant.registry, issue.issue);
  if (!built || (await findDamage(storesOf(plant.dataDir).packages, built)).length > 0)
    return "Pakkens filer er beskadiget eller mangler; byg den igen.";
  const problem = addressProblem(recipient.channel, recipient.address, settings);
  return problem && recipientProblemText(problem, "da");
}

async function send(
  office: Office,
  issue: SignedIssue,
  recipient: Recipient,
  sending: Sending,
  say: (outcome: MailOutcome) => void
): Promise<void> {
  const {registry, now} = office.plant;
  const receipt = await beginReceipt(registry, sending, now());
  if (receipt.state === "handed-over" && recipient.channel === "mail") {
    const answer = "afbrudt, lige da den blev sendt";
    await settleReceipt(registry, {...sending, sender: receipt.sender}, {state: "uncertain", answer}, now());
    return say({state: "uncertain", answer});
  }
  if (receipt.state === "delivered" || receipt.state === "bounced")
    return say({state: "delivered", answer: receipt.answer});
  if (receipt.state === "uncertain" || receipt.state === "refused")
    return say({state: receipt.state, answer: receipt.answer});
  const outcome = await sendBy(office, issue, recipient, {...sending, messageId: receipt.messageId});
  const state = outcome.state === "later" ? "sending" : outcome.state;
  await settleReceipt(registry, sending, {state, answer: outcome.answer}, now());
  if (outcome.refused) await noteRefusal(registry, sending, outcome, now());
  say(outcome);
}

/** What the server says no to at once is a bounce as good as one that comes back later. */
async function noteRefusal(
  registry: Plant["registry"],
  sending: Sending,
  outcome: MailOutcome,
  now: Date
): Promise<void> {
  const {issue, recipient, address} = sending;
  const at = now.toISOString();
  const told = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(outcome.answer)?.[0];
  const status = outcome.refused === "message" ? (told ?? "5.6.0") : (told ?? "5.1.1");
  const bounce = {id: `smtp ${issue} ${recipient} ${at}`, issue, recipient, address, answer: outcome.answer, at};
  await recordBounce(registry, {...bounce, action: "failed", source: "smtp", status});
}

async function sendBy(
  {plant, settings, mailer}: Office,
  issue: SignedIssue,
  {name, channel, address, form}: Recipient,
  sending: Sending
): Promise<MailOutcome> {
  const {dataDir, registry, now} = plant;
  const folder = join(storesOf(dataDir).packages, issue.issue);
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")) as Manifest;
  if (channel === "folder") {
    const place = await dropInFolder(folder, join(dataDir, "deliveries", address), issue.issue);
    return {state: "delivered", answer: place};
  }
  if (!settings) return {state: "later", answer: "ikke sat op"};
  const attached = form === "attached" && settings.attach;
  const pdf = attached ? await readFile(join(folder, "package.pdf")) : null;
  if (channel === "webhook") {
    const body = {...noticeOf(issue, manifest, settings.baseUrl), pdf: pdf?.toString("base64") ?? null};
    const secret = await readSecret(dataDir, settings.webhook!.secretFile);
    return sendNotice(address, {id: sending.messageId, body}, secret, now());
  }
  const sentences = standingOut(await readFile(join(folder, "package.html"), "utf8"));
  const {correction} = issue;
  const body = mailOf({manifest, sentences, correction, recipientName: name, attached, baseUrl: settings.baseUrl});
  const letter = {
    ...body,
    ...{to: address, messageId: sending.messageId, issue: issue.issue},
    pdf: pdf && {name: `${issue.issue}.pdf`, bytes: pdf}
  };
  return mailer!.send(letter, () => handOver(registry, sending, now()));
}

function noticeOf({correction}: SignedIssue, manifest: Manifest, baseUrl: string) {
  const {issue, definition, unit, unitName, period, language, replaces, checksum, files} = manifest;
  const url = `${baseUrl.replace(/\/$/, "")}/pakker/${encodeURIComponent(issue)}`;
  return {
    event: "package.released",
    issue,
    definition,
    unit,
    unitName,
    period,
    language,
    replaces,
    correction,
    checksum,
    url,
    files
  };
}

function tell(id: string, {state, answer}: MailOutcome, tally: SlotTally): void {
  if (state === "delivered") tally.done(id, answer);
  else if (state === "later") tally.failed(id, answer);
  else if (state === "refused") tally.failed(id, `afvist: ${answer}`, {permanent: true});
  else tally.failed(id, `uvist, om den er leveret: ${answer}. Den sendes ikke igen af sig selv.`, {permanent: true});
}
