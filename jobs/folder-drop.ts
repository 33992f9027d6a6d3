/** A package as files in a folder that another system picks up from. The same again changes nothing. */

import {existsSync} from "node:fs";
import {cp, mkdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {syncPath} from "./seal.ts";

/** Whole or not there: copied under a hidden name, then renamed. Returns where it is. */
export async function dropInFolder(source: string, target: string, issue: string): Promise<string> {
  const place = join(target, issue);
  if (existsSync(place)) return place;
  const hidden = join(target, `.${issue}-${process.pid}`);
  await mkdir(target, {recursive: true});
  await rm(hidden, {recursive: true, force: true});
  await cp(source, hidden, {recursive: true});
  await syncPath(hidden);
  await rename(hidden, place).catch(async (error: NodeJS.ErrnoException) => {
    await rm(hidden, {recursive: true, force: true});
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  await syncPath(target);
  return place;
}
