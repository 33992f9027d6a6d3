/** A real browser that reaches the server under test and nothing else. */
import puppeteer, {type Browser} from "puppeteer-core";
import {findBrowser} from "../templates/browser.ts";
import {writeFontsConf} from "../templates/fonts.ts";
import {privateFolder} from "../templates/private-folder.ts";

export async function openWebBrowser(): Promise<Browser> {
  const program = await findBrowser(process.env.BROWSER_PATH ?? null);
  const fonts = await writeFontsConf(await privateFolder());
  return puppeteer.launch({
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
    args: [
      "--no-sandbox",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--lang=da"
    ]
  });
}
