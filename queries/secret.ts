/** Secrets lie in files that only their owner can read, never in the environment and never in the registry. */
import {randomBytes} from "node:crypto";
import {statSync} from "node:fs";
import {link, mkdir, readFile, unlink, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {BadInput} from "./errors.ts";

const length = 32;

/** The 32 bytes in the file; made at first use. Throws `BadInput` where others than the owner can read it. */
export async function readSecret(path: string): Promise<Uint8Array> {
  const secret = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!secret) return makeSecret(path);
  requirePrivate(path);
  if (secret.length !== length)
    throw new BadInput(`not a secret of ${length} bytes: ${path}`, `Nøglen ${path} er ikke på ${length} byte.`);
  return secret;
}

/** Throws `BadInput` where others than the owner can read the file. */
export function requirePrivate(path: string): void {
  if (statSync(path).mode & 0o077)
    throw new BadInput(
      `others can read the secret: ${path}`,
      `Andre end ejeren kan læse nøglen ${path}. Kør: chmod 600 ${path}`
    );
}

/** Two processes that make the same secret at once end with the first one's. */
async function makeSecret(path: string): Promise<Uint8Array> {
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(temporary, randomBytes(length), {mode: 0o600, flag: "wx"});
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(temporary);
  return readFile(path);
}
