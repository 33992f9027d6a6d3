/** One mail over SMTP, with the moment of no return in the caller's hands and a bound on everything. */
import {createHash} from "node:crypto";
import {pipeline, type Readable, Transform, type TransformCallback} from "node:stream";
import {createTransport} from "nodemailer";
import {type DeliverySettings, readSecret} from "../queries/delivery-settings.ts";
import type {MailBody} from "../templates/mail.ts";

export interface Letter extends MailBody {
  readonly to: string;
  readonly messageId: string;
  readonly issue: string;
  readonly pdf: {readonly name: string; readonly bytes: Buffer} | null;
}

/**
 * `refused`: the server will not have it, now or later. `later`: not taken this time. `uncertain`: the last of it was handed
 * over and no answer came, so it may or may not have been taken.
 */
export interface MailOutcome {
  readonly state: "delivered" | "refused" | "later" | "uncertain";
  readonly answer: string;
  /** What was refused: the mailbox, or the message. */
  readonly refused?: "address" | "message";
}

export interface Mailer {
  /** `handOver` is asked just before the last of the message leaves; false: it does not leave. */
  send(letter: Letter, handOver: () => Promise<boolean>): Promise<MailOutcome>;
}

export interface MailLimits {
  readonly connectMs: number;
  readonly silentMs: number;
  /** For one mail from connecting to the answer. */
  readonly totalMs: number;
}

const usualLimits: MailLimits = {connectMs: 10_000, silentMs: 30_000, totalMs: 90_000};

export async function openMailer(
  dataDir: string,
  {smtp, from, replyTo, bounceTo}: DeliverySettings,
  limits: MailLimits = usualLimits
): Promise<Mailer> {
  if (!smtp) throw new Error("no mail server is set up");
  const {host, port, secure, requireTls, user, passwordFile, dkim} = smtp;
  const options = {
    ...{host, port, secure, requireTLS: requireTls && !secure},
    ...{connectionTimeout: limits.connectMs, greetingTimeout: limits.connectMs, socketTimeout: limits.silentMs},
    dnsTimeout: limits.connectMs,
    ...(user && passwordFile ? {auth: {user, pass: await readSecret(dataDir, passwordFile)}} : {}),
    ...(dkim
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: await readSecret(dataDir, dkim.keyFile)
          }
        }
      : {})
  };
  return {
    send: async (letter, handOver) => {
      const transport = createTransport(options);
      const gate = new Gate(handOver);
      const envelope = bounceTo === undefined ? {} : {envelope: {from: bounceTo, to: letter.to}};
      transport.use("stream", (mail, done) => {
        mail.message.processFunc((input: Readable) => pipeline(input, inSlices, gate, () => {}));
        done();
      });
      const sending = transport
        .sendMail({...messageOf(letter, from, replyTo), ...envelope})
        .then(({response}) => response);
      return outcomeOf(sending, gate, limits.totalMs);
    }
  };
}

/** Lasting, so that a mailbox that gets a mail twice after all can tell that it is the same. */
export function messageIdOf(issue: string, recipient: string, from: string): string {
  const name = createHash("sha256").update(`${issue}\n${recipient}`).digest("hex").slice(0, 32);
  return `<${name}@${/@([\w.-]+)/.exec(from)?.[1] ?? "aarshjul"}>`;
}

function messageOf(
  {to, messageId, issue, subject, text, html, pdf}: Letter,
  from: string,
  replyTo: string | undefined
) {
  return {
    ...{from, to, replyTo, subject, text, html, messageId},
    headers: {"Auto-Submitted": "auto-generated", "X-Aarshjul-Issue": issue},
    attachments: pdf ? [{filename: pdf.name, content: pdf.bytes, contentType: "application/pdf"}] : [],
    disableFileAccess: true,
    disableUrlAccess: true
  };
}

async function outcomeOf(sending: Promise<string>, gate: Gate, totalMs: number): Promise<MailOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), totalMs);
  });
  try {
    return {state: "delivered", answer: await Promise.race([sending, late])};
  } catch (error) {
    sending.catch(() => {});
    await gate.close();
    return failureOf(error as {message: string; responseCode?: number; command?: string}, gate.isPassed);
  } finally {
    clearTimeout(timer);
  }
}

/** An answer with a number says that the message was not taken, also when it comes after the last of it. */
function failureOf(
  {message, responseCode, command}: {message: string; responseCode?: number; command?: string},
  isPassed: boolean
): MailOutcome {
  const answer = message.replaceAll(/\s+/g, " ").trim();
  const isAnswered = responseCode !== undefined && responseCode >= 400;
  if (isPassed && !isAnswered) return {state: "uncertain", answer};
  const refused = command === "RCPT TO" ? "address" : command === "DATA" ? "message" : null;
  return isAnswered && responseCode >= 500 && refused ? {state: "refused", answer, refused} : {state: "later", answer};
}

/** So that no more lies in buffers than must when the last is let go. */
async function* inSlices(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of source)
    for (let from = 0; from < chunk.length; from += 16_384) yield chunk.subarray(from, from + 16_384);
}

/** Keeps back the last of a message, without which no server takes it, until the hand-over is recorded. */
class Gate extends Transform {
  readonly #handOver: () => Promise<boolean>;
  #last: Buffer | null = null;
  #isClosed = false;
  #passing: Promise<void> = Promise.resolve();
  readonly #asked = Promise.withResolvers<void>();
  isPassed = false;

  constructor(handOver: () => Promise<boolean>) {
    super();
    this.#handOver = handOver;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#last) this.push(this.#last);
    this.#last = chunk;
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#passing = this.#pass().then(
      () => done(null, this.#last),
      (error: Error) => done(error)
    );
  }

  /** The connection takes from here once the server has said that it wants the message. */
  override pipe<Target extends NodeJS.WritableStream>(target: Target, options?: {readonly end?: boolean}): Target {
    this.#asked.resolve();
    return super.pipe(target, options);
  }

  async #pass(): Promise<void> {
    await this.#asked.promise;
    if (this.#isClosed) throw new Error("given up before the hand-over");
    if (!(await this.#handOver())) throw new Error("another sender has taken over");
    if (this.#isClosed) throw new Error("given up before the hand-over");
    this.isPassed = true;
  }

  /** Nothing passes any more; resolves when it is known whether the last has passed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#asked.resolve();
    await this.#passing;
  }
}
