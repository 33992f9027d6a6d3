import type {Catalogue} from "./catalogue.ts";
import {dataPackages} from "./packages/index.ts";
import {standards} from "./standards/index.ts";

/** The README's generated tables, by the name of their place. Markdown. */
export function readmeTables(catalogue: Catalogue): Readonly<Record<"standards" | "indicators" | "packages", string>> {
  return {
    standards: table(
      ["id", "navn", "version", "nøgle", "opbevares"],
      standards.map(({id, title, version, key, keepMonths}) => [
        code(id),
        title,
        `${version}`,
        key.map(code).join(" "),
        `${keepMonths} md.`
      ])
    ),
    indicators: table(
      ["id", "nøgletal", "kvalitet", "måles i", "version"],
      [...newest(catalogue)].map(({id, title, quality, measureLabel, version}) => [
        code(id),
        title,
        qualityWords[quality],
        measureLabel,
        `${version}`
      ])
    ),
    packages: table(
      ["id", "udgave", "til"],
      dataPackages.map(({id, title, audience}) => [code(id), title, audience])
    )
  };
}

const qualityWords = {structure: "struktur", process: "proces", result: "resultat"} as const;

function newest({indicators, latest}: Catalogue) {
  return indicators.filter(({id, version}) => latest(id).version === version);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
