import {describe, expect, it} from "vitest";
import {niceAxis, ticksOf} from "../dashboards/charts/axis.ts";
import {spread} from "../dashboards/charts/spread.ts";
import {fitText, textWidth} from "../dashboards/charts/text-width.ts";

describe("niceAxis(values, wish)", () => {
  it("has few round ticks around the values", () => expect(ticksOf(niceAxis([4.4, 7.9]))).toEqual([4, 5, 6, 7, 8]));
  it("stays within the bounds of the measure", () => {
    const axis = niceAxis([96, 99.5], {bounds: [0, 100]});
    expect(axis.max).toBeLessThanOrEqual(100);
  });
  it("makes room where all values are equal", () => {
    const axis = niceAxis([5, 5], {span: 0.4});
    expect(axis.max).toBeGreaterThan(axis.min);
  });
  it("shows the bounds where there are no values", () =>
    expect(niceAxis([], {bounds: [1, 5]})).toMatchObject({min: 1, max: 5}));
  it("handles a value of nothing at the bound", () => {
    const axis = niceAxis([0, 0], {bounds: [0, 100], span: 0.4});
    expect(axis.min).toBe(0);
    expect(axis.max).toBeGreaterThan(0);
  });
});

describe("spread(wanted, gap, from, to)", () => {
  it("keeps order and distance inside the ends", () => expect(spread([5, 5, 5], 10, 0, 100)).toEqual([5, 15, 25]));
  it("pushes back from the far end", () => expect(spread([99, 98], 10, 0, 100)).toEqual([100, 90]));
  it("shares the room where there is too little", () => expect(spread([1, 1, 1], 50, 0, 10)).toEqual([0, 5, 10]));
});

describe("fitText(text, size, room)", () => {
  it("ends with an ellipsis inside the room", () => {
    const text = fitText("Lignende kommuner", 10, 50);
    expect(text).toMatch(/…$/);
    expect(textWidth(text, 10)).toBeLessThanOrEqual(50);
  });
});
