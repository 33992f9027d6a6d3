#!/usr/bin/env node
// Starts the command line under the Node that the project brings, whatever Node started this file. What Node compiles is kept.
import {spawn} from "node:child_process";
import {existsSync, lstatSync, mkdirSync} from "node:fs";
import {fileURLToPath} from "node:url";

const own = fileURLToPath(new URL("./node_modules/.bin/node", import.meta.url));
const main = fileURLToPath(new URL("./jobs/main.ts", import.meta.url));
const runtime = existsSync(own) ? own : process.execPath;
const child = spawn(runtime, ["--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], {
  env: {...process.env, ...compileCache()},
  stdio: "inherit"
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** Halves the time that a command takes to begin. What lies there is run, so that nobody else may write there. */
function compileCache() {
  const folder = fileURLToPath(new URL("./.cache", import.meta.url));
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    const {uid, mode} = lstatSync(folder);
    const isPrivate = uid === process.getuid?.() && (mode & 0o022) === 0;
    return isPrivate ? {NODE_COMPILE_CACHE: `${folder}/compiled`} : {};
  } catch {
    return {};
  }
}
