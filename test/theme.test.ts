import {describe, expect, it} from "vitest";
import {contrast, orderedColors, palette, roleColors, standingColors, textOn} from "../dashboards/theme.ts";

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const deficiencies: Record<string, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
};

describe("palette", () => {
  it("has text of at least 4.5:1 on paper", () => {
    for (const color of [palette.text, palette.muted, palette.target, palette.own, roleColors.municipality])
      expect(contrast(color, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });
  it("has lines and dots of at least 3:1 on paper", () => {
    for (const color of [...Object.values(roleColors), palette.other, palette.context, palette.hidden])
      expect(contrast(color, palette.paper)).toBeGreaterThanOrEqual(3);
  });
  it.each(Object.keys(deficiencies))("tells the three lines of a trend apart for %s eyes", (kind) => {
    const seen = [roleColors.own, roleColors.municipality, roleColors.nation].map((color) => labOf(color, kind));
    expect(nearest(seen)).toBeGreaterThanOrEqual(15);
  });
  it.each(Object.keys(deficiencies))("tells own, group and others apart for %s eyes", (kind) => {
    const {own, group, other} = standingColors;
    expect(nearest([own, group, other].map((color) => labOf(color, kind)))).toBeGreaterThanOrEqual(15);
  });
  it.each(Object.keys(deficiencies))("tells own, neighbours and others of a strip apart for %s eyes", (kind) => {
    const seen = [palette.own, roleColors.municipality, palette.context].map((color) => labOf(color, kind));
    expect(nearest(seen)).toBeGreaterThanOrEqual(15);
  });
});

describe("orderedColors(count)", () => {
  it.each([2, 3, 4, 5])("has %s steps that neighbours tell apart in every kind of sight", (count) => {
    for (const kind of Object.keys(deficiencies)) {
      const steps = orderedColors(count).map((color) => labOf(color, kind));
      for (let at = 1; at < steps.length; at++)
        expect(difference(steps[at - 1] as Triple, steps[at] as Triple)).toBeGreaterThanOrEqual(15);
    }
  });
  it("grows darker step by step", () => {
    const light = orderedColors(5).map((color) => contrast(color, palette.paper));
    expect(light).toEqual(light.toSorted((a, b) => a - b));
  });
});

describe("textOn(background)", () => {
  it.each(orderedColors(6))("reads on %s", (color) => expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4));
});

function nearest(colors: readonly Triple[]): number {
  return Math.min(
    ...colors.flatMap((color, index) => colors.slice(index + 1).map((other) => difference(color, other)))
  );
}

function labOf(color: string, kind: string): Triple {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red, green, blue] = (deficiencies[kind] as readonly Triple[]).map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * (linear[index] as number), 0)
      )
    )
  ) as unknown as Triple;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 with unit weights. */
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const radians = Math.PI / 180;
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (b: number, p: number) => (b === 0 && p === 0 ? 0 : (Math.atan2(b, p) / radians + 360) % 360);
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const big = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * radians);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const t =
    1 -
    0.17 * Math.cos((h - 30) * radians) +
    0.24 * Math.cos(2 * h * radians) +
    0.32 * Math.cos((3 * h + 6) * radians) -
    0.2 * Math.cos((4 * h - 63) * radians);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rotation =
    -Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * radians) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, big / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}
