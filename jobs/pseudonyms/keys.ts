/**
 * The keys of pseudonyms. Only the key process imports this file: whoever has the inner key can try all numbers there are.
 */
import {existsSync} from "node:fs";
import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {BadInput} from "../../queries/errors.ts";
import {readSecret} from "../../queries/secret.ts";
import type {OuterKeys, PseudonymKeys} from "./cipher.ts";

const outerName = /^outer-(\d+)\.key$/;

/** The keys, made at first use. Throws where the inner key is gone while there are outer ones: it cannot be made again. */
export async function readKeys(dataDir: string): Promise<PseudonymKeys> {
  const folder = folderOf(dataDir);
  const versions = await versionsIn(folder);
  if (versions.length > 0 && !(existsSync(join(folder, "inner.key")) && existsSync(join(folder, "vector.key"))))
    throw new BadInput(
      `the inner key of pseudonyms is gone: ${folder}`,
      `Nøglen til pseudonymer mangler i ${folder}. Hent den fra kommunens egen kopi; en ny ville give andre pseudonymer.`
    );
  const inner = await readSecret(join(folder, "inner.key"));
  const vector = await readSecret(join(folder, "vector.key"));
  const outer: OuterKeys = new Map(
    await Promise.all(
      (versions.length > 0 ? versions : [1]).map(
        async (version) => [version, await readOuter(folder, version)] as const
      )
    )
  );
  return {inner, vector, outer};
}

/** One more outer key, unless the last change of it has not ended. */
export async function addOuterKey(dataDir: string): Promise<void> {
  await readKeys(dataDir);
  const folder = folderOf(dataDir);
  const versions = await versionsIn(folder);
  if (versions.length === 1) await readOuter(folder, versions[0]! + 1);
}

/** Once nothing is written with them any more. */
export async function removeOldKeys(dataDir: string): Promise<void> {
  const folder = folderOf(dataDir);
  const old = (await versionsIn(folder)).slice(0, -1);
  for (const version of old) await rm(join(folder, `outer-${version}.key`));
}

function folderOf(dataDir: string): string {
  return join(dataDir, "keys", "pseudonyms");
}

async function versionsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  const versions = names.flatMap((name) => {
    const match = outerName.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return versions.sort((a, b) => a - b);
}

function readOuter(folder: string, version: number): Promise<Uint8Array> {
  return readSecret(join(folder, `outer-${version}.key`));
}
