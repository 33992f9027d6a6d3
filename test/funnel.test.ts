import {describe, expect, it} from "vitest";
import {charts} from "../dashboards/charts/index.ts";
import {funnelRows, lookOf, share} from "./chart-samples.ts";

describe("funnel.points(rows, look)", () => {
  it("has what lies outside the limits in a group of its own and says so", () => {
    const points = charts.funnel.points(funnelRows(), lookOf(400, 220));
    const outside = points.filter(({group}) => group === "outside");
    expect(outside.map(({label}) => label)).toEqual(["Skole 11"]);
    expect(outside[0]?.note).toMatch(/^usikkerhed .*; 287 personer; uden for grænserne$/);
    expect(points.filter(({note}) => note.includes("grænserne"))).toHaveLength(1);
  });
});

describe("funnel of the smaller units", () => {
  it("leaves out what is larger and keeps the common mean and the limits", () => {
    const option = (largest?: number) =>
      charts.funnel.option(funnelRows(), {
        ...lookOf(400, 220),
        ...(largest !== undefined && {largest})
      }) as never as Drawing;
    expect(option(300).xAxis.max).toBe(300);
    const points = charts.funnel.points(funnelRows(), {...lookOf(400, 220), largest: 300});
    expect(points.length).toBe(funnelRows().filter(({size}) => size! <= 300).length);
    expect(points.filter(({group}) => group === "outside").map(({label}) => label)).toEqual(["Skole 11"]);
  });
});

describe("funnel limits", () => {
  const rows = (sizes: readonly number[], share: number) =>
    sizes.map((size, index) => ({
      role: "other" as const,
      name: `Skole ${index}`,
      size,
      value: share * 100,
      low: null,
      high: null
    }));
  const isOutside = (size: number, value: number) => {
    const [one] = rows([size], value / 100);
    const crowd = rows(
      Array.from({length: 400}, () => 5_000),
      0.2
    );
    const points = charts.funnel.points(
      [{...one!, name: "den ene"}, ...crowd],
      lookOf(400, 220, {...share, interval: "wilson"})
    );
    return points.find(({label}) => label === "den ene")!.note.includes("uden for");
  };
  it("are p ± 3.09 · √(p(1 − p)/n) for a share: 20 % of 100 persons give 7.64 … 32.36", () => {
    expect([7.5, 7.8, 32.2, 32.5].map((value) => isOutside(100, value))).toEqual([true, false, false, true]);
  });
  it("are drawn at p ± 1.96 · √(p(1 − p)/n) too: 20 % of 1,600 persons give 18.04 … 21.96", () => {
    const some = [...rows([1_600, 2_500], 0.2), ...rows([400], 0.14), ...rows([400], 0.26)];
    const look = lookOf(400, 220, {...share, interval: "wilson"});
    const {graphic, grid, xAxis, yAxis} = charts.funnel.option(some, look) as never as Drawing;
    const inner = graphic.elements.filter((mark) => mark.style?.lineDash?.join() === "4,3");
    const ends = inner.map(({shape}) => shape.points.at(-1)!);
    const value = (y: number) => yAxis.max - ((y - grid.top) / grid.height) * (yAxis.max - yAxis.min);
    const reach = (1.96 * 40) / Math.sqrt(xAxis.max);
    expect(ends.map(([, y]) => value(y)).toSorted()).toEqual([
      expect.closeTo(20 - reach, 6),
      expect.closeTo(20 + reach, 6)
    ]);
  });
});

interface Drawing {
  readonly graphic: {
    readonly elements: readonly {
      readonly style?: {readonly lineDash?: readonly number[]};
      readonly shape: {readonly points: readonly (readonly [number, number])[]};
    }[];
  };
  readonly grid: {readonly top: number; readonly height: number};
  readonly xAxis: {readonly max: number};
  readonly yAxis: {readonly min: number; readonly max: number};
}
