/** A folder of one process for what is being made; what a killed one left is cleared by the next. */
import {mkdir, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {isOwnerAlive, newOwner} from "./owner.ts";

/** Makes `<staging>/packages-<owner>` and removes those of processes that have ended. */
export async function openStaging(staging: string): Promise<string> {
  const owner = newOwner();
  const begin = "packages-";
  await mkdir(staging, {recursive: true});
  for (const name of await readdir(staging))
    if (name.startsWith(begin) && isOwnerAlive(ownerOf(name.slice(begin.length), owner), owner) === false)
      await rm(join(staging, name), {recursive: true, force: true});
  const own = join(staging, begin + owner.replaceAll(":", "~"));
  await mkdir(own, {recursive: true});
  return own;
}

/** Older versions named the folder after the process alone. */
function ownerOf(name: string, self: string): string {
  return /^\d+$/.test(name) ? `${self.split(":")[0]}:${name}:` : name.replaceAll("~", ":");
}
