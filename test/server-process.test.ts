import {spawn} from "node:child_process";
import {once} from "node:events";
import {mkdtemp, readFile, rm, stat} from "node:fs/promises";
import {connect} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {storesOf} from "../queries/config.ts";
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
    expect((await fetch(`${origin}/leverancer`, {redirect: "manual"})).headers.get("location")).toBe(
      "/log-ind?til=%2Fleverancer"
    );
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect({code, out: written.out}).toEqual({code: 0, out: `Aarshjul: ${origin}\n`});
    const [, given] = /brug koden ([a-z2-9-]{29}) inden for en time/.exec(written.err)!;
    const file = storesOf(dataDir).setUpCode;
    expect([(await readFile(file, "utf8")).trim(), (await stat(file)).mode & 0o777]).toEqual([given, 0o600]);
    expect(written.err.split("\n")).toHaveLength(3);
    await rm(dataDir, {recursive: true, force: true});
  });

  it("ends cleanly though it is told to more than once while somebody is connected", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "aarshjul-server-"));
    const {child, written} = start(dataDir);
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    const {host, origin, port} = new URL(written.out.trim().split(" ")[1]!);
    const socket = connect(Number(port), "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    await once(socket, "connect");
    const headers = [`Host: ${host}`, `Origin: ${origin}`, "Content-Type: application/x-www-form-urlencoded"];
    const held = ["Content-Length: 3", "Expect: 100-continue", "Connection: close"];
    socket.write(["POST /log-ind HTTP/1.1", ...headers, ...held, "\r\n"].join("\r\n"));
    await expect.poll(() => answer, {timeout: 15_000}).toMatch(/^HTTP\/1\.1 100 /);
    child.kill("SIGINT");
    const isRefused = () =>
      new Promise((resolve) => {
        const probe = connect(Number(port), "127.0.0.1", () => resolve(!probe.destroy()));
        probe.on("error", () => resolve(true));
      });
    await expect.poll(isRefused, {timeout: 15_000}).toBe(true);
    for (const signal of ["SIGTERM", "SIGTERM", "SIGINT"] as const) child.kill(signal);
    socket.end("a=b");
    expect(await ended).toEqual([0, null]);
    await rm(dataDir, {recursive: true, force: true});
  });

  it("ends with a clear message when a setting is wrong", async () => {
    const {child, written} = start(tmpdir(), {PORT: "many"});
    const [code] = await once(child, "exit");
    expect(code).not.toBe(0);
    expect(written.err).toContain("PORT is not a port number: many");
  });
});
