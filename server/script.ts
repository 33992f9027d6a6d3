/** The browser's script: our own modules with what they import, bundled once at start and cut by page. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import Handlebars from "handlebars";
import {build, type Plugin, type Rollup} from "vite";
import {icons, iconText} from "./icons.ts";

const dashboards = fileURLToPath(new URL("../dashboards", import.meta.url));

/** File name → text; `main.js` is the one that pages name. */
export function bundleScript(): Promise<ReadonlyMap<string, string>> {
  bundled ??= bundle();
  return bundled;
}
let bundled: Promise<ReadonlyMap<string, string>> | null = null;

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root: dashboards,
    base: "./",
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: {"process.env.NODE_ENV": '"production"'},
    plugins: [precompiledPartials()],
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rollupOptions: {
        input: {main: join(dashboards, "browser", "main.ts")},
        output: {format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js"}
      }
    }
  });
  const outputs = [result].flat() as Rollup.RollupOutput[];
  const chunks = outputs.flatMap(({output}) => output.filter((each) => each.type === "chunk"));
  return new Map(chunks.map(({fileName, code}) => [fileName, code]));
}

/** `virtual:partials`: every partial, compiled, so that the page needs no compiler and no `eval`. */
function precompiledPartials(): Plugin {
  const id = "virtual:partials";
  return {
    name: "partials",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? partialsModule() : null)
  };
}

function partialsModule(): string {
  const partials = readdirSync(join(dashboards, "partials"))
    .filter((name) => name.endsWith(".hbs") && name !== "layout.hbs")
    .map((name) => [name.slice(0, -4), readFileSync(join(dashboards, "partials", name), "utf8").trim()] as const);
  const all = [...partials, ...icons.map((icon) => [`icon-${icon}`, iconText(icon)] as const)];
  const compiled = all.map(([name, text]) => {
    const spec = Handlebars.precompile(text, {strict: true, preventIndent: true}) as string;
    return `${JSON.stringify(name)}: ${spec}`;
  });
  return `export const partials = {${compiled.join(",\n")}};`;
}
