/** A data folder with packages that are signed off and recipients for them, and mail servers that behave badly. */
import {createHash} from "node:crypto";
import {once} from "node:events";
import {mkdirSync, writeFileSync} from "node:fs";
import {type AddressInfo, connect, createServer, type Server, type Socket} from "node:net";
import {join} from "node:path";
import {SMTPServer, type SMTPServerOptions} from "smtp-server";
import {storesOf} from "../queries/config.ts";
import type {Manifest} from "../queries/model.ts";
import type {BuiltIssue} from "../queries/registry/issues.ts";
import {recordIssues} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {type Recipient, recordRecipient} from "../queries/registry/recipients.ts";
import {recordStep} from "../queries/registry/signoffs.ts";

export const html = `<html><body><h3>I tallene</h3><ul class="said-list">
<li><strong>Elevfravær: 5,7 pct.</strong> Tallet er højere end i nabokommunerne (4,9 pct.; 3 af 4). <small class="small">2. halvår 2025</small></li>
<li><strong>Ro &amp; orden &lt;3,4&gt;</strong> Tallet er lavere. <small class="small">skoleåret 2024/25</small></li>
<li><strong>Tredje.</strong> Sætning.</li><li>Fjerde.</li>
</ul><ul class="said-list"><li>Fund.</li></ul></body></html>`;

/** Writes a built package's folder and records it. */
export async function placeIssue(
  registry: Registry,
  dataDir: string,
  given: {
    readonly unit: string;
    readonly definition?: string;
    readonly number?: number;
    readonly pdf?: string;
    readonly reason?: string;
  }
): Promise<BuiltIssue> {
  const {
    unit,
    definition = "leader",
    number = 1,
    pdf = `%PDF ${unit} ${number}`,
    reason = number > 1 ? "Fraværet er rettet." : ""
  } = given;
  const series = `2025-H2-${unit}-${definition}-da`;
  const issue = `${series}-${number}`;
  const folder = join(storesOf(dataDir).packages, issue);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "package.html"), html);
  writeFileSync(join(folder, "package.pdf"), pdf);
  const replaces = number > 1 ? `${series}-${number - 1}` : null;
  const manifest = {
    ...{issue, definition, unit, unitName: `Enhed ${unit}`, period: "2025-H2", language: "da", number, state: "built"},
    ...{release: `r${number}`, demonstration: true, checksum: "abc", replaces, pages: 8},
    ...{definitions: [], extracts: [], groups: []},
    files: {"package.html": sha256(html), "package.pdf": sha256(pdf)}
  } as unknown as Manifest;
  const text = JSON.stringify(manifest);
  writeFileSync(join(folder, "manifest.json"), text);
  const row: BuiltIssue = {
    ...{issue, definition, unit, municipality: "751", period: "2025-H2", language: "da", number, release: `r${number}`},
    ...{checksum: "abc", replaces, pages: 8, builtAt: "2026-04-10T00:00:00.000Z", manifestSha256: sha256(text)},
    ...{content: sha256(pdf), reason, reasonAt: "", builtBy: ""}
  };
  await recordIssues(registry, [row]);
  return row;
}

export async function signIssue(registry: Registry, issue: BuiltIssue, at: Date): Promise<void> {
  const taken = {by: "Skolechef", at, comment: "", releaseAt: at};
  await recordStep(registry, issue, {...taken, step: "preview"});
  await recordStep(registry, issue, {...taken, step: "sign"});
}

export function placeRecipient(registry: Registry, given: Partial<Recipient> & {readonly id: string}): Promise<string> {
  const {id} = given;
  return recordRecipient(registry, {
    ...{municipality: "751", name: `Leder ${id}`, kind: "person", channel: "mail", address: `${id}@aarhus.dk`},
    ...{scope: "751", language: "da", form: "attached", active: true, createdAt: "2026-01-01T00:00:00.000Z"},
    subscriptions: [{definition: "leader", unit: "*"}],
    ...given
  });
}

export function writeSettings(dataDir: string, port: number, more: object = {}): void {
  mkdirSync(join(dataDir, "reference"), {recursive: true});
  const smtp = {host: "127.0.0.1", port, requireTls: false};
  const settings = {
    domains: ["aarhus.dk"],
    from: "Aarshjul <aarshjul@aarhus.dk>",
    baseUrl: "https://hjul.aarhus.dk",
    smtp,
    ...more
  };
  writeFileSync(join(dataDir, "reference", "delivery.json"), JSON.stringify(settings));
}

export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on loopback; what it took in is in `received`. */
export async function startSmtp(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 50,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo.map(({address}) => address),
          raw: Buffer.concat(chunks).toString("utf8")
        });
        done(null, "taken");
      });
    },
    ...options
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.server.address() as AddressInfo;
  return {port, received, close: () => new Promise<void>((resolve) => server.close(() => resolve()))};
}

/** A line to a server that is cut, in the middle of the message or after the last of it and before the answer. */
export async function startBrokenLine(
  target: number,
  cut: "in-message" | "before-answer"
): Promise<{readonly port: number; close(): void}> {
  const sockets = new Set<Socket>();
  const line: Server = createServer((client) => {
    const server = connect(target, "127.0.0.1");
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    let isMessage = false;
    let isCut = false;
    server.on("data", (chunk: Buffer) => {
      if (/^354/m.test(String(chunk))) isMessage = true;
      if (!isCut) client.write(chunk);
    });
    client.on("data", (chunk: Buffer) => {
      const ends = String(chunk).endsWith("\r\n.\r\n");
      if (isMessage && cut === "in-message") return void [client, server].map((socket) => socket.destroy());
      server.write(chunk);
      if (isMessage && ends && cut === "before-answer") {
        isCut = true;
        setTimeout(() => client.destroy(), 50);
      }
    });
    client.on("close", () => server.end());
  });
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  return {
    port: (line.address() as AddressInfo).port,
    close: () => {
      line.close();
      for (const socket of sockets) socket.destroy();
    }
  };
}

function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
