import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";

const root = join(import.meta.dirname, "..");

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
const lock: {lockfileVersion: number; packages: Record<string, Locked>} = readJson("package-lock.json");
const locked = Object.entries(lock.packages).filter(([path]) => path !== "");

/** All may be combined with code under MPL-2.0, and none asks that programs beside it be given away. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "Unlicense",
  "Zlib"
]);
/** Fonts, which are carried unchanged beside the code. */
const fonts: Readonly<Record<string, string>> = {
  "@expo-google-fonts/ibm-plex-sans": "MIT AND OFL-1.1",
  "@fontsource/ibm-plex-sans": "OFL-1.1",
  dkfds: "(MIT AND OFL-1.1 AND Apache-2.0)"
};

describe("package-lock.json", () => {
  it("has only licences that may be combined with ours, and fonts by name", () => {
    const strange = locked
      .map(([path, {license = ""}]) => [path.replace(/^.*node_modules\//, ""), license] as const)
      .filter(([name, license]) => fonts[name] !== license && !isAllowed(license));
    expect(strange).toEqual([]);
  });
  it("says of what is installed the licence that it says itself", () => {
    const differing = locked.filter(([path, {license}]) => {
      const file = join(root, path, "package.json");
      const told = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).license : license;
      return typeof told === "string" && told !== license;
    });
    expect(differing.map(([path]) => path)).toEqual([]);
  });
  it("holds every package to its checksum, and takes none from elsewhere than a registry", () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(locked.filter(([, {integrity}]) => !integrity?.startsWith("sha512-"))).toEqual([]);
    expect(locked.filter(([, {resolved}]) => resolved && !/^https:\/\/registry\.npmjs\.org\//.test(resolved))).toEqual(
      []
    );
  });
  it("lets no package run anything when it is installed", () =>
    expect(locked.filter(([, {hasInstallScript}]) => hasInstallScript).map(([path]) => path)).toEqual([]));
  it("has every direct dependency at one exact version", () => {
    const {dependencies, devDependencies, optionalDependencies} = readJson("package.json");
    for (const version of Object.values({...dependencies, ...devDependencies, ...optionalDependencies}))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/);
  });
  it("is an inventory that npm writes as a CycloneDX bill of materials (npm run sbom)", () => {
    const {scripts} = readJson("package.json");
    const [npm, ...args] = scripts.sbom.split(" ") as [string, ...string[]];
    const bill = JSON.parse(execFileSync(npm, args, {cwd: root, encoding: "utf8", maxBuffer: 100_000_000}));
    expect([bill.bomFormat, bill.components.length > 100]).toEqual(["CycloneDX", true]);
    expect(bill.components.every(({hashes}: {hashes?: readonly object[]}) => (hashes ?? []).length > 0)).toBe(true);
    const names = new Set(bill.components.map(({name}: {name: string}) => name));
    for (const name of Object.keys(readJson("package.json").dependencies)) expect(names).toContain(name);
  });
});

function isAllowed(license: string): boolean {
  const plain = license.replaceAll(/[()]/g, "");
  if (plain.includes(" OR ")) return plain.split(" OR ").some((each) => allowed.has(each));
  return plain.split(" AND ").every((each) => allowed.has(each));
}

const folders = ["dashboards", "jobs", "queries", "server", "templates"];
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).map((name) => `${folder}/${name}`)
);
const texts = new Map(
  sources.filter((name) => /\.(ts|hbs)$/.test(name)).map((name) => [name, readFileSync(join(root, name), "utf8")])
);
const filesWith = (pattern: RegExp, ending = ".ts") =>
  [...texts].filter(([name, text]) => name.endsWith(ending) && pattern.test(text)).map(([name]) => name);

describe("our own code", () => {
  it("runs no text as code, and no command by a shell", () => {
    expect(filesWith(/\beval\(|new Function\(|vm\.run|node:vm|shell: true|execFile|execSync/)).toEqual([]);
    const spawning = filesWith(/from "node:child_process"/);
    for (const name of spawning)
      expect([name, texts.get(name)!.match(/spawn\((?!\s*process\.execPath)\S+/g)]).toEqual([name, null]);
  });
  it("lets markup through in few places, each with drawings or styles of ours", () => {
    const raw = [...texts].flatMap(([name, text]) =>
      name.endsWith(".hbs")
        ? [...text.matchAll(/\{\{\{\s*(\w+)|\{\{&\s*(\w+)/g)].map(([, one, two]) => `${name} ${one ?? two}`)
        : []
    );
    expect(raw.sort()).toEqual([
      "templates/reports/layout.hbs css",
      "templates/reports/layout.hbs screenCss",
      "templates/reports/partials/chart.hbs svg"
    ]);
    expect(filesWith(/SafeString\(/).sort()).toEqual(["dashboards/browser/render.ts", "server/views.ts"]);
    expect(filesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/).sort()).toEqual([
      "dashboards/browser/live.ts",
      "dashboards/browser/zoom.ts"
    ]);
  });
  it("keeps nothing in the browser and speaks to no other window", () => {
    expect(filesWith(/localStorage|sessionStorage|indexedDB|document\.cookie|postMessage|importScripts|JSONP/)).toEqual(
      []
    );
    expect(
      filesWith(/https?:\/\/(?!www\.w3\.org|127\.0\.0\.1|localhost)/).filter((name) =>
        name.startsWith("dashboards/browser/")
      )
    ).toEqual([]);
  });
  it("draws chance from the system's generator", () => expect(filesWith(/Math\.random/)).toEqual([]));
  it("hashes with SHA-256 and encrypts with AES-256-GCM, and with nothing else", () => {
    const used = (pattern: RegExp) =>
      new Set([...texts.values()].flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)));
    expect(used(/create(?:Hash|Hmac)\(\s*"([\w-]+)"/g)).toEqual(new Set(["sha256"]));
    expect(used(/create(?:Cipher|Decipher)iv\(\s*"([\w-]+)"/g)).toEqual(new Set(["aes-256-gcm"]));
  });
  it("writes no SQL of what it was given but through one door", () => {
    expect(filesWith(/sql\.(?:raw|lit)\b/)).toEqual([]);
    expect(
      filesWith(/(?:database|registry|db)\.(?:exec|prepare)\(`[^`]*\$\{/).filter(
        (name) => !name.startsWith("jobs/bench/")
      )
    ).toEqual([]);
  });
  it("calls out from few places, and follows no other address", () => {
    expect(filesWith(/\bfetch\(/).filter((name) => !/^jobs\/(?:bench|scrape)|browser/.test(name))).toEqual([
      "jobs/webhook.ts"
    ]);
    expect(texts.get("jobs/webhook.ts")).toContain('redirect: "error"');
    expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT/)).toEqual([]);
  });
  it("reads settings from the environment at its edges, and no secret", () => {
    const reading = filesWith(/process\.env\b/).filter((name) => !name.startsWith("jobs/bench/"));
    expect(reading.length).toBeLessThan(8);
    expect(filesWith(/process\.env\.\w*(?:KEY|SECRET|TOKEN|PASS)/)).toEqual([]);
  });
});
