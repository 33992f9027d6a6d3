import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {shownUnmet} from "../jobs/coverage.ts";
import {intake} from "../jobs/intake.ts";
import {type Mapping, parseMapping} from "../jobs/mapping.ts";
import {lakeRows, writeFile} from "./intake-fixture.ts";

let dataDir: string;
let files = 0;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "aarshjul-mapping-"));
});
afterAll(() => rmSync(dataDir, {recursive: true, force: true}));

const constants = {
  indicator: {constant: "population"},
  measure: {constant: "personer"},
  source: {constant: "prøve"}
};
const base = {id: "own", title: "Egen fil", source: "prøve", standard: "published-statistics"};

async function load(content: string | Uint8Array, mapping: Partial<Mapping>) {
  const path = writeFile(dataDir, `file-${++files}.csv`, content);
  const mappingPath = writeFile(dataDir, "own.json", JSON.stringify({...base, ...mapping}));
  const [outcome] = await intake({dataDir, files: [{path, mapping: mappingPath}]});
  const rows = await lakeRows(dataDir, "published-statistics", "municipality, period, category, value");
  return {report: outcome!.report, rows};
}

describe("intake(request) with a mapping", () => {
  it("turns years from wide to long: byte order mark, CRLF, thousands points, a mistyped header, a total row", async () => {
    const content =
      "\uFEFFKOMNAVN;Kom.nr;pop_2007;2pop_008\r\nKøbenhavn;0101;503.699;509.861\r\nFanø;563;3.207;72\r\nI alt;;506.906;509.933";
    const {report, rows} = await load(content, {
      input: {decimal: ","},
      drop: [{column: "KOMNAVN", equals: ["i alt"]}],
      unpivot: {columns: "^2?pop_", name: "kolonne", value: "folketal", headers: {"2pop_008": "pop_2008"}},
      columns: {
        ...constants,
        municipality: {from: "Kom.nr"},
        period: {from: "kolonne", pattern: "^pop_(\\d{4})$", to: "$1"},
        value: {from: "folketal"}
      }
    });
    expect(report).toMatchObject({status: "accepted", mapping: "own", rows: 4, findings: []});
    expect(rows.map(({municipality, period, value}) => [municipality, period, value])).toEqual([
      ["101", "2007", 503_699],
      ["101", "2008", 509_861],
      ["563", "2007", 3_207],
      ["563", "2008", 72]
    ]);
  });

  it("reads hard spaces between thousands, and English and old names", async () => {
    const {report, rows} = await load(
      "kommune,år,antal\nCopenhagen,2009,644\u00A0431\nÅrhus,2009,355 238\nChristiansø,2009,90\n",
      {
        drop: [{column: "kommune", equals: ["Christiansø"]}],
        columns: {...constants, municipality: {from: "kommune"}, period: {from: "år"}, value: {from: "antal"}}
      }
    );
    expect(report.findings).toEqual([]);
    expect(rows.filter(({period}) => period === "2009").map(({municipality, value}) => [municipality, value])).toEqual([
      ["101", 644_431],
      ["751", 355_238]
    ]);
    expect(report.coverage).toMatchObject([
      {
        column: "Områdekode",
        met: [
          {local: "Copenhagen", code: "101", rows: 1},
          {local: "Århus", code: "751", rows: 1}
        ],
        unmet: []
      }
    ]);
  });

  it("asks whether 5.708 is thousands when nothing tells, and believes the mapping when it does", async () => {
    const content = "kode;værdi\n101;5.708\n563;72\n";
    const columns = {...constants, municipality: {from: "kode"}, period: {constant: "2010"}, value: {from: "værdi"}};
    expect((await load(content, {columns})).report).toMatchObject({
      status: "uncertain",
      question: {option: "--decimal"}
    });
    const {rows} = await load(content, {input: {decimal: ","}, columns});
    expect(rows.filter(({period}) => period === "2010").map(({value}) => value)).toEqual([5708, 72]);
  });

  it("adds rows up, puts ages in groups and scales", async () => {
    const content = "koen,alder,antal,kommune\nMen,0,1,Fanø\nWomen,5,2,Fanø\nMen,6,4,Fanø\nMen,90,8,Fanø\n";
    const ranges = [
      {from: 0, to: 5, code: "0-5"},
      {from: 6, to: 66, code: "6-66"},
      {from: 67, to: null, code: "67+"}
    ];
    const {rows} = await load(content, {
      columns: {
        ...constants,
        municipality: {from: "kommune"},
        period: {constant: "2011"},
        category: {from: "alder", ranges},
        value: {from: "antal", scale: 1000}
      },
      sum: ["value"]
    });
    expect(rows.filter(({period}) => period === "2011").map(({category, value}) => [category, value])).toEqual([
      ["0-5", 3000],
      ["6-66", 4000],
      ["67+", 8000]
    ]);
  });

  it("says which local codes met no standard code", async () => {
    const {report} = await load("kommune;antal\nFanø;1\nVesterby;2\n", {
      columns: {...constants, municipality: {from: "kommune"}, period: {constant: "2012"}, value: {from: "antal"}}
    });
    expect(report).toMatchObject({
      status: "rejected",
      findings: [{rule: "code:municipality", count: 1, lines: [3]}],
      coverage: [{met: [{local: "Fanø", code: "563"}], unmet: [{local: "(ikke vist)", rows: 1}]}]
    });
  });

  it("makes another delivery of the same file when the mapping changes", async () => {
    const content = "kode;antal\n101;1\n";
    const columns = {...constants, municipality: {from: "kode"}, period: {constant: "2013"}, value: {from: "antal"}};
    const first = await load(content, {columns});
    const second = await load(content, {columns: {...columns, source: {constant: "anden"}}});
    expect(second.report.delivery).not.toBe(first.report.delivery);
  });

  it("names what does not fit", async () => {
    const columns = {...constants, municipality: {from: "kommune"}, period: {constant: "2012"}, value: {from: "antal"}};
    const {report} = await load("kode;antal\n101;1\n", {columns});
    expect(report.findings[0]).toMatchObject({
      rule: "mapping",
      message: expect.stringContaining("ingen kolonne kommune") as string
    });
  });
});

describe("parseMapping(text, name)", () => {
  it("refuses what it does not know, by name", () => {
    expect(() => parseMapping(JSON.stringify({...base, columns: {}, colums: {}}), "a.json")).toThrow();
    expect(() => parseMapping("{", "a.json")).toThrow();
    expect(() =>
      parseMapping(JSON.stringify({...base, columns: {value: {from: "a", constant: "b"}}}), "a.json")
    ).toThrow();
  });
});

describe("shownUnmet(column, unmet)", () => {
  const unmet = [
    {local: "Vuggestue", rows: 5},
    {local: "X9", rows: 2},
    {local: "Bo", rows: 1},
    {local: "Kirsten Holm", rows: 1},
    {local: "010190-1234", rows: 9},
    {local: "Åse Lind", rows: 4}
  ];
  it("shows what looks like a code or is common, and counts the rest", () =>
    expect(shownUnmet({personal: "none"}, unmet)).toEqual([
      {local: "Vuggestue", rows: 5},
      {local: "X9", rows: 2},
      {local: "Bo", rows: 1},
      {local: "(3 værdier, ikke vist)", rows: 14}
    ]));
  it("never shows a value of a column about persons", () => {
    for (const personal of ["pseudonym", "ordinary", "confidential", "special"] as const)
      expect(shownUnmet({personal}, unmet)).toEqual([{local: "(6 værdier, ikke vist)", rows: 22}]);
  });
  it("adds nothing where nothing is unmet", () => expect(shownUnmet({personal: "special"}, [])).toEqual([]));
});
