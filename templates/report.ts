/** The Handlebars environment that all reports share: templates and partials read and compiled once. */
import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import Handlebars from "handlebars";
import {lowered} from "../dashboards/first-letter.ts";
import type {Report} from "./context/report.ts";

const folder = new URL("./reports/", import.meta.url);
const css = sheet("print.css");
const screenCss = sheet("screen.css");
const environment = Handlebars.create();

for (const name of readdirSync(fileURLToPath(new URL("partials/", folder))))
  environment.registerPartial(name.replace(".hbs", ""), environment.compile(read(`partials/${name}`), strict()));
environment.registerPartial("layout", environment.compile(read("layout.hbs"), strict()));
environment.registerHelper("lower", lowered);

export type Render = (report: Report) => string;

/** The whole HTML document of one report, without the fonts, which the printer has already. */
export function renderer(id: string): Render {
  const template = environment.compile(read(`${id}.hbs`), strict());
  return (report) => template({...report, css, screenCss});
}

const screenStyle = "<style data-screen>";

/** The document as a file that stands alone on a screen; `fontFaces` are the rules with the fonts inside. */
export function standAlone(html: string, fontFaces: Buffer): Buffer {
  const at = html.indexOf(screenStyle) + screenStyle.length;
  return Buffer.concat([Buffer.from(html.slice(0, at)), fontFaces, Buffer.from(html.slice(at))]);
}

function sheet(name: string): string {
  return read(name)
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();
}

function strict() {
  return {knownHelpersOnly: true, knownHelpers: {lower: true}, preventIndent: true};
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}
