/** Writes the generated tables into README.md: `npm run readme`. */
import {readFileSync, writeFileSync} from "node:fs";
import {readCatalogue} from "../queries/catalogue.ts";
import {readmeTables} from "../queries/documentation.ts";

const path = new URL("../README.md", import.meta.url);
let text = readFileSync(path, "utf8");
for (const [name, table] of Object.entries(readmeTables(await readCatalogue()))) {
  text = text.replace(
    new RegExp(`(<!-- ${name}:begin -->)[\\s\\S]*?(<!-- ${name}:end -->)`),
    (_, begin, end) => `${begin}\n\n${table}\n\n${end}`
  );
}
writeFileSync(path, text);
