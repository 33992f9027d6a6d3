import {createHash} from "node:crypto";
import {mkdir, readdir, readFile, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {paperFont} from "./paper-font.ts";
import {fillFolder, writeWhole} from "./private-folder.ts";

/** The cuts that a document may use; each one printed is embedded, so there are few. */
const printCuts = ["400Regular", "400Regular_Italic", "600SemiBold"] as const;
const printPackage = "@expo-google-fonts/ibm-plex-sans";
const webCuts = [
  {file: "ibm-plex-sans-latin-400-normal.woff2", weight: 400, style: "normal"},
  {file: "ibm-plex-sans-latin-400-italic.woff2", weight: 400, style: "italic"},
  {file: "ibm-plex-sans-latin-600-normal.woff2", weight: 600, style: "normal"}
] as const;

/** Writes a fonts.conf that knows IBM Plex Sans, as it is and for paper, and nothing else; returns its path. */
export async function writeFontsConf(folder: string): Promise<string> {
  await mkdir(folder, {recursive: true, mode: 0o700});
  const dirs = printCuts.map((cut) => join(packageFolder(`${printPackage}/package.json`), cut));
  const text = fontsConf(folder, [...dirs, await writePaperFonts(folder, dirs)]);
  const path = join(folder, `fonts-${createHash("sha256").update(text).digest("hex").slice(0, 12)}.conf`);
  await writeWhole(path, text);
  return path;
}

/** `@font-face` rules with the fonts inside, for a page that must stand alone in a browser. */
export async function embeddedFontFaces(): Promise<string> {
  const folder = join(packageFolder("@fontsource/ibm-plex-sans/400.css"), "files");
  const faces = webCuts.map(async ({file, weight, style}) => {
    const base64 = (await readFile(join(folder, file))).toString("base64");
    return (
      `@font-face{font-family:"IBM Plex Sans";font-weight:${weight};font-style:${style};` +
      `src:url(data:font/woff2;base64,${base64}) format("woff2")}`
    );
  });
  return (await Promise.all(faces)).join("\n");
}

async function writePaperFonts(folder: string, dirs: readonly string[]): Promise<string> {
  const files = (await Promise.all(dirs.map(fontsIn))).flat();
  const fonts = await Promise.all(files.map(async (path) => paperFont(await readFile(path))));
  const sum = fonts.reduce((hash, font) => hash.update(font), createHash("sha256")).digest("hex");
  const target = join(folder, `paper-fonts-${sum.slice(0, 12)}`);
  await fillFolder(target, async (temporary) => {
    await Promise.all(fonts.map((font, index) => writeFile(join(temporary, basename(files[index]!)), font)));
  });
  return target;
}

async function fontsIn(dir: string): Promise<readonly string[]> {
  return (await readdir(dir)).filter((name) => name.endsWith(".ttf")).map((name) => join(dir, name));
}

function fontsConf(folder: string, dirs: readonly string[]): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    "<fontconfig>",
    ...dirs.map((dir) => `  <dir>${escapeXml(dir)}</dir>`),
    `  <cachedir>${escapeXml(join(folder, "fontconfig"))}</cachedir>`,
    "  <config/>",
    "</fontconfig>",
    ""
  ].join("\n");
}

function packageFolder(file: string): string {
  return dirname(fileURLToPath(import.meta.resolve(file)));
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
