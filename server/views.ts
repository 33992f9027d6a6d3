/** The page templates, compiled once. Everything is escaped; only drawings made by our own chart module pass as markup. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import Handlebars from "handlebars";
import type {Picture} from "../dashboards/figure.ts";
import {icons, iconText} from "./icons.ts";

const dashboards = fileURLToPath(new URL("../dashboards", import.meta.url));
export interface Views {
  /** Throws where the template names a field that the context lacks. */
  render(page: string, context: object): string;
}

export function openViews(): Views {
  const engine = Handlebars.create();
  for (const [name, text] of templatesIn("partials")) engine.registerPartial(name, text);
  for (const icon of icons) engine.registerPartial(`icon-${icon}`, iconText(icon));
  engine.registerHelper(
    "drawing",
    (drawn: string | Picture) => new engine.SafeString(onlyDrawing(typeof drawn === "string" ? drawn : drawn.svg()))
  );
  const pages = new Map(
    templatesIn("pages").map(([name, text]) => [name, engine.compile(text, {strict: true, preventIndent: true})])
  );
  return {
    render(page, context) {
      const template = pages.get(page);
      if (!template) throw new Error(`no such page template: ${page}`);
      return template(context);
    }
  };
}

function templatesIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(dashboards, folder))
    .filter((name) => name.endsWith(".hbs"))
    .map((name) => [name.slice(0, -4), readFileSync(join(dashboards, folder, name), "utf8").trim()]);
}

/** Charts come from our own code with escaped labels; whatever could act is refused all the same. */
function onlyDrawing(svg: string): string {
  if (!svg.startsWith("<svg") || /<script|<foreignObject|\son\w+\s*=|javascript:/i.test(svg))
    throw new Error("not a drawing");
  return svg;
}
