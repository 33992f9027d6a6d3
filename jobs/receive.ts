import {randomUUID} from "node:crypto";
import {existsSync} from "node:fs";
import {access, chmod, constants, copyFile, lstat, mkdir, rename, rm} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {sha256OfFile, syncPath} from "./seal.ts";

/** Bytes of a delivery. */
export const largest = 20_000_000_000;

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
    await requireReadable(path);
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
    super(`cannot read ${path}: ${code}`, `Filen ${basename(path)} kan ikke modtages: ${whyNot(code)}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "den findes ikke",
  EISDIR: "det er en mappe",
  ELOOP: "det er en genvej til en anden fil; send selve filen",
  EINVAL: "det er ikke en almindelig fil",
  EFBIG: `den fylder mere end ${largest / 1e9} GB`
};

function whyNot(code = ""): string {
  return reasons[code] ?? "den kan ikke læses";
}

/** Throws `UnreadableFile` unless the path is a file of a size that can be read; links and devices are none. */
export async function requireReadable(path: string): Promise<void> {
  const refuse = (code: string) => new UnreadableFile(path, Object.assign(new Error(code), {code}));
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(path, error);
  });
  if (found.isSymbolicLink()) throw refuse("ELOOP");
  if (found.isDirectory()) throw refuse("EISDIR");
  if (!found.isFile()) throw refuse("EINVAL");
  if (found.size > largest) throw refuse("EFBIG");
  await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(path, error);
  });
}

/** Flushes the file, gives it its final name and flushes the folder. */
export async function sealAs(temporary: string, target: string): Promise<void> {
  await syncPath(temporary);
  await rename(temporary, target);
  await syncPath(dirname(target));
}
