import {mkdir, mkdtemp, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {newOwner} from "../jobs/owner.ts";
import {openStaging} from "../jobs/staging.ts";

it("clears what killed processes left, and nothing of those that run or cannot be told of", async () => {
  const staging = await mkdtemp(join(tmpdir(), "aarshjul-staging-"));
  const [place] = newOwner().split(":");
  const gone = 2 ** 22 - 3; // more than any machine gives out by default
  const left = [`packages-${gone}`, `packages-${place}~${gone}~aa`];
  const kept = [`packages-${place}~${process.ppid}~aa`, "packages-elsewhere.1~7~aa", "slices"];
  for (const name of [...left, ...kept]) await mkdir(join(staging, name, "x"), {recursive: true});
  const own = await openStaging(staging);
  expect((await readdir(staging)).toSorted()).toEqual([...kept, own.slice(staging.length + 1)].toSorted());
  await rm(staging, {recursive: true});
});
