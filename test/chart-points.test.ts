import {describe, expect, it} from "vitest";
import type {Chart, ChartPoint, Drawn, Look, TallChart} from "../dashboards/charts/chart.ts";
import {type ChartId, charts} from "../dashboards/charts/index.ts";
import {breakRemark} from "../dashboards/charts/points.ts";
import {explainBlank, formatInterval, formatValue} from "../dashboards/format.ts";
import type {Language} from "../queries/model.ts";
import {blank, drawn, lookOf, placeRows, samples, scatterRows, stripRows, trendRows} from "./chart-samples.ts";

type Row = Drawn & {readonly name: string};
const ids = Object.keys(charts) as ChartId[];
const languages: readonly Language[] = ["da", "en"];
const heightOf = (chart: Chart<Row>, rows: readonly Row[], width: number) =>
  "heightOf" in chart ? (chart as TallChart<Row>).heightOf(rows, width) : chart.size.height;
const all = ids.flatMap((id) => languages.map((language) => [id, language] as const));

describe.each(all)("%s in %s", (id, language) => {
  const chart = charts[id] as unknown as Chart<Row>;
  const rows = samples[id] as readonly Row[];
  const look: Look = {...lookOf(chart.size.width, chart.size.height), language};
  const points = chart.points(rows, look);

  it("has a point for every row that is drawn, each with its own name", () => {
    expect(points).toHaveLength(rows.length);
    expect(new Set(points.map(({group, key}) => `${group}\n${key}`)).size).toBe(rows.length);
  });
  it("stays inside the frame at every width", () => {
    for (const width of [760, 640, 400, 320, chart.size.width]) {
      const height = heightOf(chart, rows, width);
      const moved = chart.points(rows, {...look, width, height});
      expect(moved.every(({x, y}) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
    }
  });
  it.skipIf(id === "scatter")("says what the formatter writes, and the reason of every blank", () => {
    const said = rows.map((row) => formatValue(row, look.indicator, language));
    expect(points.map(({value}) => value).toSorted()).toEqual(said.toSorted());
    for (const row of rows) {
      const reason = row.blank ? explainBlank(row.blank, language).slice(0, -1) : null;
      const interval = formatInterval(row.low, row.high, look.indicator, language);
      const words = formatValue(row, look.indicator, language);
      const found = points.filter(({label, value}) => label.includes(row.name) && value === words);
      expect(found.some(({note}) => note.includes(reason ?? interval))).toBe(true);
    }
  });
  it("lets nothing of a value through a blank", () => {
    const hidden = (reading: readonly ChartPoint[]) => JSON.stringify(reading).match(/\d+,\d+ pct|\d+\.\d+%/g);
    expect(
      hidden(
        chart.points(
          rows.map((row) => ({...row, ...blank(), across: blank(), up: blank()})),
          look
        )
      )
    ).toBe(null);
  });
  it("has none where there are no rows", () => expect(chart.points([], look)).toEqual([]));
});

describe("trend.points(rows, look)", () => {
  it("reads the own line first, period by period, with its breaks", () => {
    const points = charts.trend.points(trendRows(), lookOf(400, 190));
    expect(points[0]).toMatchObject({
      label: "2. halvår 2020, Skovvangskolen",
      value: "5,2\u00a0pct.",
      note: "usikkerhed 4,4–6,0\u00a0pct.",
      key: "2020-H2"
    });
    expect(points[3]).toMatchObject({value: "skjult"});
    expect(points[6]?.note).toBe("usikkerhed 5,5–7,1\u00a0pct.; brud i serien: ny definition");
  });
});

describe("strip.points(rows, look)", () => {
  it("goes from role to role and in each from left to right, blanks last", () => {
    const points = charts.strip.points(stripRows(), lookOf(640, 130));
    expect([...new Set(points.map(({group}) => group))]).toEqual(["own", "group", "other", "whole"]);
    const others = points.filter(({group}) => group === "other");
    const shown = others.filter(({value}) => value.endsWith("pct."));
    expect(shown.map(({x}) => x)).toEqual(shown.map(({x}) => x).toSorted((a, b) => a - b));
    expect(others.slice(shown.length).every(({value}) => value === "ikke indberettet")).toBe(true);
  });
  it("has the unit's id as key where the row has one", () => {
    const [point] = charts.strip.points([{...drawn(5), role: "other", name: "Aarhus", id: "751"}], lookOf(640, 130));
    expect(point?.key).toBe("751");
  });
});

describe("scatter.points(rows, look)", () => {
  const points = charts.scatter.points(scatterRows(), lookOf(640, 420));
  it("says both figures with their names and uncertainties", () =>
    expect(points[0]).toMatchObject({
      label: "Næstved",
      value: "Elevfravær (pct.): 4,8\u00a0pct.; Elever, der trives (pct.): 60,0\u00a0pct.",
      note: "Elevfravær (pct.): usikkerhed 4,5–5,1\u00a0pct.; Elever, der trives (pct.): usikkerhed 57,5–62,5\u00a0pct.",
      group: "own",
      key: "370"
    }));
  it("has a place with one blank last in its group, with the reason", () => {
    const last = points.filter(({group}) => group === "group").at(-1);
    expect(last).toMatchObject({label: "Sorø"});
    expect(last?.value).toMatch(/^Elevfravær \(pct\.\): skjult; Elever, der trives \(pct\.\): \d/);
    expect(last?.note).toContain("Tallet er skjult");
  });
});

describe("tiles.points(rows, look)", () => {
  const points = charts.tiles.points(placeRows(), lookOf(480, 600));
  it("goes from north to south and from west to east", () =>
    expect(points.slice(0, 4).map(({label}) => label)).toEqual(["Hjørring", "Frederikshavn", "Læsø", "Jammerbugt"]));
  it("says the class of what is shown and nothing of what is not", () => {
    const noteOf = (label: string) => points.find((point) => point.label === label)?.note;
    expect(noteOf("Næstved")).toBe("usikkerhed 4,5–5,1\u00a0pct.; farve: under 5,6\u00a0pct.");
    expect(noteOf("Sorø")).toBe("Tallet er skjult, fordi det kunne fortælle noget om færre end fem personer");
  });
});

describe("breakRemark(text, language)", () => {
  it("names the break once", () => {
    expect(breakRemark("Brud i serien", "da")).toBe("brud i serien");
    expect(breakRemark("new definition", "en")).toBe("break in the series: new definition");
    expect(breakRemark(null, "da")).toBe("");
  });
});
