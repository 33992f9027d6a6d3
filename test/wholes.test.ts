import {describe, expect, it} from "vitest";
import {wholesOf} from "../dashboards/charts/wholes.ts";
import {blank, drawn, lookOf} from "./chart-samples.ts";

describe("wholesOf(rows, x, ends, look)", () => {
  const place = (...values: readonly (number | null)[]) => {
    const rows = values.map((value, index) => ({...(value === null ? blank() : drawn(value)), name: `Hele ${index}`}));
    return wholesOf(rows, (value) => value * 10, [0, 300], lookOf(300, 100));
  };
  it("has the words of one above its line, inside the ends", () => {
    expect(place(15).placed[0]).toMatchObject({at: 150, x: 150, align: "center", line: 0});
    expect(place(0.1).placed[0]?.x).toBeGreaterThan(15);
  });
  it("turns the words of two away from each other", () =>
    expect(place(16, 15).placed).toMatchObject([
      {text: "Hele 1 15,0", align: "right", line: 0},
      {text: "Hele 0 16,0", align: "left", line: 0}
    ]));
  it("makes stairs at either end, so that no line meets other words", () => {
    expect(place(1, 2).placed.map(({align, line}) => [align, line])).toEqual([
      ["left", 1],
      ["left", 0]
    ]);
    expect(place(28, 29).placed.map(({align, line}) => [align, line])).toEqual([
      ["right", 0],
      ["right", 1]
    ]);
    expect(place(28, 29).lines).toBe(2);
  });
  it("draws nothing of a blank", () => expect(place(null)).toEqual({placed: [], lines: 0}));
});
