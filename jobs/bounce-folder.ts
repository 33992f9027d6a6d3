/** The mailbox that mail comes back to, as files: a folder, a Maildir or one mail. */
import {readdir, readFile, stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {readDeliverySettings} from "../queries/delivery-settings.ts";
import {NotFound} from "../queries/errors.ts";
import type {Plant} from "./plant.ts";
import {type Taken, takeReport} from "./take-report.ts";

/** The mails below the name, oldest name first. */
export async function mailsIn(name: string, depth = 2): Promise<readonly string[]> {
  const found = await stat(name).catch(() => Promise.reject(new NotFound("file", name)));
  if (!found.isDirectory()) return [name];
  if (depth === 0) return [];
  const entries = (await readdir(name)).filter((entry) => !entry.startsWith(".")).toSorted();
  return (await Promise.all(entries.map((entry) => mailsIn(join(name, entry), depth - 1)))).flat();
}

const seen = new Set<string>();

/** Reads what has come into `bounceFolder` since this process last looked; what has been read before changes nothing. */
export async function readBounceFolder({
  dataDir,
  registry,
  now
}: Pick<Plant, "dataDir" | "registry" | "now">): Promise<readonly Taken[]> {
  const {settings} = await readDeliverySettings(dataDir);
  if (!settings?.bounceFolder) return [];
  const taken: Taken[] = [];
  for (const file of await mailsIn(resolve(dataDir, settings.bounceFolder))) {
    if (seen.has(file)) continue;
    taken.push(await takeReport(registry, await readFile(file), now()));
    seen.add(file);
  }
  return taken;
}
