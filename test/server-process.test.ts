import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {writeReleaseFixture} from "./release-fixture.ts";

const main = fileURLToPath(new URL("../server/main.ts", import.meta.url));

function start(dataDir: string, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
    env: {...process.env, DATA_DIR: dataDir, PORT: "0", ...more}
  });
  const written = {out: "", err: ""};
  child.stdout.on("data", (chunk) => {
    written.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    written.err += chunk;
  });
  return {child, written};
}

describe("server/main.ts", () => {
  it("says one line when ready, serves on loopback, notices a release and ends cleanly on SIGTERM", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-server-"));
    const {child, written} = start(dataDir);
    await once(child.stdout, "data");
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(written.out)![0];
    expect((await fetch(origin)).status).toBe(503);
    const {manifest} = await writeReleaseFixture({dataDir, halfYears: 2});
    await expect
      .poll(async () => (await (await fetch(origin)).text()).includes(manifest.id), {timeout: 15_000})
      .toBe(true);
    expect((await fetch(`${origin}/leverancer`)).status).toBe(200);
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect({code, ...written}).toEqual({code: 0, out: `Aarshjul: ${origin}\n`, err: ""});
    await rm(dataDir, {recursive: true, force: true});
  });

  it("ends with a clear message when a setting is wrong", async () => {
    const {child, written} = start(tmpdir(), {PORT: "many"});
    const [code] = await once(child, "exit");
    expect(code).not.toBe(0);
    expect(written.err).toContain("PORT is not a port number: many");
  });
});
