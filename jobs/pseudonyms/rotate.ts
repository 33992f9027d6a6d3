/**
 * Changes the outer key of all pseudonyms in the lake without the numbers. Killed at any time it is carried on by the next
 * run: files already renewed stay so, and the old key goes last.
 */
import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {sql} from "kysely";
import {storesOf} from "../../queries/config.ts";
import {BadInput} from "../../queries/errors.ts";
import {openRegistry, type Registry} from "../../queries/registry/open.ts";
import {findStandard} from "../../queries/standards/index.ts";
import {isAboutPersons, type Standard} from "../../queries/standards/standard.ts";
import {type Progress, silentProgress} from "../progress.ts";
import {sealExtract} from "../staged-files.ts";
import {lakePath, moveIn, openStaging, recover} from "../store.ts";
import {domainOf, pseudonymColumns} from "./domains.ts";
import {type KeyService, openKeyService} from "./key-service.ts";

export interface Rotation {
  readonly files: number;
  readonly renewed: number;
  readonly pseudonyms: number;
}

export async function rotatePseudonyms(dataDir: string, progress: Progress = silentProgress): Promise<Rotation> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  const keyService = openKeyService();
  try {
    await recover(registry, dataDir);
    await refuseWhileReceiving(dataDir);
    await keyService.perform({task: "add-key", dataDir});
    const files = await filesWithPseudonyms(registry);
    let [renewed, pseudonyms] = [0, 0];
    progress.start("Fornyer pseudonymer", files.length);
    for (const [index, file] of files.entries()) {
      const changed = await renewFile({dataDir, registry, keyService}, file);
      if (changed > 0) renewed++;
      pseudonyms += changed;
      progress.advance(index + 1);
    }
    progress.finish();
    await keyService.perform({task: "remove-old-keys", dataDir});
    return {files: files.length, renewed, pseudonyms};
  } finally {
    keyService.close();
    await registry.destroy();
  }
}

/** Whoever is at work in staging may be about to store a file under the key that will be removed. */
async function refuseWhileReceiving(dataDir: string): Promise<void> {
  const busy = (await readdir(storesOf(dataDir).staging).catch(() => [])).filter((name) => /^\d+-/.test(name));
  if (busy.length > 0)
    throw new BadInput(
      "a delivery is being received",
      "En anden kommando er ved at modtage leverancer. Vent, til den er færdig, og kør så kommandoen igen."
    );
}

interface PseudonymFile {
  readonly standard: Standard;
  readonly path: string;
}

async function filesWithPseudonyms(registry: Registry): Promise<readonly PseudonymFile[]> {
  const rows = await registry
    .selectFrom("lake_files")
    .select(["standard", "path"])
    .where("state", "<>", "expired")
    .distinct()
    .orderBy("path")
    .execute();
  return rows.flatMap(({standard: id, path}) => {
    const standard = findStandard(id);
    return standard && isAboutPersons(standard) ? [{standard, path}] : [];
  });
}

interface Bench {
  readonly dataDir: string;
  readonly registry: Registry;
  readonly keyService: KeyService;
}

/** The new file beside the old one, then the registry, then the old one away; the plan tells which of them is to go. */
async function renewFile({dataDir, registry, keyService}: Bench, {standard, path}: PseudonymFile): Promise<number> {
  const staging = await openStaging(dataDir);
  try {
    const to = join(staging, "renewed.parquet");
    const {changed} = await keyService.perform({
      task: "renew",
      dataDir,
      from: join(dataDir, path),
      to,
      columns: pseudonymColumns(standard),
      key: standard.key,
      domain: domainOf(standard)
    });
    if (changed === 0) return 0;
    const sha256 = await sealExtract(to);
    const target = lakePath(standard.id, {sha256});
    await moveIn(dataDir, staging, {from: to, path: target, replaces: path});
    await sql`UPDATE lake_files SET path = ${target}, sha256 = ${sha256} WHERE path = ${path}`.execute(registry);
    await rm(join(dataDir, path), {force: true});
    return changed;
  } finally {
    await rm(staging, {recursive: true, force: true});
  }
}
