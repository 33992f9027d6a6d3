import {describe, expect, it} from "vitest";
import {niceAxis, ticksOf} from "../dashboards/charts/axis.ts";
import {charts} from "../dashboards/charts/index.ts";
import type {Mark, TextMark} from "../dashboards/charts/marks.ts";
import {spread} from "../dashboards/charts/spread.ts";
import {fitText, textWidth} from "../dashboards/charts/text-width.ts";
import {drawn, funnelRows, lookOf, scatterRows} from "./chart-samples.ts";

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

describe("the numbers of a horizontal axis", () => {
  it.each([320, 640])("stand whole inside a frame of %i pixels, however long they are", (width) => {
    const incomes = scatterRows().map((row) =>
      row.across.value === null ? row : {...row, across: drawn(268_000 + row.across.value * 300)}
    );
    const large = funnelRows().map((row) => ({...row, size: row.size && row.size * 70}));
    const options = [
      charts.scatter.option(incomes, lookOf(width, 400)),
      charts.funnel.option(large as ReturnType<typeof funnelRows>, lookOf(width, 400))
    ];
    for (const {graphic} of options)
      for (const {x, style} of centred((graphic as {readonly elements: readonly Mark[]}).elements)) {
        const half = textWidth(style.text, style.fontSize) / 2;
        expect([style.text, x - half >= 0, x + half <= width]).toEqual([style.text, true, true]);
      }
  });
});

function centred(marks: readonly Mark[]): readonly TextMark[] {
  return marks.filter((mark): mark is TextMark => mark.type === "text" && mark.style.align === "center");
}
