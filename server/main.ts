/** The server as a process: environment in, one ready line out, a clean end on SIGTERM. */
import {once} from "node:events";
import {existsSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {pino} from "pino";
import {isDemonstration, normalizeConfig, parsePublicUrl, storesOf} from "../queries/config.ts";
import {useThemes} from "../queries/reference/themes.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {createApp} from "./app.ts";
import {openAssets} from "./assets.ts";
import {usualBudgets} from "./budgets.ts";
import {httpServer} from "./http-server.ts";
import {openIdentity, prepareSetUp} from "./identity/open.ts";
import {openShelf} from "./issue-shelf.ts";
import type {Deps} from "./page.ts";
import {holdRelease} from "./release-holder.ts";
import {openSliceShelf} from "./slice-shelf.ts";
import {openViews} from "./views.ts";

// Nothing that is written here is for other users of the machine.
process.umask(0o027);
const {dataDir, port, host} = normalizeConfig(process.env);
const log = pino({level: "warn"}, pino.destination(2));
await useThemes(dataDir);
const registry = openLater(storesOf(dataDir).registry);
const releases = await holdRelease(dataDir, {onError: (err) => log.error({err}, "release not opened")});
const slices = openSliceShelf(dataDir);
const identity = openIdentity({dataDir, host, publicUrl: parsePublicUrl(process.env), registry: registry.make});
const now = () => new Date();
const deps: Deps = {
  dataDir,
  releases,
  shelf: openShelf(dataDir, {registry: registry.open, now}),
  slices,
  registry: registry.open,
  views: openViews(),
  assets: await openAssets(),
  identity,
  budgets: usualBudgets,
  log,
  now
};
const server = httpServer(createApp(deps)).listen(port, host);
await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  process.stderr.write(`Porten ${port} er optaget. Vælg en anden, fx PORT=${port + 1}.\n`);
  process.exit(1);
});
/** The terminal tells it, and so does what started it: what comes after the first says nothing new. */
let isEnding = false;
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    if (isEnding) return;
    isEnding = true;
    server.close(async () => {
      await releases.close();
      await registry.close();
      slices.close();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });

const address = server.address() as AddressInfo;
const here = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
process.stdout.write(`Aarshjul: ${here}\n`);
await inviteAdministrator();

/** Invented data need nobody; else whoever can read this terminal, or the file, becomes the first administrator. */
async function inviteAdministrator(): Promise<void> {
  const code = isDemonstration(dataDir) ? null : await prepareSetUp(dataDir, identity, deps.now());
  if (!code) return;
  const page = `${identity.publicUrl?.origin ?? here}/invitation`;
  process.stderr.write(
    `Der er ingen administrator endnu. Åbn ${page}, og brug koden ${code} inden for en time.\n` +
      `Koden ligger også i ${storesOf(dataDir).setUpCode}.\n`
  );
}

/** The registry appears with the first delivery; the server makes one only where somebody is to sign in. */
function openLater(path: string) {
  let opened: Promise<Registry> | null = null;
  const make = () => {
    opened ??= openRegistry(path);
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  return {
    make,
    open: async () => (opened || existsSync(path) ? make() : null),
    close: async () => {
      await (await opened)?.destroy();
    }
  };
}
