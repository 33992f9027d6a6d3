/** Icons of Det Fælles Designsystem as partials, drawn in the colour of the text around them. */
import {readFileSync} from "node:fs";
import {findPackageJSON} from "node:module";
import {dirname, join} from "node:path";

export const icons = [
  "search",
  "chevron-right",
  "info",
  "warning",
  "error",
  "success",
  "download",
  "file-pdf",
  "arrow-forward",
  "time"
] as const;

const folder = join(dirname(findPackageJSON("dkfds", import.meta.url)!), "dist", "img", "svg-icons");

export function iconText(name: string): string {
  return readFileSync(join(folder, `${name}.svg`), "utf8")
    .trim()
    .replace("<svg ", '<svg class="icon-svg" aria-hidden="true" focusable="false" ');
}
