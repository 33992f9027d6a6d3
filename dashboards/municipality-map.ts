/** A real map of the municipalities, made of what the operator supplies: only whole numbers reach the drawing. */

/** One municipality's rings, each `x, y, x, y …` in the outline's own box. */
export interface MapShape {
  readonly code: string;
  readonly rings: readonly (readonly number[])[];
}
export interface MapOutline {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
}
/** What the operator has supplied; `outline` is null where it is not loaded yet, or where the file cannot be used. */
export interface MunicipalityMap {
  readonly address: string | null;
  readonly outline: MapOutline | null;
  /** One sentence in Danish on what is wrong with the file. */
  readonly problem: string | null;
}

/** In what a view needs: the outline of the map. */
export const mapKey = "map";

export type Coordinates = readonly (readonly [x: number, y: number])[];
export interface MapFeature {
  readonly code: string;
  readonly rings: readonly Coordinates[];
}

const boxWidth = 1000;
const tolerance = 1.2;
const leastArea = 6;

/**
 * Degrees are laid flat about the map's middle (equirectangular), metres are taken as they are; then scaled to a box,
 * thinned, and islets too small to see left out, but never a municipality's largest ring.
 */
export function outlineOf(features: readonly MapFeature[]): MapOutline {
  const all = features.flatMap(({rings}) => rings.flat());
  const [west, east, south, north] = boundsOf(all);
  const isDegrees = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90;
  const across = isDegrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const scale = boxWidth / ((east - west) * across || 1);
  const place = ([x, y]: readonly [number, number]) => [(x - west) * across * scale, (north - y) * scale] as const;
  const byCode = Map.groupBy(features, ({code}) => code);
  const shapes = [...byCode].map(([code, some]) => {
    const rings = some.flatMap((feature) => feature.rings.map((ring) => thinned(ring.map(place))));
    const ordered = rings.map((ring) => ({ring, area: areaOf(ring)})).sort((a, b) => b.area - a.area);
    const kept = ordered.filter(({ring, area}, index) => index === 0 || (area >= leastArea && ring.length > 3));
    return {code, rings: kept.map(({ring}) => ring.flatMap(([x, y]) => [Math.round(x), Math.round(y)]))};
  });
  return {width: boxWidth, height: Math.ceil((north - south) * scale), shapes};
}

function boundsOf(points: Coordinates): readonly [number, number, number, number] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, east, south, north];
}

function areaOf(ring: Coordinates): number {
  let sum = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}

/** Douglas and Peucker's rule without recursion, since a coast may have a hundred thousand points. */
function thinned(ring: Coordinates): Coordinates {
  const keep = new Uint8Array(ring.length);
  const middle = Math.floor(ring.length / 2);
  for (const index of [0, middle, ring.length - 1]) keep[index] = 1;
  const spans: [number, number][] = [
    [0, middle],
    [middle, ring.length - 1]
  ];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, at] = [tolerance, -1];
    for (let index = from + 1; index < to; index++) {
      const distance = distanceTo(ring[index]!, ring[from]!, ring[to]!);
      if (distance > farthest) [farthest, at] = [distance, index];
    }
    if (at < 0) continue;
    keep[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return ring.filter((_, index) => keep[index] === 1);
}

type Place = readonly [number, number];
function distanceTo([x, y]: Place, [fromX, fromY]: Place, [toX, toY]: Place): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - part * dx, y - fromY - part * dy);
}
