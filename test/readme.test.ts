import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCatalogue} from "../queries/catalogue.ts";
import {readmeTables} from "../queries/documentation.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("README.md", async () => {
  const tables = readmeTables(await readCatalogue());

  it.each(Object.entries(tables))("holds the generated table of %s (npm run readme)", (name, table) => {
    expect(between(name)).toBe(table);
  });

  it("names only commands that exist", () => {
    const named = [...readme.matchAll(/npx aarshjul ([a-z]+)/g)].map((match) => match[1]);
    const known = [
      "start",
      "demo",
      "intake",
      "check",
      "refresh",
      "packages",
      "due",
      "run",
      "arrived",
      "calendar",
      "findings",
      "signoff",
      "recipients",
      "deliver",
      "bounces",
      "verify",
      "pseudonyms",
      "retain",
      "record",
      "ethics",
      "citizens",
      "rows",
      "bench"
    ];
    expect(named.filter((name) => !known.includes(name!))).toEqual([]);
  });

  it("names every setting of the configuration", () => {
    const config = readFileSync(new URL("../queries/config.ts", import.meta.url), "utf8");
    const settings = /const \{([^}]+)\} = env/.exec(config)![1]!.match(/[A-Z_]{4,}/g)!;
    expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

function between(name: string): string {
  const text = new RegExp(`<!-- ${name}:begin -->\n([\\s\\S]*?)\n?<!-- ${name}:end -->`).exec(readme)?.[1];
  if (text === undefined) throw new Error(`no place for the table: ${name}`);
  return text.trim();
}
