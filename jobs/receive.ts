import {randomUUID} from "node:crypto";
import {existsSync} from "node:fs";
import {chmod, constants, copyFile, mkdir, open, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {sha256OfFile, syncPath} from "./seal.ts";

export interface ReceivedFile {
  readonly fileName: string;
  readonly sha256: string;
  /** Where the bytes are now; in the inbox under their own checksum. */
  readonly path: string;
}

/** Copies a file to the inbox, named by the SHA-256 of its bytes; the same bytes are kept once. */
export async function receive(dataDir: string, path: string): Promise<ReceivedFile> {
  const {inbox} = storesOf(dataDir);
  await mkdir(inbox, {recursive: true});
  const temporary = join(inbox, `.${process.pid}-${randomUUID()}`);
  try {
    await copyFile(path, temporary, constants.COPYFILE_FICLONE).catch((error: NodeJS.ErrnoException) => {
      throw new UnreadableFile(path, error);
    });
    await chmod(temporary, 0o640);
    const sha256 = await sha256OfFile(temporary);
    const target = join(inbox, sha256);
    if (existsSync(target)) await rm(temporary);
    else await sealAs(temporary, target);
    return {fileName: basename(path), sha256, path: target};
  } catch (error) {
    await rm(temporary, {force: true});
    throw error;
  }
}

/** A delivery whose bytes cannot be had at all. */
export class UnreadableFile extends BadInput {
  constructor(path: string, {code}: NodeJS.ErrnoException) {
    const why = code === "ENOENT" ? "den findes ikke" : code === "EISDIR" ? "det er en mappe" : "den kan ikke læses";
    super(`cannot read ${path}: ${code}`, `Filen ${basename(path)} kan ikke modtages: ${why}.`);
  }
}

/** Throws `UnreadableFile` unless the path is a file that can be read. */
export async function requireReadable(path: string): Promise<void> {
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(path, error);
  });
  const isFolder = (await file.stat()).isDirectory();
  await file.close();
  if (isFolder) throw new UnreadableFile(path, Object.assign(new Error(), {code: "EISDIR"}));
}

/** Flushes the file, gives it its final name and flushes the folder. */
export async function sealAs(temporary: string, target: string): Promise<void> {
  await syncPath(temporary);
  await rename(temporary, target);
  await syncPath(dirname(target));
}
