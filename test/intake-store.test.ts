import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {utils, write} from "@e965/xlsx";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {check, type IntakeOutcome, intake} from "../jobs/intake.ts";
import {findingsOf} from "../jobs/replacement.ts";
import {reportLines} from "../jobs/report-text.ts";
import {verifyLake} from "../jobs/verify-lake.ts";
import {storesOf} from "../queries/config.ts";
import {Engine} from "../queries/engine.ts";
import {findDelivery, listDeliveries} from "../queries/registry/deliveries.ts";
import {openRegistry} from "../queries/registry/open.ts";
import {absenceCsv, lakeFiles, lakeRows, openDataDir, writeFile} from "./intake-fixture.ts";

let dataDir: string;
beforeAll(async () => {
  dataDir = await openDataDir();
});
afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

async function send(name: string, content: string | Uint8Array, said: object = {}) {
  const [outcome] = await intake({dataDir, files: [{path: writeFile(dataDir, name, content), ...said}]});
  return outcome!;
}

describe("intake(request)", () => {
  it("stores a delivery as one file, named by its content, with the parts that it is about", async () => {
    const {report} = await send("a.csv", absenceCsv([{pupil: "p1"}, {pupil: "p2"}, {pupil: "p1", period: "2025-H1"}]));
    expect(report).toMatchObject({status: "accepted", standard: "absence", rows: 3, periods: ["2025-H1", "2025-H2"]});
    const files = await lakeFiles(dataDir, "absence");
    expect(files.map(({municipality, period, rows, parts}) => [municipality, period, rows, parts])).toEqual([
      ["751", "2025-H1", 1, 2],
      ["751", "2025-H2", 2, 2]
    ]);
    for (const {path, sha256} of files) expect(path).toBe(`extracts/absence/${sha256.slice(0, 12)}.parquet`);
    expect(readdirSync(join(dataDir, "extracts/absence"))).toHaveLength(1);
  });

  it("knows the same file again and changes nothing", async () => {
    const before = await lakeFiles(dataDir, "absence");
    const again = await send(
      "renamed.csv",
      absenceCsv([{pupil: "p1"}, {pupil: "p2"}, {pupil: "p1", period: "2025-H1"}])
    );
    expect(again).toMatchObject({known: true, report: {status: "accepted", fileName: "a.csv"}});
    expect(await lakeFiles(dataDir, "absence")).toEqual(before);
  });

  it("lets a newer delivery replace the same period only, and keeps the older as history", async () => {
    const [first, replaced] = await lakeFiles(dataDir, "absence");
    const {report} = await send("b.csv", absenceCsv([{pupil: "p1", days: 4}]));
    expect(report.status).toBe("accepted");
    expect(report.findings.map(({severity, message}) => [severity, message])).toEqual([
      [
        "warning",
        expect.stringMatching(/^Erstatter 2 rækker i \S+\.csv, modtaget .*20\d\d, for kommune 751, 2\. halvår 2025\.$/)
      ],
      [
        "warning",
        "Leverancen har kun 1 række mod 2 i den, den erstatter for kommune 751, 2. halvår 2025. Er det hele kommunen?"
      ]
    ]);
    const files = await lakeFiles(dataDir, "absence");
    expect(files[0]).toEqual(first);
    expect(files[1]!.delivery).not.toBe(replaced!.delivery);
    expect(await lakeRows(dataDir, "absence", "period, pupil, days_absent")).toEqual([
      {period: "2025-H1", pupil: "p1", days_absent: 1.5},
      {period: "2025-H2", pupil: "p1", days_absent: 4}
    ]);
    expect(readdirSync(join(dataDir, "extracts/absence"))).toHaveLength(2);
    const registry = await openRegistry(storesOf(dataDir).registry);
    expect(await findDelivery(registry, replaced!.delivery)).toMatchObject({current: 1, parts: 2});
    await registry.destroy();
  });

  it("tells before a file is taken in what it would replace, and that a file is here already", async () => {
    const newer = writeFile(dataDir, "newer.csv", absenceCsv([{pupil: "p1", days: 3}]));
    const [wouldReplace, same] = await check({dataDir, files: [{path: newer}, {path: join(dataDir, "b.csv")}]});
    expect(wouldReplace).toMatchObject({known: false});
    expect(wouldReplace!.report.findings.map(({message}) => message)).toEqual([
      expect.stringMatching(/^Erstatter 1 række i b\.csv, modtaget .*20\d\d, for kommune 751, 2\. halvår 2025\.$/)
    ]);
    expect(same).toMatchObject({known: true, report: {findings: []}});
  });

  it("rejects a file that cannot be read with a sentence, and takes the next", async () => {
    const files = [
      {path: join(dataDir, "nowhere.csv")},
      {path: dataDir},
      {path: writeFile(dataDir, "next.csv", absenceCsv([{pupil: "p1", period: "2021-H2"}]))}
    ];
    for (const work of [check, intake]) {
      const outcomes = await work({dataDir, files});
      expect(outcomes.map(({report}) => [report.status, report.delivery === null])).toEqual([
        ["rejected", true],
        ["rejected", true],
        ["accepted", work === check]
      ]);
      expect(outcomes.flatMap(({report}) => report.findings.map(({message}) => message))).toEqual([
        "Filen nowhere.csv kan ikke modtages: den findes ikke.",
        expect.stringMatching(/kan ikke modtages: det er en mappe\.$/)
      ]);
    }
  });

  it("keeps a rejected delivery's report and rows for the sender, and leaves the lake as it was", async () => {
    const before = await lakeFiles(dataDir, "absence");
    const outcome = await send("c.csv", absenceCsv([{pupil: "p1"}, {pupil: "p2", unit: "=1+1"}]));
    expect(outcome.report.status).toBe("rejected");
    expect(await lakeFiles(dataDir, "absence")).toEqual(before);
    const quarantine = readFileSync(outcome.quarantine!, "utf8").split("\r\n");
    expect(quarantine[0]).toMatch(/^\uFEFFLinje;Årsag;municipality/);
    expect(quarantine[1]).toBe(
      "3;Enhed findes ikke i kommunens leverede enheder.;751;2025-H2;'=1+1;p2;3A;3;sick;1.5;98"
    );
    const registry = await openRegistry(storesOf(dataDir).registry);
    expect(await findDelivery(registry, outcome.report.delivery!)).toMatchObject({status: "rejected", current: 0});
    expect((await listDeliveries(registry, {status: "rejected"})).map(({fileName}) => fileName)).toEqual(["c.csv"]);
    await registry.destroy();
  });

  it("says of an unknown municipality only that it is unknown, and does not count it", async () => {
    const content = absenceCsv([{pupil: "p1"}, {pupil: "p2"}]).replace(/^751;(.*p2)/m, "999;$1");
    const {report} = await send("g.csv", content);
    expect(report.findings.map(({rule}) => rule)).toEqual(["code:municipality"]);
    expect(reportLines(report)[0]).toBe("g.csv: afvist, Elevfravær (absence), 2 rækker (kommune 751, 2. halvår 2025)");
  });

  it("accepts a rejected file once what it refers to has come", async () => {
    const file = absenceCsv([{pupil: "p9", unit: "751500", period: "2024-H2"}]);
    expect((await send("d.csv", file)).report.status).toBe("rejected");
    const units = readFileSync(join(import.meta.dirname, "input/intake/units.csv"), "utf8");
    await send("units.csv", `${units}751;2025-H2;751500;Nyskolen;Skole;751-O1;Kommunal;01-08-2015;\n`);
    expect((await send("d.csv", file)).report.status).toBe("accepted");
  });

  it("stores nothing while it has a question", async () => {
    const inbox = readdirSync(join(dataDir, "inbox")).length;
    const {report} = await send("e.csv", "Kommunekode;Periode;Enhed\n751;2025-H2;751014\n");
    expect(report).toMatchObject({status: "uncertain", delivery: null, question: {option: "--standard"}});
    expect(readdirSync(join(dataDir, "inbox"))).toHaveLength(inbox);
    expect(readdirSync(join(dataDir, "staging"))).toEqual([]);
  });

  it("never stores a column that the standard does not know", async () => {
    const [header, ...rows] = absenceCsv([{pupil: "p1", period: "2023-H1"}])
      .trim()
      .split("\n");
    await send("f.csv", [`${header};cpr`, ...rows.map((row) => `${row};0101011234`)].join("\n"));
    const stored = (await lakeRows(dataDir, "absence")).filter(({period}) => period === "2023-H1");
    expect(Object.keys(stored[0]!)).not.toContain("cpr");
    expect(JSON.stringify(stored)).not.toContain("0101011234");
  });

  it("obeys and skips the line sep=; that Excel writes first", async () => {
    const good = absenceCsv([{pupil: "p1", period: "2020-H1"}]);
    expect((await send("sep.csv", `\uFEFFsep=;\n${good}`.replaceAll("\n", "\r\n"))).report).toMatchObject({
      status: "accepted",
      rows: 1,
      findings: [],
      dialect: {delimiter: ";"}
    });
    const bad = absenceCsv([{pupil: "p1"}, {pupil: "p2", unit: "1"}]).replaceAll(";", ",");
    const {report} = await send("sep-comma.csv", `sep=,\n${bad}`);
    expect(report.findings.map(({lines}) => lines)).toEqual([[4]]);
  });

  it("reads Parquet, Arrow and XLSX as it reads CSV", async () => {
    const rows = [1, 2, 3].map((number) => ({
      municipality: "751",
      unit: "751014",
      pupil: `q${number}`,
      class: "3A",
      grade: 3,
      absence_type: "sick",
      days_absent: number + 0.5,
      school_days: 98
    }));
    const withPeriod = (period: string) => rows.map((row) => ({...row, period}));
    const columns = Object.keys(withPeriod("")[0]!) as (keyof (typeof rows)[0] | "period")[];
    const arrow = withPeriod("2022-H1");
    const table = tableFromArrays(Object.fromEntries(columns.map((name) => [name, arrow.map((row) => row[name])])));
    expect((await send("a.arrow", tableToIPC(table, "file"))).report.findings).toEqual([]);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.json_to_sheet(withPeriod("2022-H2")), "Ark1");
    expect(
      (await send("a.xlsx", write(book, {type: "buffer", bookType: "xlsx"}) as Uint8Array)).report.findings
    ).toEqual([]);
    const engine = await Engine.open();
    const json = writeFile(dataDir, "rows.json", JSON.stringify(withPeriod("2021-H1")));
    await engine.run(`COPY (FROM read_json('${json}')) TO '${dataDir}/a.parquet' (FORMAT parquet)`);
    engine.close();
    expect((await send("a.parquet", readFileSync(`${dataDir}/a.parquet`))).report.findings).toEqual([]);
    for (const period of ["2022-H1", "2022-H2", "2021-H1"]) {
      const stored = (await lakeRows(dataDir, "absence", "period, pupil, days_absent")).filter(
        (row) => row["period"] === period
      );
      expect(stored.map(({days_absent: days}) => days)).toEqual([1.5, 2.5, 3.5]);
    }
  });
});

describe("reportLines(report)", () => {
  it("counts one code as one", async () => {
    const path = writeFile(dataDir, "h.csv", absenceCsv([{pupil: "p1"}]).replace("sick", "Sygdom"));
    const [{report}] = (await check({dataDir, files: [{path}]})) as [IntakeOutcome];
    const coverage = [{column: "Art", classification: "x", met: [{local: "S", code: "sick", rows: 1}], unmet: []}];
    const lines = reportLines({...report, coverage});
    expect(lines.join("\n")).toContain("  Art: 1 kode omsat");
    expect(lines[0]).toBe("h.csv: godkendt, Elevfravær (absence), 1 række (kommune 751, 2. halvår 2025)");
  });
});

describe("findingsOf(replaced)", () => {
  const part = {fileName: "a.csv", municipality: "751", period: "2025-H2", receivedAt: "2026-02-03T10:00:00.000Z"};
  it("says nothing when nothing is replaced, and asks nothing when about as many rows come", () => {
    expect(findingsOf([])).toEqual([]);
    expect(findingsOf([{...part, before: 100, after: 70}]).map(({rule}) => rule)).toEqual(["replaces"]);
  });
  it("sums up many parts, and counts only those that shrank in the question", () => {
    const parts = [
      {...part, municipality: "101", before: 1000, after: 1000},
      {...part, before: 14_487, after: 8}
    ];
    expect(findingsOf(parts).map(({message}) => message)).toEqual([
      expect.stringMatching(
        /^Erstatter 15\.487 rækker i a\.csv, modtaget .*, i 2 dele, den første for kommune 101, 2\. halvår 2025\.$/
      ),
      "Leverancen har kun 8 rækker mod 14.487 i den, den erstatter for kommune 751, 2. halvår 2025. Er det hele kommunen?"
    ]);
  });
});

describe("verifyLake(dataDir)", () => {
  it("passes an untouched lake", async () => {
    const {checked, problems} = await verifyLake(dataDir);
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(8);
  });
  it("names a file with one flipped byte, a missing one and a stranger", async () => {
    const files = new Set((await lakeFiles(dataDir, "absence")).map(({path}) => join(dataDir, path)));
    const [flipped, missing] = files;
    const bytes = readFileSync(flipped!);
    bytes[40]! ^= 1;
    writeFileSync(flipped!, bytes);
    rmSync(missing!);
    const stranger = writeFile(dataDir, "extracts/absence/000000000000.parquet", "x");
    const {problems} = await verifyLake(dataDir);
    expect(problems).toEqual(
      expect.arrayContaining([
        {path: flipped, problem: "Kontrolsummen passer ikke"},
        {path: missing, problem: "Filen mangler"},
        {path: stranger, problem: "Filen hører ikke til nogen leverance"}
      ])
    );
    expect(problems).toHaveLength(3);
  });
});
