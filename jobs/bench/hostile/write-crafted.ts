/** Makes the crafted files in a process of their own, so that what it takes to make them is not counted as what it takes to read them. */
import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {crafted, goodFiles} from "./files.ts";

const [folder, ...names] = process.argv.slice(2);
const makers = crafted(await goodFiles());
for (const name of names.length > 0 ? names : Object.keys(makers))
  await writeFile(join(folder!, name), await makers[name]!());
