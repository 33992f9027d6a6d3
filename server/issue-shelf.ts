/** The built packages as they stand in the folder; a folder appears whole and never changes, so each is read once. */
import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "../queries/config.ts";
import type {Manifest} from "../queries/model.ts";
import {seriesOf} from "../queries/registry/issues.ts";
import {type OutSource, openOut} from "./issues-out.ts";

export interface BuiltIssue {
  readonly manifest: Manifest;
  /** When the folder's manifest was written, ISO 8601. */
  readonly builtAt: string;
  /** The newer issue that took its place. */
  readonly replacedBy: string | null;
  readonly folder: string;
}

/** `packages/progress.json`, written by whoever builds. */
export interface BuildProgress {
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** What is out is for everybody; what is only built is for who may see it before. */
export interface IssueShelf {
  /** Those that are out, newest period first, then by unit. */
  all(): Promise<readonly BuiltIssue[]>;
  find(id: string): Promise<BuiltIssue | undefined>;
  findBuilt(id: string): Promise<BuiltIssue | undefined>;
  /** Another text when something else is out. */
  stamp(): Promise<string>;
  sizeOf(issue: BuiltIssue, file: string): Promise<number | null>;
  progress(): Promise<BuildProgress | null>;
}

const issueName = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,119}$/u;
export function isIssueName(text: string): boolean {
  return issueName.test(text) && !text.includes("..");
}

export function openShelf(dataDir: string, source: OutSource): IssueShelf {
  const root = storesOf(dataDir).packages;
  const readOut = openOut(source);
  let shown: {stamp: string; of: readonly BuiltIssue[]; issues: readonly BuiltIssue[]} = {
    stamp: "",
    of: [],
    issues: []
  };
  const known = new Map<string, Omit<BuiltIssue, "replacedBy">>();
  let listed: {stamp: string; issues: readonly BuiltIssue[]} = {stamp: "", issues: []};
  const sizes = new Map<string, number | null>();

  async function built(): Promise<readonly BuiltIssue[]> {
    const names = (await readdir(root).catch(() => [] as string[])).filter(isIssueName).sort();
    const stamp = names.join("\n");
    if (stamp === listed.stamp) return listed.issues;
    for (const gone of [...known.keys()].filter((name) => !names.includes(name))) known.delete(gone);
    const fresh = names.filter((name) => !known.has(name));
    for (const read of await Promise.all(fresh.map((name) => readIssue(root, name))))
      if (read) known.set(read.manifest.issue, read);
    const issues = ordered([...known.values()]);
    if (known.size === names.filter((name) => name !== "progress.json").length) listed = {stamp, issues};
    return issues;
  }

  async function all(): Promise<readonly BuiltIssue[]> {
    const [of, {names, stamp}] = await Promise.all([built(), readOut()]);
    if (shown.of !== of || shown.stamp !== stamp)
      shown = {stamp, of, issues: ordered(of.filter(({manifest}) => names.has(manifest.issue)))};
    return shown.issues;
  }

  /** A damaged package may have been built again under its name: the one asked for is looked at once more. */
  async function findIn(list: typeof built, id: string): Promise<BuiltIssue | undefined> {
    if (!isIssueName(id)) return undefined;
    const issue = (await list()).find(({manifest}) => manifest.issue === id);
    if (!issue || issue.builtAt === (await writtenAt(join(issue.folder, "manifest.json")))) return issue;
    known.delete(id);
    listed = {stamp: "", issues: []};
    return (await list()).find(({manifest}) => manifest.issue === id);
  }

  return {
    all,
    find: (id) => findIn(all, id),
    findBuilt: (id) => findIn(built, id),
    stamp: async () => (await readOut()).stamp,
    async sizeOf({folder, builtAt}, file) {
      const key = `${builtAt} ${folder} ${file}`;
      if (!sizes.has(key)) sizes.set(key, await sizeAt(join(folder, file)));
      return sizes.get(key) ?? null;
    },
    progress: () => readJson<BuildProgress>(join(root, "progress.json"))
  };
}

async function readIssue(root: string, name: string): Promise<Omit<BuiltIssue, "replacedBy"> | null> {
  const path = join(root, name, "manifest.json");
  const manifest = await readJson<Manifest>(path);
  if (manifest?.issue !== name) return null;
  const builtAt = await writtenAt(path);
  return builtAt ? {manifest, builtAt, folder: join(root, name)} : null;
}

/** Each is replaced by the newest of its kind among them. */
function ordered(issues: readonly Omit<BuiltIssue, "replacedBy">[]): readonly BuiltIssue[] {
  const newest = new Map<string, Manifest>();
  for (const {manifest} of issues) {
    const known = newest.get(seriesOf(manifest));
    if (!known || known.number < manifest.number) newest.set(seriesOf(manifest), manifest);
  }
  const successorOf = (manifest: Manifest) => {
    const {issue} = newest.get(seriesOf(manifest))!;
    return issue === manifest.issue ? null : issue;
  };
  return issues
    .map((issue) => ({...issue, replacedBy: successorOf(issue.manifest)}))
    .sort(
      (a, b) =>
        b.manifest.period.localeCompare(a.manifest.period) ||
        a.manifest.unit.localeCompare(b.manifest.unit) ||
        a.manifest.definition.localeCompare(b.manifest.definition) ||
        a.manifest.language.localeCompare(b.manifest.language) ||
        b.manifest.number - a.manifest.number
    );
}

async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch {
    return null;
  }
}

async function writtenAt(path: string): Promise<string | null> {
  return stat(path).then(
    ({mtime}) => mtime.toISOString(),
    () => null
  );
}

async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({size}) => size,
    () => null
  );
}
