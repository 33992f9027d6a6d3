#!/usr/bin/env node
// Starts the command line under the Node that the project brings, whatever Node started this file.
import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";

const own = fileURLToPath(new URL("./node_modules/.bin/node", import.meta.url));
const main = fileURLToPath(new URL("./jobs/main.ts", import.meta.url));
const runtime = existsSync(own) ? own : process.execPath;
const child = spawn(runtime, ["--disable-warning=ExperimentalWarning", main, ...process.argv.slice(2)], {
  stdio: "inherit"
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
