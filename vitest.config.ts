import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    isolate: false,
    pool: "forks",
    maxWorkers: 2,
    // Commands that tests start begin in half the time.
    env: {NODE_COMPILE_CACHE: fileURLToPath(new URL(".cache/compiled", import.meta.url))},
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default"]
  }
});
