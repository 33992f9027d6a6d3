import {randomBytes} from "node:crypto";
import {access, constants, lstat, mkdir, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {homedir} from "node:os";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

/**
 * A folder for unpacked programs that only this user can write: below the project, else below the user's cache.
 * Refuses a folder that somebody else owns or can write to, since what lies there is run.
 */
export async function privateFolder(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const candidates = [
    fileURLToPath(new URL("../.cache", import.meta.url)),
    join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "aarshjul")
  ];
  const problems: string[] = [];
  for (const folder of candidates) {
    try {
      await mkdir(folder, {recursive: true, mode: 0o700});
      await checkOwned(folder);
      await access(folder, constants.W_OK);
      return folder;
    } catch (error) {
      problems.push(String(error instanceof Error ? error.message : error));
    }
  }
  throw new Error(`no private folder: ${problems.join("; ")}`);
}

/** Writes a file whole or not at all, also when another process writes the same one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const present = await readFile(path, "utf8").catch(() => null);
  if (present === text) return;
  const temporary = temporaryName(path);
  await writeFile(temporary, text, {mode: 0o600});
  await rename(temporary, path);
}

/** Fills `folder` once: made under a temporary name and renamed, so that two processes may do it at the same time. */
export async function fillFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (await exists(folder)) return checkOwned(folder);
  await removeAbandoned(folder);
  const temporary = temporaryName(folder);
  await mkdir(temporary, {mode: 0o700});
  try {
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(temporary, {recursive: true, force: true});
  }
}

export async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

async function checkOwned(folder: string): Promise<void> {
  const info = await lstat(folder);
  if (!info.isDirectory()) throw new Error(`not a folder: ${folder}`);
  if (process.getuid && info.uid !== process.getuid()) throw new Error(`owned by another user: ${folder}`);
  if (process.getuid && (info.mode & 0o022) !== 0) throw new Error(`writable by others: ${folder}`);
}

/** What a process that was killed left behind; younger ones may still be at work. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.`) || !name.endsWith(".tmp")) continue;
    const path = join(dirname(folder), name);
    const age = Date.now() - ((await lstat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > 3_600_000) await rm(path, {recursive: true, force: true});
  }
}

function temporaryName(path: string): string {
  return `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
}
