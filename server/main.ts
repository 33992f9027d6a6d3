/** The server as a process: environment in, one ready line out, a clean end on SIGTERM. */
import {once} from "node:events";
import {existsSync} from "node:fs";
import type {AddressInfo} from "node:net";
import {pino} from "pino";
import {visitor} from "../queries/access.ts";
import {isDemonstration, normalizeConfig, storesOf} from "../queries/config.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import {createApp} from "./app.ts";
import {openAssets} from "./assets.ts";
import type {Identity} from "./identity/identity.ts";
import {openShelf} from "./issue-shelf.ts";
import type {Deps} from "./page.ts";
import {holdRelease} from "./release-holder.ts";
import {openSliceShelf} from "./slice-shelf.ts";
import {openViews} from "./views.ts";

const {dataDir, port, host} = normalizeConfig(process.env);
const log = pino({level: "warn"}, pino.destination(2));
const registry = openLater(storesOf(dataDir).registry);
const releases = await holdRelease(dataDir, {onError: (err) => log.error({err}, "release not opened")});
const slices = openSliceShelf(dataDir);
const identity: Identity = {
  publicUrl: null,
  registry: registry.make,
  isDemonstration: () => isDemonstration(dataDir),
  stranger: {...visitor, id: "stranger", grants: [{role: "steward", scope: {kind: "nation"}}], secondFactor: true}
};
const deps: Deps = {
  dataDir,
  releases,
  shelf: openShelf(dataDir),
  slices,
  registry: registry.open,
  views: openViews(),
  assets: await openAssets(),
  identity,
  log,
  now: () => new Date()
};
const server = createApp(deps).listen(port, host);
await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  process.stderr.write(`Porten ${port} er optaget. Vælg en anden, fx PORT=${port + 1}.\n`);
  process.exit(1);
});
const address = server.address() as AddressInfo;
process.stdout.write(`Aarshjul: http://${host.includes(":") ? `[${host}]` : host}:${address.port}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    server.close(async () => {
      await releases.close();
      await registry.close();
      slices.close();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });

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
