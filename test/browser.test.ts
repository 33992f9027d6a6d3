import {execFileSync} from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {MissingPart} from "../queries/errors.ts";
import {findBrowser} from "../templates/browser.ts";
import {memoryOf} from "../templates/browser-memory.ts";
import {writeFontsConf} from "../templates/fonts.ts";
import {openPrinter} from "../templates/pdf.ts";
import {fillFolder} from "../templates/private-folder.ts";
import {readPdfAsReader} from "./pdf-reader.ts";

const folder = mkdtempSync(join(tmpdir(), "aarshjul-browser-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const program = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
};
const none = async () => null;
const linux = process.platform === "linux" && process.arch === "x64";

describe("findBrowser(browserPath)", () => {
  it("takes the one that is set before any other", async () => {
    const path = program("own-browser", "#!/bin/sh\n");
    expect(await findBrowser(path)).toMatchObject({path, origin: "setting"});
  });
  it("says in Danish what to install when the set one is missing", async () => {
    const error = await findBrowser(join(folder, "absent")).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MissingPart);
    expect((error as MissingPart).danish).toContain("apt install chromium");
  });
  it("finds the machine's where the project has none", async () => {
    const path = program("chromium", "#!/bin/sh\n");
    expect(await findBrowser(null, `/nowhere:${folder}`, none)).toMatchObject({path, origin: "machine"});
  });
  it("is a missing part where there is none at all", () =>
    expect(findBrowser(null, "/nowhere", none)).rejects.toBeInstanceOf(MissingPart));
  it.runIf(linux)("brings its own with every library but the system's C library", async () => {
    const {path, env, origin} = await findBrowser(null);
    expect(origin).toBe("package");
    expect(statSync(join(path, "..")).mode & 0o077).toBe(0);
    const needed = execFileSync("ldd", [path], {env: {...env, PATH: process.env.PATH}, encoding: "utf8"});
    const system = needed.split("\n").filter((line) => line.trim() && !line.includes(env.LD_LIBRARY_PATH as string));
    const cLibrary = /linux-vdso|ld-linux|lib(?:c|m|dl|pthread|rt|gcc_s)\.so/;
    expect(system.filter((line) => !cLibrary.test(line))).toEqual([]);
  });
});

describe("fillFolder(folder, fill)", () => {
  it("is whole after two at once, and leaves nothing behind", async () => {
    const target = join(folder, "filled");
    const fill = async (temporary: string) => {
      await new Promise((later) => setTimeout(later, 20));
      writeFileSync(join(temporary, "program"), "x");
    };
    await Promise.all([fillFolder(target, fill), fillFolder(target, fill)]);
    expect(readFileSync(join(target, "program"), "utf8")).toBe("x");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
  it("removes what a killed process left behind an hour ago", async () => {
    const target = join(folder, "again");
    const abandoned = `${target}.1.00.tmp`;
    mkdirSync(abandoned);
    utimesSync(abandoned, new Date(0), new Date(0));
    await fillFolder(target, async () => {});
    expect(existsSync(abandoned)).toBe(false);
  });
  it("is not there when filling failed", async () => {
    const target = join(folder, "failed");
    const failing = fillFolder(target, () => Promise.reject(new Error("disk full")));
    await expect(failing).rejects.toThrow("disk full");
    expect(existsSync(target)).toBe(false);
  });
});

describe("writeFontsConf(folder)", () => {
  it("names folders that exist, and no font of the machine's", async () => {
    const text = readFileSync(await writeFontsConf(join(folder, "fonts")), "utf8");
    const dirs = [...text.matchAll(/<dir>(.*?)<\/dir>/g)].map(([, dir]) => dir as string);
    expect(dirs.length).toBeGreaterThan(1);
    for (const dir of dirs) expect(readdirSync(dir).some((name) => name.endsWith(".ttf"))).toBe(true);
  });
});

describe("openPrinter(options)", () => {
  const html =
    '<!doctype html><html lang="da"><head><title>Pakke</title></head><body><h1>Pakke</h1><p>tekst</p></body></html>';

  it.runIf(linux)("goes on in a new browser when one dies", async () => {
    const {path, env} = await findBrowser(null);
    const counter = join(folder, "starts");
    const dying = program(
      "dying-browser",
      `#!/bin/sh\nexport LD_LIBRARY_PATH=${env.LD_LIBRARY_PATH}\necho x >> ${counter}\n` +
        `[ $(wc -l < ${counter}) = 1 ] && exec timeout -s KILL 1 ${path} "$@"\nexec ${path} "$@"\n`
    );
    const printer = await openPrinter({browserPath: dying, workers: 2});
    const until = Date.now() + 1_500;
    while (Date.now() < until) await printer.print(html, {title: "Pakke", language: "da"});
    await printer.close();
    expect(readFileSync(counter, "utf8").length).toBeGreaterThan(2);
  });
  it("replaces the browser after its share of prints", async () => {
    const printer = await openPrinter({browserPath: null, workers: 2, recycleAfter: 2});
    const files = await Promise.all(
      Array.from({length: 5}, () => printer.print(html, {title: "Pakke", language: "da"}))
    );
    await printer.close();
    const {pages} = await readPdfAsReader(files[4] as Uint8Array);
    expect(pages.join("")).toContain("tekst");
  });
  it.runIf(linux)("replaces a browser that takes more memory than it may", async () => {
    const {path, env} = await findBrowser(null);
    const counter = join(folder, "memory-starts");
    const script = `#!/bin/sh\nexport LD_LIBRARY_PATH=${env.LD_LIBRARY_PATH}\necho x >> ${counter}\nexec ${path} "$@"\n`;
    const printer = await openPrinter({browserPath: program("hungry-browser", script), workers: 1, mostMemory: 1});
    for (let count = 0; count < 2; count++) await printer.print(html, {title: "Pakke", language: "da"});
    await printer.close();
    expect(readFileSync(counter, "utf8").trim().split("\n")).toHaveLength(2);
    expect(await memoryOf(process.pid)).toBeGreaterThan(20);
    expect(await memoryOf(2 ** 30)).toBeNull();
  });
  it("gives up a print that takes too long", async () => {
    const printer = await openPrinter({browserPath: null, timeoutMs: 1});
    await expect(printer.print(html, {title: "Pakke", language: "da"})).rejects.toThrow("not done within 1 ms");
    await printer.close();
  });
});
