/** Style, fonts and icons: made once at start from npm packages and our own style sheet, served under the hash of their content. */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {findPackageJSON} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {PurgeCSS} from "purgecss";
import {Packed} from "./packed.ts";
import {bundleScript} from "./script.ts";

const packageFolder = (name: string) => dirname(findPackageJSON(name, import.meta.url)!);
const designSystem = join(packageFolder("dkfds"), "dist");
const dashboards = fileURLToPath(new URL("../dashboards", import.meta.url));
const cuts = ["400-normal", "400-italic", "600-normal"] as const;

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
  /** Null for what is compressed already. */
  readonly packed: Packed | null;
}
type File = Pick<Asset, "type" | "bytes">;

/** `at` gives the address of an asset; addresses change when anything in `files` does. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>;
  readonly version: string;
  at(name: string): string;
  /** Addresses of the scripts that a page with this view will need. */
  scriptsOf(view: string): readonly string[];
}

export async function openAssets(): Promise<Assets> {
  const [style, script] = await Promise.all([styleSheet(), bundleScript()]);
  const made: readonly (readonly [string, File])[] = [
    ["css/web.css", {type: "text/css; charset=utf-8", bytes: Buffer.from(style)}],
    ...cuts.map((cut) => [`fonts/plex-${cut}.woff2`, fontFile(cut)] as const),
    ...["chevron-up", "chevron-down"].map((icon) => [`img/svg-icons/${icon}.svg`, iconFile(icon)] as const),
    ...[...script.files].map(([name, code]) => [`js/${name}`, scriptFile(code)] as const),
    ["img/mark.svg", {type: "image/svg+xml", bytes: readFileSync(join(dashboards, "styles", "mark.svg"))}]
  ];
  const hash = createHash("sha256");
  for (const [name, {bytes}] of made) hash.update(name).update(bytes);
  const files = new Map(made.map(([name, file]) => [name, assetOf(file)]));
  const version = hash.digest("hex").slice(0, 12);
  const at = (name: string) => `/assets/${version}/${name}`;
  return {files, version, at, scriptsOf: (view) => script.filesOf(view).map((name) => at(`js/${name}`))};
}

function assetOf({type, bytes}: File): Asset {
  const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 27);
  return {type, bytes, etag, packed: type === "font/woff2" ? null : new Packed(bytes, {hard: true})};
}

/** The parts of Det Fælles Designsystem that our templates use, then our own. */
async function styleSheet(): Promise<string> {
  const content = templateTexts().map((raw) => ({raw, extension: "html"}));
  const css = [{raw: readFileSync(join(designSystem, "css", "dkfds.min.css"), "utf8")}];
  const [purged] = await new PurgeCSS().purge({
    content,
    css,
    variables: true,
    keyframes: true,
    safelist: ["icon-svg", /^(alert|badge)-(info|success|warning|error)$/]
  });
  const base = purged!.css.replaceAll(/@font-face\{[^}]*\}/g, "");
  return [base, fontFaces(), ...ownStyles()].join("\n");
}

function templateTexts(): readonly string[] {
  return ["pages", "partials"].flatMap((folder) =>
    readdirSync(join(dashboards, folder))
      .filter((name) => name.endsWith(".hbs"))
      .map((name) => readFileSync(join(dashboards, folder, name), "utf8"))
  );
}

function ownStyles(): readonly string[] {
  const folder = join(dashboards, "styles");
  const names = readdirSync(folder).filter((name) => name.endsWith(".css"));
  return names.sort().map((name) => readFileSync(join(folder, name), "utf8").replaceAll(/\s*\n\s*/g, ""));
}

function fontFaces(): string {
  return cuts
    .map((cut) => {
      const [weight, style] = cut.split("-");
      return (
        `@font-face{font-family:"IBM Plex Sans";font-style:${style};font-weight:${weight};font-display:swap;` +
        `src:url(../fonts/plex-${cut}.woff2) format("woff2")}`
      );
    })
    .join("");
}

function fontFile(cut: string): File {
  const name = `ibm-plex-sans-latin-${cut}.woff2`;
  return {type: "font/woff2", bytes: readFileSync(join(packageFolder("@fontsource/ibm-plex-sans"), "files", name))};
}

function scriptFile(code: string): File {
  return {type: "text/javascript; charset=utf-8", bytes: Buffer.from(code)};
}

function iconFile(name: string): File {
  return {type: "image/svg+xml", bytes: readFileSync(join(designSystem, "img", "svg-icons", `${name}.svg`))};
}
