import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {BadInput} from "./errors.ts";

export interface Config {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly browserPath: string | null;
  /** Processes that may compute or print at the same time. */
  readonly workers: number;
}

/** Environment → settled configuration, once, at the edge. Throws with the variable's name and value. */
export function normalizeConfig(env: Record<string, string | undefined>): Config {
  const {DATA_DIR = "data", PORT = "3000", HOST = "127.0.0.1", BROWSER_PATH, WORKERS = "2"} = env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new BadInput(`PORT is not a port number: ${PORT}`, `Porten er ikke et tal mellem 0 og 65535: ${PORT}.`);
  const workers = Number(WORKERS);
  if (!Number.isInteger(workers) || workers < 1 || workers > 64)
    throw new BadInput(
      `WORKERS is not between 1 and 64: ${WORKERS}`,
      `WORKERS er ikke et tal mellem 1 og 64: ${WORKERS}.`
    );
  return {dataDir: resolve(DATA_DIR), port, host: HOST, browserPath: BROWSER_PATH || null, workers};
}

/** The address that browsers use, behind a proxy that speaks https; null where there is none. */
export function parsePublicUrl({PUBLIC_URL}: Record<string, string | undefined>): URL | null {
  if (!PUBLIC_URL) return null;
  const url = URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL) : null;
  if (url?.protocol === "https:" && url.pathname === "/" && !url.search && !url.username) return url;
  throw new BadInput(
    `PUBLIC_URL is not an https address without path: ${PUBLIC_URL}`,
    `PUBLIC_URL skal være en https-adresse uden sti, fx https://tal.kommune.dk, ikke ${PUBLIC_URL}.`
  );
}

/** The stores below the data folder, see the README. */
export function storesOf(dataDir: string) {
  const at = (...parts: string[]) => join(dataDir, ...parts);
  return {
    inbox: at("inbox"),
    extracts: at("extracts"),
    releases: at("releases"),
    activeRelease: at("releases", "active"),
    /** A municipality's own ethics forms. */
    ethics: at("ethics"),
    /** What was counted of rows that are deleted: not protected, only `jobs` read it. */
    facts: at("facts"),
    packages: at("packages"),
    quarantine: at("quarantine"),
    mappings: at("mappings"),
    staging: at("staging"),
    /** What releases were made of, what they hide included: only `jobs` reads it. */
    disclosure: at("disclosure"),
    /** What only a unit's own manager may see of the active release. */
    ownViews: at("own"),
    /** Its presence marks the data as a demonstration, for good. */
    demonstrationMark: at("reference", "demonstration.json"),
    registry: at("registry.sqlite"),
    /** Secrets, readable by their owner only. */
    auditKey: at("keys", "audit.key"),
    accessKey: at("keys", "access.key"),
    /** Where the service of citizens listens, see `queries/personal/citizen-service.ts`. */
    citizenSocket: at("run", "citizen.sock"),
    /** The code that makes the first administrator, while there is none. */
    setUpCode: at("keys", "set-up-code"),
    /** Providers of identity and what their claims mean. */
    identity: at("identity.json")
  } as const;
}

export function ownViewPath(dataDir: string, release: string): string {
  return join(storesOf(dataDir).ownViews, `${release}.sqlite`);
}

export function isDemonstration(dataDir: string): boolean {
  return existsSync(storesOf(dataDir).demonstrationMark);
}
