/**
 * Answers the web process about citizens. It runs as a process of its own, beside the key process that it asks, and may run
 * as another user: the web process needs nothing but the socket.
 */
import {randomBytes} from "node:crypto";
import {chmodSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {createConnection, createServer, type Server, type Socket} from "node:net";
import {dirname} from "node:path";
import {createInterface} from "node:readline";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {jsonOf} from "../../queries/json.ts";
import {
  type CitizenAnswer,
  type CitizenAsk,
  citizenAsk,
  longestLine,
  ticketMinutes
} from "../../queries/personal/citizen-service.ts";
import {appendAudit} from "../../queries/registry/audit.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {readSecret} from "../../queries/secret.ts";
import {type KeyService, openKeyService} from "../pseudonyms/key-service.ts";
import {mayPseudonymise} from "../pseudonyms/settings.ts";
import {holdingsOf, type Pseudonyms, personalDomains} from "./holdings.ts";

export interface CitizenService {
  readonly path: string;
  close(): Promise<void>;
}

interface Desk {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly keyService: KeyService;
  readonly tickets: Map<string, {readonly pseudonyms: Pseudonyms; readonly until: number}>;
  readonly now: () => Date;
  /** When numbers were matched lately, in milliseconds. */
  readonly matched: number[];
}

const mostTickets = 2000;
const mostMatchesAMinute = 30;

export async function startCitizenService(
  dataDir: string,
  {now = () => new Date()}: {readonly now?: () => Date} = {}
): Promise<CitizenService> {
  const {citizenSocket: path, registry: registryPath} = storesOf(dataDir);
  await clearSocket(path);
  const desk: Desk = {
    ...{dataDir, now, tickets: new Map(), matched: []},
    registry: await openRegistry(registryPath),
    keyService: openKeyService()
  };
  const server = await listen(path, desk);
  return {
    path,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      desk.keyService.close();
      await desk.registry.destroy();
    }
  };
}

/** A socket that nobody listens to was left by a process that was killed. */
async function clearSocket(path: string): Promise<void> {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  if (!existsSync(path)) return;
  const answered = await new Promise((resolve) => {
    const socket = createConnection(path, () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
  if (answered) throw new BadInput(`another service listens: ${path}`, "Borgertjenesten kører allerede.");
  rmSync(path);
}

async function listen(path: string, desk: Desk): Promise<Server> {
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    turn = turn.then(() => serve(socket, desk));
  });
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return server;
}

/** One question a connection, one connection at a time. */
async function serve(socket: Socket, desk: Desk): Promise<void> {
  socket.on("error", () => {});
  socket.setTimeout(5000, () => socket.destroy());
  const line = await firstLine(socket);
  socket.setTimeout(0);
  const asked = line === null ? null : citizenAsk.safeParse(jsonOf(line));
  if (!asked?.success) return void socket.destroy();
  const answer = await answerTo(asked.data, desk).catch((): CitizenAnswer => ({refused: "failed"}));
  socket.end(`${JSON.stringify(answer)}\n`);
}

async function firstLine(socket: Socket): Promise<string | null> {
  let read = 0;
  socket.on("data", (bytes: Buffer) => {
    read += bytes.length;
    if (read > longestLine) socket.destroy();
  });
  for await (const line of createInterface({input: socket})) return line.length > longestLine ? null : line;
  return null;
}

async function answerTo(asked: CitizenAsk, desk: Desk): Promise<CitizenAnswer> {
  return asked.ask === "match" ? match(asked.number, desk) : holdings(asked.ticket, desk);
}

async function match(number: string, desk: Desk): Promise<CitizenAnswer> {
  const {dataDir, keyService, tickets, matched, now} = desk;
  if (!(await mayPseudonymise(dataDir))) return {refused: "off"};
  const time = now().getTime();
  while (matched[0] !== undefined && matched[0] <= time - 60_000) matched.shift();
  if (matched.length >= mostMatchesAMinute) return {refused: "busy"};
  matched.push(time);
  const {pseudonyms = {}} = await keyService.perform({task: "match", dataDir, number, domains: personalDomains});
  for (const [known, {until}] of tickets) if (until <= time || tickets.size >= mostTickets) tickets.delete(known);
  const ticket = randomBytes(32).toString("base64url");
  tickets.set(ticket, {pseudonyms, until: time + ticketMinutes * 60_000});
  await tell(desk, "match", {});
  return {ticket};
}

async function holdings(ticket: string, desk: Desk): Promise<CitizenAnswer> {
  const {registry, dataDir, tickets, now} = desk;
  const known = tickets.get(ticket);
  if (!known || known.until <= now().getTime()) return {refused: "gone"};
  const found = await holdingsOf(registry, dataDir, known.pseudonyms);
  await tell(desk, "holdings", {found: found.length});
  return {holdings: [...found]};
}

/** That somebody was looked up at their own wish, not who. */
async function tell({registry, dataDir, now}: Desk, resource: string, detail: Record<string, number>): Promise<void> {
  const key = await readSecret(storesOf(dataDir).auditKey);
  const event = {actor: "citizen-service", action: "search", resource, purpose: "self-service", detail} as const;
  await appendAudit(registry, key, {at: now().toISOString(), ...event});
}
