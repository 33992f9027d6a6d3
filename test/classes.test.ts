import {describe, expect, it} from "vitest";
import {classesOf} from "../dashboards/charts/classes.ts";
import {landNeighbours} from "../queries/reference/land-neighbours.ts";
import {municipalityFacts} from "../queries/reference/municipality-facts.ts";
import {municipalityTiles} from "../queries/reference/municipality-tiles.ts";

describe("classesOf(values, decimals)", () => {
  const many = Array.from({length: 98}, (_, index) => 4 + ((index * 37) % 98) * 0.04);
  it("has round boundaries and about as many values in each class", () => {
    const {boundaries, decimals, classOf} = classesOf(many, 1);
    expect(boundaries).toEqual([5, 5.5, 6.5, 7]);
    expect(decimals).toBe(1);
    const counts = [0, 1, 2, 3, 4].map((wanted) => many.filter((value) => classOf(value) === wanted).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(12);
  });
  it("has the lower boundary in the class and the upper in the next", () => {
    const {classOf} = classesOf(many, 1);
    expect([4.9, 5, 5.4, 5.5].map(classOf)).toEqual([0, 1, 1, 2]);
  });
  it("classes a value as it is written", () => expect(classesOf(many, 1).classOf(5.46)).toBe(2));
  it("has one class where all values are written alike", () => {
    expect(classesOf([5.01, 5.02, 4.99], 1).boundaries).toEqual([]);
    expect(classesOf([], 1).classOf(3)).toBe(0);
  });
  it("keeps boundaries that can be written with the decimals of the measure", () => {
    for (const decimals of [0, 1, 2])
      for (const cut of classesOf(many, decimals).boundaries) expect(Number(cut.toFixed(decimals))).toBeCloseTo(cut, 9);
  });
  it("does not let one odd value take the classes of the others", () =>
    expect(classesOf([...many, 400], 1).boundaries.every((cut) => cut < 10)).toBe(true));
});

describe("municipalityTiles", () => {
  const places = new Map(municipalityTiles.map((tile) => [tile.code, tile]));
  it("has every municipality once, on a tile and with a short name of its own", () => {
    expect(municipalityTiles.map(({code}) => code)).toEqual(municipalityFacts.map(({code}) => code).toSorted());
    expect(new Set(municipalityTiles.map(({column, row}) => `${column} ${row}`)).size).toBe(98);
    expect(new Set(municipalityTiles.map(({short}) => short)).size).toBe(98);
    expect(municipalityTiles.every(({short}) => short.length <= 3)).toBe(true);
  });
  it("has nine of ten land neighbours beside each other", () => {
    const near = landNeighbours.filter(([from, to]) => {
      const [a, b] = [places.get(from)!, places.get(to)!];
      return Math.max(Math.abs(a.column - b.column), Math.abs(a.row - b.row)) === 1;
    });
    expect(near.length / landNeighbours.length).toBeGreaterThanOrEqual(0.9);
  });
  it("has the north above and the east to the right", () => {
    const order = (of: (code: string) => number, by: (code: string) => number) => {
      const codes = [...places.keys()];
      const pairs = codes.flatMap((a) => codes.filter((b) => of(a) < of(b)).map((b) => by(a) <= by(b)));
      return pairs.filter(Boolean).length / pairs.length;
    };
    const facts = new Map(municipalityFacts.map((each) => [each.code, each]));
    const [row, column] = [(code: string) => places.get(code)!.row, (code: string) => places.get(code)!.column];
    expect(order((code) => -facts.get(code)!.latitude, row)).toBeGreaterThan(0.85);
    expect(order((code) => facts.get(code)!.longitude, column)).toBeGreaterThan(0.85);
    expect(column("400")).toBe(Math.max(...municipalityTiles.map((tile) => tile.column)));
  });
});
