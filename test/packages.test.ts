import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {nameOf} from "../jobs/issue-name.ts";
import {type BuildSummary, buildPackages} from "../jobs/packages.ts";
import {verifyPackages} from "../jobs/verify-packages.ts";
import {readCatalogue} from "../queries/catalogue.ts";
import {storesOf} from "../queries/config.ts";
import {Engine, quoteText} from "../queries/engine.ts";
import {NotFound} from "../queries/errors.ts";
import type {Indicator, Manifest} from "../queries/model.ts";
import {dataPackages} from "../queries/packages/index.ts";
import {leader} from "../queries/packages/leader.ts";
import type {PeriodId} from "../queries/period.ts";
import {insertAgreements} from "../queries/registry/agreements.ts";
import {findIssue, listIssues} from "../queries/registry/issues.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {recordSteps} from "../queries/registry/signoffs.ts";
import type {IssueState} from "../queries/registry/signoffs-steps.ts";
import {writeReleaseFixture} from "./release-fixture.ts";

const period = "2025-H2" as PeriodId;
const browserPath = process.env.BROWSER_PATH ?? null;
let dataDir: string;
let indicators: readonly Indicator[];
let first: BuildSummary;
const build = (wish: object = {}) =>
  buildPackages({dataDir, period, municipality: "751", browserPath, now: () => new Date("2026-02-02"), ...wish});
const folderOf = (issue: string) => join(storesOf(dataDir).packages, issue);
const manifestOf = async (issue: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folderOf(issue), "manifest.json"), "utf8"));
const leaderIssue = "2025-H2-751014-leader-da-1";

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "aarshjul-packages-"));
  indicators = (await readCatalogue()).indicators;
  await writeReleaseFixture({dataDir, indicators});
  const registry = await openRegistry(storesOf(dataDir).registry);
  await insertAgreements(registry, [
    {
      unit: "751014",
      period: "2025-H1",
      indicator: "school-absence",
      text: "Vi ringer hjem på første fraværsdag.",
      target: 5,
      owner: "Skoleleder",
      due: "2025-12-01",
      status: "open",
      createdAt: "2025-05-01T08:00:00Z"
    }
  ]);
  await registry.destroy();
  first = await build();
}, 240_000);
afterAll(() => rm(dataDir, {recursive: true, force: true}));

describe("buildPackages(request)", () => {
  it("builds every edition that is due in the municipality", () => {
    expect(first.failed).toEqual([]);
    expect([...first.issues].sort()).toEqual(
      [
        "751-municipality",
        "751-councillor",
        "751-O1-area",
        "751-O2-area",
        ...["751014", "751022", "751033", "G75101", "G75102", "F75101"].map((unit) => `${unit}-leader`)
      ]
        .map((name) => `2025-H2-${name}-da-1`)
        .sort()
    );
  });
  it("holds PDF, HTML, data in three formats, a data package and a manifest", async () => {
    const files = await readdir(folderOf(leaderIssue), {recursive: true});
    const data = ["facts", "observations", "definitions"].flatMap((name) =>
      ["csv", "parquet", "arrow"].map((format) => `data/${name}.${format}`)
    );
    const rest = ["data", "datapackage.json", "manifest.json", "package.html", "package.pdf"];
    expect(files.sort()).toEqual([...rest, ...data].sort());
    const {files: checksums, definitions, replaces, number} = await manifestOf(leaderIssue);
    expect(Object.keys(checksums)).toHaveLength(12);
    expect(definitions.every(({sha256}) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect({replaces, number}).toEqual({replaces: null, number: 1});
  });
  it("keeps every edition within its pages", async () => {
    for (const issue of first.issues) {
      const {definition, pages} = await manifestOf(issue);
      const [fewest, most] = dataPackages.find(({id}) => id === definition)!.pages;
      expect(pages, issue).toBeGreaterThanOrEqual(fewest);
      expect(pages, issue).toBeLessThanOrEqual(most);
    }
  });
  it("keeps what is there, and builds what is damaged to the same bytes again", async () => {
    const before = await manifestOf(leaderIssue);
    const path = join(folderOf(leaderIssue), "package.pdf");
    const pdf = await readFile(path);
    pdf[pdf.length >> 1]! ^= 1;
    await writeFile(path, pdf);
    expect((await verifyPackages(dataDir)).problems).toEqual([{path, problem: "Kontrolsummen passer ikke"}]);
    const again = await build();
    expect({built: again.built, kept: again.kept}).toEqual({built: 1, kept: first.built - 1});
    expect(await manifestOf(leaderIssue)).toEqual(before);
    expect((await verifyPackages(dataDir)).problems).toEqual([]);
  }, 120_000);
  it("carries on from a folder that was never recorded and from what was half written", async () => {
    const stores = storesOf(dataDir);
    await rm(folderOf("2025-H2-F75101-leader-da-1"), {recursive: true});
    await mkdir(join(folderOf("2025-H2-F75101-leader-da-1"), "data"), {recursive: true});
    await mkdir(join(stores.staging, "packages-1", "2025-H2-F75101-leader-da-1"), {recursive: true});
    const again = await build({unit: "F75101"});
    expect({built: again.built, failed: again.failed}).toEqual({built: 1, failed: []});
    expect((await verifyPackages(dataDir)).problems).toEqual([]);
  }, 120_000);
  it("names what does not exist", async () => {
    await expect(build({municipality: "999"})).rejects.toThrow(NotFound);
    await expect(build({definition: "weekly"})).rejects.toThrow(NotFound);
    await expect(build({municipality: undefined, unit: "751999"})).rejects.toThrow(NotFound);
  }, 60_000);
  it("records every issue with its checksums", async () => {
    const registry = await openRegistry(storesOf(dataDir).registry);
    const issues = await listIssues(registry, {municipality: "751"});
    await registry.destroy();
    expect(issues.map(({issue}) => issue).sort()).toEqual([...first.issues].sort());
    expect(issues.every(({builtAt, pages}) => builtAt === "2026-02-02T00:00:00.000Z" && pages > 0)).toBe(true);
  });
});

describe("the values of a package", () => {
  it("are equal in CSV, Parquet, Arrow and the PDF's text", async () => {
    const folder = folderOf(leaderIssue);
    const engine = await Engine.open({threads: 1});
    const columns = "unit, indicator, period, category, value, blank, shown";
    const parquet = await engine.rows<Record<string, unknown>>(
      `SELECT ${columns} FROM read_parquet(${quoteText(join(folder, "data/facts.parquet"))})`
    );
    engine.close();
    const arrow = tableFromIPC(await readFile(join(folder, "data/facts.arrow")))
      .select(columns.split(", "))
      .toArray()
      .map((row) => row.toJSON());
    expect(arrow).toEqual(parquet);
    const csv = (await readFile(join(folder, "data/facts.csv"), "utf8")).trim().split("\r\n");
    expect(csv).toHaveLength(parquet.length + 1);
    const text = await textOf(join(folder, "package.pdf"));
    const own = parquet.filter(({unit, category}) => unit === "751014" && category === "");
    expect(own.length).toBeGreaterThan(50);
    const numbers = own.filter(({value}) => value !== null).map(({shown}) => String(shown).split("\u00a0")[0]!);
    expect(numbers.filter((number) => !text.includes(number))).toEqual([]);
  });
  it("have the checksum that stands on the front page", async () => {
    const {checksum, files} = await manifestOf(leaderIssue);
    expect(checksum).toBe(files["data/facts.csv"]);
    expect((await textOf(join(folderOf(leaderIssue), "package.pdf"))).replaceAll(" ", "")).toContain(checksum);
  });
  it("never show a hidden figure: the word stands in its place", async () => {
    const rows = (await readFile(join(folderOf("2025-H2-751-O1-area-da-1"), "data/facts.csv"), "utf8")).split("\r\n");
    for (const row of rows.filter((each) => each.includes(";hidden;"))) expect(row).toContain(";skjult;");
  });
});

describe("nameOf(given, plan, known, wanted)", () => {
  const plan = {dataPackage: leader, unit: {id: "751014"}, language: "da"} as Parameters<typeof nameOf>[1];
  const common = {unit: "751014", definition: "leader", language: "da", release: "r1", replaces: null} as const;
  const one = {...common, issue: leaderIssue, number: 1, content: "a", state: "built" as IssueState};
  const two = {...one, issue: "2025-H2-751014-leader-da-2", number: 2, content: "b", replaces: leaderIssue};
  const named = (known: readonly (typeof one | typeof two)[], content: string) =>
    nameOf({period}, plan, known, {release: "r2", content});

  it("gives what says something else the next number, which replaces the newest", () => {
    expect(named([one], "b")).toEqual({
      name: {issue: "2025-H2-751014-leader-da-2", number: 2, replaces: leaderIssue},
      same: null,
      corrects: null
    });
  });
  it("gives what says the same the same issue, whatever release it is drawn from", () => {
    expect(named([one], "a")).toMatchObject({name: {issue: leaderIssue}, same: one});
    expect(named([{...one, state: "withdrawn"}], "a")).toMatchObject({name: {number: 2}, same: null});
  });
  it("knows the newest that is out as the one that is corrected, past what nobody has got", () => {
    const out = {...one, state: "released" as const};
    expect(named([out, two], "c")).toEqual({
      name: {issue: "2025-H2-751014-leader-da-3", number: 3, replaces: leaderIssue},
      same: null,
      corrects: out
    });
    expect(named([out, two], "b")).toMatchObject({name: {number: 2}, corrects: out});
  });
});

describe("a correction", () => {
  it("builds a correction that says what it replaces", async () => {
    await writeReleaseFixture({dataDir, indicators, halfYears: 12});
    await signOff("2025-H2-G75102-leader-da-1");
    const {issues} = await build({unit: "G75102", correction: "Fraværet i 3. klasse var talt dobbelt."});
    const manifest = await manifestOf(issues[0]!);
    expect({issue: manifest.issue, replaces: manifest.replaces}).toEqual({
      issue: "2025-H2-G75102-leader-da-2",
      replaces: "2025-H2-G75102-leader-da-1"
    });
    const text = await textOf(join(folderOf(manifest.issue), "package.pdf"));
    expect(text).toContain("Erstatter 2025-H2-G75102-leader-da-1");
    expect(text).toContain("Fraværet i 3. klasse var talt dobbelt.");
    const changes = (await readFile(join(folderOf(manifest.issue), "data/changes.csv"), "utf8")).trim().split("\r\n");
    expect(changes.length).toBeGreaterThan(2);
    expect(changes.slice(1).every((line) => /;(shown|blank|absent|withheld);/.test(line))).toBe(true);
  }, 120_000);
  it("is the same issue after a refresh that changes nothing it says", async () => {
    const release = await activeRelease();
    await writeReleaseFixture({dataDir, indicators, halfYears: 12, receivedAt: "2026-01-20T08:00:00.000Z"});
    expect(await activeRelease()).not.toBe(release);
    const again = await build({unit: "G75102", correction: "Fraværet i 3. klasse var talt dobbelt."});
    expect(again).toMatchObject({built: 0, kept: 1, issues: ["2025-H2-G75102-leader-da-2"]});
  }, 120_000);
  it("is printed again with another reason, as the same issue", async () => {
    const again = await build({unit: "G75102", correction: "Tallet var fra den forkerte uge."});
    expect(again).toMatchObject({built: 1, kept: 0, issues: ["2025-H2-G75102-leader-da-2"]});
  }, 120_000);
});

async function signOff(issue: string): Promise<void> {
  const registry = await openRegistry(storesOf(dataDir).registry);
  const row = (await findIssue(registry, issue))!;
  const taken = {by: "Skolechef", at: new Date("2026-02-02"), comment: "", releaseAt: new Date("2026-02-02")};
  await recordSteps(registry, [row], {...taken, step: "preview"});
  await recordSteps(registry, [row], {...taken, step: "sign"});
  await registry.destroy();
}

async function activeRelease(): Promise<string> {
  return (await readFile(storesOf(dataDir).activeRelease, "utf8")).trim();
}

describe("package definitions", () => {
  it("name only indicators that exist, each once for a kind of unit", () => {
    const known = new Set(indicators.map(({id}) => id));
    for (const {id, choices} of dataPackages) {
      const ids = [...new Set(choices.map(({indicator}) => indicator))];
      expect(
        ids.filter((each) => !known.has(each)),
        id
      ).toEqual([]);
      const places = choices.flatMap(({indicator, kinds = ["any"]}) => kinds.map((kind) => `${indicator} ${kind}`));
      expect(new Set(places).size, id).toBe(places.length);
    }
  });
  it("give every indicator of the catalogue a place", () => {
    const chosen = new Set(dataPackages.flatMap(({choices}) => choices.map(({indicator}) => indicator)));
    expect([...new Set(indicators.map(({id}) => id))].filter((id) => !chosen.has(id))).toEqual([]);
  });
  it("look back over at least five periods", () => {
    for (const {periods} of dataPackages) expect(Math.min(...Object.values(periods))).toBeGreaterThanOrEqual(5);
  });
});

async function textOf(path: string): Promise<string> {
  const document = await getDocument({data: new Uint8Array(await readFile(path)), verbosity: 0}).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const {items} = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await document.destroy();
  return pages.join("\n").replaceAll(/\s+/g, " ");
}
