/** Packages that stand in the folder, as the registry knows them. */
import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {Manifest} from "../queries/model.ts";
import {type BuiltIssue, recordIssues} from "../queries/registry/issues.ts";
import type {Registry} from "../queries/registry/open.ts";
import {recordSteps} from "../queries/registry/signoffs.ts";

const builtAt = "2026-01-20T08:00:00.000Z";

/** Records every package of the folder, oldest number first, and signs those off that `isOut` says yes to. */
export async function recordFolder(
  registry: Registry,
  dataDir: string,
  isOut: (manifest: Manifest) => boolean = () => true
): Promise<void> {
  const manifests = (await readManifests(dataDir)).toSorted((a, b) => a.manifest.number - b.manifest.number);
  for (const {manifest, sha256} of manifests) {
    const row = rowOf(manifest, sha256);
    await recordIssues(registry, [row]);
    if (isOut(manifest)) await release(registry, row);
  }
}

/** By the same steps as anybody. */
export async function release(registry: Registry, row: BuiltIssue, at = new Date("2026-01-21T07:00:00Z")) {
  const taken = {by: "Skolechef", at, comment: "", releaseAt: at};
  await recordSteps(registry, [row], {...taken, step: "preview"});
  await recordSteps(registry, [row], {...taken, step: "sign"});
}

async function readManifests(dataDir: string) {
  const {packages} = storesOf(dataDir);
  const names = (await readdir(packages, {withFileTypes: true})).filter((each) => each.isDirectory());
  return Promise.all(
    names.map(async ({name}) => {
      const text = await readFile(join(packages, name, "manifest.json"), "utf8");
      return {manifest: JSON.parse(text) as Manifest, sha256: createHash("sha256").update(text).digest("hex")};
    })
  );
}

function rowOf(manifest: Manifest, manifestSha256: string): BuiltIssue {
  const {issue, definition, unit, period, language, number, release: from, checksum, replaces, pages} = manifest;
  return {
    ...{issue, definition, unit, municipality: unit.slice(0, 3), period, language, number, release: from, checksum},
    ...{replaces, pages, builtAt, manifestSha256, content: `${checksum}-${number}`, builtBy: ""},
    ...{reason: replaces ? "Fraværet i 3. klasse var talt dobbelt." : "", reasonAt: replaces ? builtAt : ""}
  };
}
