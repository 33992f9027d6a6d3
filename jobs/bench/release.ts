/** A release to measure with, and folders to measure in. */
import {mkdir, mkdtemp, rm, symlink} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {findActiveRelease} from "../../queries/release.ts";

export async function requireRelease(dataDir: string): Promise<void> {
  if (!(await findActiveRelease(dataDir)))
    throw new BadInput(
      "no release to measure with",
      "Der er ingen frigivelse at måle på. Kør først: npx aarshjul demo og refresh."
    );
}

/** Works in a data folder that shares the releases and has nothing else; it is removed after. */
export async function withReleasesOf<Result>(
  dataDir: string,
  work: (folder: string) => Promise<Result>
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "aarshjul-bench-"));
  try {
    await mkdir(storesOf(folder).packages, {recursive: true});
    await symlink(storesOf(dataDir).releases, storesOf(folder).releases);
    return await work(folder);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
