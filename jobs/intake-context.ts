/** What the data folder knows that a file is judged by: mappings, and what has been delivered before. */
import {readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {storesOf} from "../queries/config.ts";
import {BadInput} from "../queries/errors.ts";
import {sourcesOf} from "../queries/lake-source.ts";
import {currentFiles} from "../queries/registry/deliveries.ts";
import type {Registry} from "../queries/registry/open.ts";
import {standards} from "../queries/standards/index.ts";
import type {ExaminationJob} from "./examination.ts";
import {type Mapping, parseMapping, readMappings} from "./mapping.ts";

export async function mappingsFor(
  dataDir: string,
  {mapping}: {readonly mapping?: string | undefined}
): Promise<{mapping: Mapping | null; mappings: readonly Mapping[]}> {
  const mappings = await readMappings(storesOf(dataDir).mappings);
  if (mapping === undefined) return {mapping: null, mappings};
  const named = mappings.find(({id}) => id === mapping);
  if (named) return {mapping: named, mappings};
  const text = await readFile(mapping, "utf8").catch(() => {
    throw new BadInput(
      `no such mapping: ${mapping}`,
      `Oversættelsen ${mapping} findes hverken i datamappens mappings/ eller som fil.`
    );
  });
  return {mapping: parseMapping(text, basename(mapping)), mappings};
}

/** What is current of every standard that another one refers to. */
export async function referencesIn(registry: Registry, dataDir: string): Promise<ExaminationJob["references"]> {
  const referenced = new Set(
    standards.flatMap(({columns}) => columns.flatMap(({references}) => (references ? [references.standard] : [])))
  );
  const entries = [...referenced].map(async (standard) => {
    const files = await currentFiles(registry, standard);
    return [standard, sourcesOf(files).map((source) => ({...source, path: join(dataDir, source.path)}))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
