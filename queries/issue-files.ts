/** Whether a package that the registry knows still stands in its folder. */
import {access} from "node:fs/promises";
import {join} from "node:path";
import {storesOf} from "./config.ts";

const needed = ["manifest.json", "package.html", "package.pdf"] as const;

/** Names those that lack the manifest, the web page or the PDF: nobody can read them. */
export async function listMissing(
  dataDir: string,
  issues: readonly {readonly issue: string}[]
): Promise<ReadonlySet<string>> {
  const {packages} = storesOf(dataDir);
  const isThere = ({issue}: {readonly issue: string}) =>
    Promise.all(needed.map((name) => access(join(packages, issue, name)))).then(
      () => true,
      () => false
    );
  const there = await Promise.all(issues.map(isThere));
  return new Set(issues.filter((_, index) => !there[index]).map(({issue}) => issue));
}
