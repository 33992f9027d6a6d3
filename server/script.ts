/** The browser's script: our own modules with what they import, bundled once at start and cut by page. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import Handlebars from "handlebars";
import {build, type Plugin, type Rollup} from "vite";
import {icons, iconText} from "./icons.ts";

const dashboards = fileURLToPath(new URL("../dashboards", import.meta.url));

export interface Bundle {
  /** File name → text; `main.js` is the one that pages name. */
  readonly files: ReadonlyMap<string, string>;
  /** The files that a page with this view will ask for, so that the browser need not find them one by one. */
  filesOf(view: string): readonly string[];
}

export function bundleScript(): Promise<Bundle> {
  bundled ??= bundle();
  return bundled;
}
let bundled: Promise<Bundle> | null = null;

async function bundle(): Promise<Bundle> {
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
  return {
    files: new Map(chunks.map(({fileName, code}) => [fileName, code])),
    filesOf: (view) => withImports(["live", view, view.replace(/-view$/, "")], chunks)
  };
}

/** The chunks of those names, with what they import outright. */
function withImports(names: readonly string[], chunks: readonly Rollup.OutputChunk[]): readonly string[] {
  const wanted = new Set(
    chunks.filter(({name, isDynamicEntry}) => isDynamicEntry && names.includes(name)).map(({fileName}) => fileName)
  );
  for (const file of wanted) // grows while it is walked
    for (const imported of chunks.find(({fileName}) => fileName === file)?.imports ?? []) wanted.add(imported);
  return [...wanted].filter((file) => file !== "main.js");
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
