/** Passphrases: whether one is good enough, and how it is kept. */
import {type Argon2Parameters, argon2, randomBytes, timingSafeEqual} from "node:crypto";
import {promisify} from "node:util";

export const shortest = 15;
export const longest = 200;
export type Weakness = "short" | "long" | "guessable";

const context = [
  "aarshjul",
  "årshjul",
  "kommune",
  "datapakke",
  "data",
  "skole",
  "dagtilbud",
  "adgangssætning",
  "password"
];
const fewestGuesses = 1e10;

/** Null where it is good enough. Nothing is asked of kinds of signs; `own` are words that others know of the person. */
export async function weaknessOf(passphrase: string, own: readonly string[]): Promise<Weakness | null> {
  const length = [...passphrase.normalize("NFC")].length;
  if (length < shortest) return "short";
  if (length > longest) return "long";
  const known = [...context, ...own.flatMap((text) => text.split(/[\s.@_-]+/)).filter((word) => word.length > 2)];
  if (leftOf(passphrase, known).length < fewestSigns) return "guessable";
  judge ??= openJudge();
  return (await judge).check(passphrase, known).guesses < fewestGuesses ? "guessable" : null;
}

/** The letters and digits that are no part of words that others know. */
function leftOf(passphrase: string, known: readonly string[]): string {
  const text = passphrase.toLowerCase();
  return known.reduce((left, word) => left.replaceAll(word.toLowerCase(), " "), text).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const fewestSigns = 8;
let judge: ReturnType<typeof openJudge> | null = null;

/** Half a second of reading, which only who chooses a passphrase waits for. */
async function openJudge() {
  const [{ZxcvbnFactory}, {adjacencyGraphs, dictionary}] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common")
  ]);
  return new ZxcvbnFactory({dictionary: {...dictionary, context}, graphs: adjacencyGraphs, maxLength: longest});
}

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}
const cost: Cost = {memory: 19_456, passes: 2, parallelism: 1};

const derive = promisify(argon2);

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash` */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await digest(passphrase, salt, 32, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`;
}

/** Takes as long for an account that does not exist. */
export async function isPassphrase(passphrase: string, kept: string | null): Promise<boolean> {
  const known = read(kept ?? nobodys);
  if (!known || [...passphrase].length > longest) return false;
  const hash = await digest(passphrase, known.salt, known.hash.length, known.cost);
  return timingSafeEqual(hash, known.hash) && kept !== null;
}

/** Whether it was hashed more cheaply than is done now. */
export function isOutdated(kept: string): boolean {
  const known = read(kept);
  return !known || known.cost.memory < cost.memory || known.cost.passes < cost.passes;
}

const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(randomBytes(16))}$${plain(randomBytes(32))}`;

function read(kept: string): {readonly cost: Cost; readonly salt: Buffer; readonly hash: Buffer} | null {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,64})\$([\w+/]{22,86})$/.exec(kept);
  if (!found) return null;
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number];
  const [salt, hash] = found.slice(4).map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  return {cost: {memory, passes, parallelism}, salt, hash};
}

/** Typed with composed or with combining signs, it is the same passphrase. */
function digest(passphrase: string, nonce: Buffer, tagLength: number, given: Cost): Promise<Buffer> {
  const parameters: Argon2Parameters = {message: passphrase.normalize("NFC"), nonce, tagLength, ...given};
  return derive("argon2id", parameters);
}

function plain(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
