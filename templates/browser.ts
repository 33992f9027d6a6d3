import {randomUUID} from "node:crypto";
import {createReadStream, createWriteStream, existsSync} from "node:fs";
import {access, constants, mkdir, readFile} from "node:fs/promises";
import {delimiter, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {fileURLToPath} from "node:url";
import {createBrotliDecompress} from "node:zlib";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {extract} from "tar-fs";
import {MissingPart} from "../queries/errors.ts";
import {writeFontsConf} from "./fonts.ts";
import {fillFolder, privateFolder} from "./private-folder.ts";

/** A browser program and the environment that it needs. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: "setting" | "package" | "machine";
}

const machineNames = [
  "chromium",
  "chromium-headless-shell",
  "google-chrome",
  "google-chrome-stable",
  "chromium-browser"
];

/**
 * The browser that prints: `browserPath` when set, else the one that comes with the project, else the machine's.
 * Throws MissingPart when there is none. The first call unpacks the project's own (about a second).
 */
export async function findBrowser(
  browserPath: string | null,
  searchPath: string = process.env.PATH ?? "",
  packaged: () => Promise<BrowserProgram | null> = unpackPackaged
): Promise<BrowserProgram> {
  if (browserPath) {
    if (!(await isProgram(browserPath))) throw missing(`no browser at BROWSER_PATH: ${browserPath}`);
    return {path: browserPath, env: {}, origin: "setting"};
  }
  const own = await packaged();
  if (own) return own;
  for (const folder of searchPath.split(delimiter).filter(Boolean))
    for (const name of machineNames)
      if (await isProgram(join(folder, name))) return {path: join(folder, name), env: {}, origin: "machine"};
  throw missing("no browser found");
}

/** Starts the browser without network: no resolver, a dead proxy, own fonts only. `more` are further arguments. */
export async function launchBrowser(program: BrowserProgram, more: readonly string[] = []): Promise<Browser> {
  const fonts = await writeFontsConf(await privateFolder());
  const launch = (sandbox: boolean) =>
    puppeteer.launch({
      executablePath: program.path,
      headless: "shell",
      pipe: true,
      env: {
        ...program.env,
        FONTCONFIG_FILE: fonts,
        HOME: process.env.HOME ?? "/",
        PATH: process.env.PATH ?? "",
        TZ: "UTC"
      },
      args: [...closedArguments, ...more, ...(sandbox ? [] : ["--no-sandbox"])],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false
    });
  if (process.getuid?.() === 0) return launch(false);
  return launch(true).catch(() => launch(false));
}

/**
 * A page that paints only when it prints: without frames for a screen Chromium has a twelfth less to do. Throws where the
 * browser, or the way it was started, cannot.
 */
export async function openUnseen(browser: Browser): Promise<Page> {
  const url = `about:blank#${randomUUID()}`;
  const session = await browser.target().createCDPSession();
  await session.send("Target.createTarget", {url, enableBeginFrameControl: true});
  await session.detach();
  const target = await browser.waitForTarget((one) => one.url() === url, {timeout: 5_000});
  const page = await target.page();
  if (!page) throw new Error("no page in the new target");
  return page;
}

const closedArguments = [
  "--proxy-server=127.0.0.1:1",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-webgl",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none"
];

async function unpackPackaged(): Promise<BrowserProgram | null> {
  const bin = fileURLToPath(new URL("../bin/", import.meta.resolve("@sparticuz/chromium")));
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(join(bin, "chromium.br"))) return null;
  const manifest: {version: string} = JSON.parse(await readFile(join(bin, "..", "package.json"), "utf8"));
  const folder = join(await privateFolder(), `chromium-${manifest.version}`);
  await fillFolder(folder, async (temporary) => {
    await mkdir(join(temporary, "al2023"), {mode: 0o700});
    await Promise.all([
      pipeline(
        createReadStream(join(bin, "chromium.br")),
        createBrotliDecompress({chunkSize: 2 ** 21}),
        createWriteStream(join(temporary, "chromium"), {mode: 0o700})
      ),
      pipeline(
        createReadStream(join(bin, "al2023.tar.br")),
        createBrotliDecompress(),
        extract(join(temporary, "al2023"))
      )
    ]);
  });
  return {
    path: join(folder, "chromium"),
    env: {LD_LIBRARY_PATH: join(folder, "al2023", "lib")},
    origin: "package"
  };
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false
  );
}

function missing(message: string): MissingPart {
  return new MissingPart(
    message,
    "Der er ingen browser at printe med. Kør »npm ci« igen, eller installér Chromium (»apt install chromium«), " +
      "eller sæt BROWSER_PATH til en Chrome eller Chromium."
  );
}
