/** A small data folder with a release, packages and deliveries, and the server on a free port. */
import {createHash} from "node:crypto";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {request, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {pino} from "pino";
import type {Subject} from "../queries/access.ts";
import {roles} from "../queries/access-rules.ts";
import {storesOf} from "../queries/config.ts";
import type {Manifest, ReleaseManifest} from "../queries/model.ts";
import {openRegistry, type Registry} from "../queries/registry/open.ts";
import type {ValidationReport} from "../queries/registry/reports.ts";
import {createApp} from "../server/app.ts";
import {openAssets} from "../server/assets.ts";
import type {Budgets} from "../server/budgets.ts";
import type {Identity} from "../server/identity/identity.ts";
import {parseSettings} from "../server/identity/settings.ts";
import {openVault} from "../server/identity/vault.ts";
import {openShelf} from "../server/issue-shelf.ts";
import type {Deps} from "../server/page.ts";
import {holdRelease} from "../server/release-holder.ts";
import {openSliceShelf} from "../server/slice-shelf.ts";
import {openViews} from "../server/views.ts";
import {recordFolder} from "./issue-rows.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

export interface Served {
  readonly origin: string;
  readonly dataDir: string;
  readonly manifest: ReleaseManifest;
  readonly deps: Deps;
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export const fixtureDelivery = "a".repeat(64);
export const rejectedDelivery = "b".repeat(64);

export async function serveFixture({port = 0}: {port?: number} = {}): Promise<Served> {
  const {dataDir, manifest} = await writeReleaseFixture();
  await writeIssues(dataDir, manifest);
  const registry = await openRegistry(storesOf(dataDir).registry);
  await writeDeliveries(registry);
  await recordFolder(registry, dataDir);
  const served = await serve(dataDir, registry, port);
  return {
    ...served,
    manifest,
    close: async () => {
      await served.close();
      await registry.destroy();
      await rm(dataDir, {recursive: true, force: true});
    }
  };
}

/** Serves whatever stands in `dataDir`; the release is looked at only when the test asks for it. */
export async function serve(dataDir: string, registry: Registry | null, port = 0, stranger: Subject = everybody) {
  const logged: string[] = [];
  const log = pino({level: "warn"}, {write: (line: string) => void logged.push(line)});
  const releases = await holdRelease(dataDir, {interval: 0, onError: (error) => logged.push(String(error))});
  const slices = openSliceShelf(dataDir);
  const now = () => new Date("2026-02-01T08:00:00Z");
  const deps: Deps = {
    dataDir,
    releases,
    shelf: openShelf(dataDir, {registry: async () => registry, now}),
    slices,
    registry: async () => registry,
    views: openViews(),
    assets: await openAssets(),
    identity: identityFor(dataDir, registry, stranger),
    budgets: unlimited,
    log,
    now
  };
  const {origin, close} = await listen(createApp(deps), port);
  return {
    origin,
    dataDir,
    deps,
    logged,
    close: async () => {
      await close();
      await releases.close();
      slices.close();
    }
  };
}

interface Listening {
  listen(port: number, host: string): Server;
}

export async function listen(app: Listening, port = 0) {
  const server = app.listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

const endless = {sender: 1e9, strangers: 1e9};
const unlimited: Budgets = {form: endless, notice: endless, file: endless, search: endless};

/** Somebody who may see all that a steward and a chief may, so that pages can be tested without signing in. */
const everybody: Subject = {
  id: "everybody",
  grants: roles
    .filter((role) => role !== "administrator" && role !== "citizen")
    .map((role) => ({role, scope: {kind: "nation"}})),
  secondFactor: true,
  purpose: "quality"
};

function identityFor(dataDir: string, registry: Registry | null, stranger: Subject): Identity {
  return {
    publicUrl: null,
    onLoopback: true,
    vault: openVault(dataDir),
    registry: () => (registry ? Promise.resolve(registry) : Promise.reject(new Error("no registry"))),
    isDemonstration: () => true,
    settings: parseSettings({}),
    providers: new Map(),
    match: null,
    stranger
  };
}

async function writeIssues(dataDir: string, release: ReleaseManifest): Promise<void> {
  const editions = [
    ["751", "Aarhus", "municipality", 1, null],
    ["751", "Aarhus", "councillor", 1, null],
    ["751-O1", "Område Nord", "area", 1, null],
    ["751014", "Bøgelundskolen", "leader", 1, null],
    ["751014", "Bøgelundskolen", "leader", 2, "2025-H2-751014-leader-da-1"]
  ] as const;
  for (const [unit, unitName, definition, number, replaces] of editions)
    await writeIssue(dataDir, release, {unit, unitName, definition, number, replaces});
}

type IssueSketch = {
  readonly unit: string;
  readonly unitName: string;
  readonly definition: string;
  readonly number: number;
  readonly replaces: string | null;
};

async function writeIssue(dataDir: string, release: ReleaseManifest, sketch: IssueSketch): Promise<void> {
  const issue = `2025-H2-${sketch.unit}-${sketch.definition}-da-${sketch.number}`;
  const folder = join(storesOf(dataDir).packages, issue);
  await mkdir(join(folder, "data"), {recursive: true});
  const contents: Readonly<Record<string, string>> = {
    "package.html": `<!doctype html><html lang="da"><head><title>${sketch.unitName}</title><style>p{color:#123}</style></head><body><main><h1>${sketch.unitName}</h1><p>Demonstrationsdata</p></main></body></html>`,
    "package.pdf": "%PDF-1.7\n%%EOF\n",
    "data/facts.csv": "enhed;tal\n751014;6,2\n",
    "datapackage.json": "{}\n"
  };
  const files: Record<string, string> = {};
  for (const [name, text] of Object.entries(contents)) {
    await writeFile(join(folder, name), text);
    files[name] = createHash("sha256").update(text).digest("hex");
  }
  const manifest: Manifest = {
    ...sketch,
    unit: sketch.unit as Manifest["unit"],
    issue,
    period: release.period,
    language: "da",
    state: "built",
    release: release.id,
    demonstration: true,
    checksum: "c".repeat(64),
    definitions: release.definitions.slice(0, 3),
    extracts: release.extracts.map(({id, standard, fileName}) => ({id, standard, fileName})),
    groups: [],
    pages: 9,
    files
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}

async function writeDeliveries(registry: Registry): Promise<void> {
  const report = (status: "accepted" | "rejected", findings: ValidationReport["findings"]): ValidationReport => ({
    delivery: null,
    fileName: "fravaer-751.csv",
    standard: "absence",
    mapping: null,
    status,
    rows: 1234,
    municipalities: ["751"],
    periods: ["2025-H1", "2025-H2"],
    dialect: {format: "csv", encoding: "utf-8", delimiter: ";", decimal: ","},
    findings,
    coverage: [
      {
        column: "absence_type",
        classification: "absence-types",
        met: [{local: "SYG", code: "illness", rows: 800}],
        unmet: [{local: "X9", rows: 2}]
      }
    ],
    question: null,
    checkedAt: "2026-01-12T08:00:00.000Z"
  });
  const warning = {
    rule: "no-school-days",
    severity: "warning",
    message: "En elev har 0 skoledage i halvåret.",
    count: 3,
    lines: [18, 44, 901]
  } as const;
  const error = {
    rule: "absent-more-than-school",
    severity: "error",
    message: "Fraværsdage overstiger elevens skoledage.",
    count: 2,
    lines: [7, 1200]
  } as const;
  const rows = [
    {id: fixtureDelivery, status: "accepted", report: report("accepted", [warning]), sequence: 1},
    {id: rejectedDelivery, status: "rejected", report: report("rejected", [warning, error]), sequence: 0}
  ] as const;
  for (const {id, status, report: found, sequence} of rows)
    await registry
      .insertInto("deliveries")
      .values({
        id,
        standard: "absence",
        file_name: `fravaer-751-${status}.csv`,
        sha256: id,
        mapping: null,
        status,
        rows: 1234,
        received_at: "2026-01-12T08:00:00.000Z",
        sequence,
        report: JSON.stringify(found)
      })
      .execute();
}

/** Without the client's own tidying of `..` and its cache headers. */
export function rawStatus(origin: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const {hostname, port} = new URL(origin);
    request({hostname, port, path, headers}, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
