import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {municipalityMap} from "../dashboards/charts/municipality-map.ts";
import type {TileRow} from "../dashboards/charts/tiles.ts";
import {outlineOf} from "../dashboards/municipality-map.ts";
import {municipalities} from "../queries/classifications/municipalities.ts";
import {mapFile, readMap} from "../server/municipality-map.ts";
import {absence} from "./indicator-fixture.ts";

const codes = municipalities.codes.map(({code}) => code);
const squareAt = (x: number, y: number) => [
  [x, y],
  [x + 0.1, y],
  [x + 0.1, y + 0.1],
  [x, y + 0.1],
  [x, y]
];
const featureOf = (code: string | number, index: number, name = "kommunekode") => ({
  type: "Feature",
  properties: {[name]: code, navn: "<script>alert(1)</script>"},
  geometry: {type: "Polygon", coordinates: [squareAt(8 + (index % 14) * 0.3, 55 + Math.floor(index / 14) * 0.3)]}
});
const collectionOf = (features: readonly unknown[]) => ({type: "FeatureCollection", features});

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "aarshjul-map-"));
  mkdirSync(join(dataDir, "reference"));
});
afterEach(() => rmSync(dataDir, {recursive: true, force: true}));
const write = (content: unknown) =>
  writeFileSync(join(dataDir, mapFile), typeof content === "string" ? content : JSON.stringify(content));

describe("readMap(dataDir)", () => {
  it("is null where the operator has put no file", () => expect(readMap(dataDir)).toBeNull());

  it("knows a municipality by any common property and form of its code, and leaves out what is none", () => {
    const features = codes.map((code, index) =>
      index % 3 === 0 ? featureOf(`0${code}`, index) : featureOf(Number(code), index, index % 2 ? "lau_1" : "code")
    );
    write(collectionOf([...features, featureOf("0411", 99)]));
    const map = readMap(dataDir);
    expect(map?.problem).toBeNull();
    expect(map?.outline?.shapes.map(({code}) => code)).toEqual(codes);
    expect(map?.address).toMatch(/^\/kort\/[0-9a-f]{12}\.json$/);
  });

  it("lets nothing but whole numbers and codes through", () => {
    write(collectionOf(codes.map(featureOf.bind(null) as never)));
    const {outline} = readMap(dataDir)!;
    expect(JSON.stringify(outline)).toMatch(/^[\d,:[\]{}"a-z-]*$/);
    expect(JSON.stringify(outline)).not.toContain("script");
  });

  it.each([
    ["no JSON", "{", "ikke GeoJSON"],
    ["another format", {type: "Topology"}, "ikke GeoJSON"],
    [
      "text among the numbers",
      collectionOf([{...featureOf("101", 0), geometry: {type: "Polygon", coordinates: [[["1", 2]]]}}]),
      "ikke GeoJSON"
    ],
    [
      "points",
      collectionOf([{...featureOf("101", 0), geometry: {type: "Point", coordinates: [1, 2]}}]),
      "ikke GeoJSON"
    ],
    ["few municipalities", collectionOf([featureOf("101", 0)]), "der er flader for 1 af 98 kommuner"]
  ])("says in Danish what is wrong with %s", (_, content, words) => {
    write(content);
    expect(readMap(dataDir)).toMatchObject({address: null, outline: null, problem: expect.stringContaining(words)});
  });

  it("reads the file again when it has changed", () => {
    write("{");
    expect(readMap(dataDir)?.problem).not.toBeNull();
    write(collectionOf(codes.map((code, index) => featureOf(code, index))));
    utimesSync(join(dataDir, mapFile), new Date(), new Date(Date.now() + 5000));
    expect(readMap(dataDir)?.problem).toBeNull();
  });
});

describe("outlineOf(features)", () => {
  const ring = squareAt(10, 56) as [number, number][];
  it("lays degrees flat: a degree across is shorter than a degree up", () => {
    const {width, height} = outlineOf([{code: "101", rings: [ring]}]);
    expect(height / width).toBeCloseTo(1 / Math.cos((56.05 * Math.PI) / 180), 1);
  });
  it("takes metres as they are, thins straight lines and keeps the largest ring however small", () => {
    const metres = [0, 1, 2, 3, 4, 5].map((step) => [600_000 + step * 1000, 6_200_000] as [number, number]);
    const big = [...metres, [605_000, 6_205_000], [600_000, 6_205_000], [600_000, 6_200_000]] as [number, number][];
    const speck = [
      [602_000, 6_202_000],
      [602_001, 6_202_000],
      [602_001, 6_202_001],
      [602_000, 6_202_000]
    ] as [number, number][];
    const {width, height, shapes} = outlineOf([
      {code: "101", rings: [big, speck]},
      {code: "147", rings: [speck]}
    ]);
    expect([width, height]).toEqual([1000, 1000]);
    expect(shapes.map(({rings}) => rings.length)).toEqual([1, 1]);
    expect(shapes[0]!.rings[0]!.length / 2).toBeLessThan(big.length);
  });
});

describe("municipalityMap(outline)", () => {
  const outline = outlineOf(
    ["101", "147", "751"].map((code, index) => ({code, rings: [squareAt(8 + index * 0.2, 55) as [number, number][]]}))
  );
  const rows: readonly TileRow[] = [
    {id: "101", name: "København", role: "own", value: 6, low: 5, high: 7, blank: null},
    {id: "147", name: "Frederiksberg", role: "group", value: null, low: null, high: null, blank: "hidden"},
    {id: "751", name: "Aarhus", role: "other", value: 8, low: 7, high: 9, blank: null}
  ];
  const look = {language: "da", indicator: absence, width: 340, height: 300} as const;
  it("gives what is hidden no colour, and a point that says so", () => {
    const chart = municipalityMap(outline);
    const areas = (some: readonly TileRow[]) => {
      const {elements} = chart.option(some, look).graphic as {
        elements: readonly {type: string; style: {fill?: string}}[];
      };
      return elements.filter(({type, style}) => type === "polygon" && style.fill !== "#ffffff").length;
    };
    const shown = rows.map((row) => ({...row, value: 7, low: 6, high: 8, blank: null}));
    expect(areas(rows) - areas(rows.slice(0, 0))).toBeGreaterThan(0);
    expect(areas(shown.slice(1, 2)) - areas(rows.slice(1, 2))).toBe(1);
    expect(chart.points(rows, look).find(({key}) => key === "147")).toMatchObject({
      label: "Frederiksberg",
      value: "skjult"
    });
  });
});
