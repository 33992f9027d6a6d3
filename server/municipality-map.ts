/** `<data>/reference/kommuner.geojson`, if the operator has put one there: read again only when the file changes. */
import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {type Coordinates, type MapFeature, type MunicipalityMap, outlineOf} from "../dashboards/municipality-map.ts";
import {municipalities} from "../queries/classifications/municipalities.ts";

export const mapFile = join("reference", "kommuner.geojson");
export const codeProperties = ["kommunekode", "KOMKODE", "komkode", "kode", "code", "lau_1"] as const;
const mostBytes = 32 * 1024 * 1024;
const mostPoints = 1_000_000;

interface Kept {
  readonly stamp: string;
  readonly map: MunicipalityMap | null;
}
const kept = new Map<string, Kept>();

/** Null where there is no file. One that cannot be used is told in `problem`, in Danish. */
export function readMap(dataDir: string): MunicipalityMap | null {
  const path = join(dataDir, mapFile);
  const found = statSync(path, {throwIfNoEntry: false});
  const stamp = found ? `${found.mtimeMs} ${found.size}` : "";
  const known = kept.get(path);
  if (known?.stamp === stamp) return known.map;
  const map = found ? parsed(path, found.size) : null;
  kept.set(path, {stamp, map});
  return map;
}

function parsed(path: string, bytes: number): MunicipalityMap {
  try {
    if (bytes > mostBytes) throw new MapProblem(`filen er større end ${mostBytes / 1024 / 1024} MB`);
    const outline = outlineOf(featuresOf(JSON.parse(readFileSync(path, "utf8"))));
    const hash = createHash("sha256").update(JSON.stringify(outline)).digest("hex").slice(0, 12);
    return {address: `/kort/${hash}.json`, outline, problem: null};
  } catch (error) {
    const why = error instanceof MapProblem ? error.danish : "filen er ikke GeoJSON med flader";
    return {address: null, outline: null, problem: `Kortfilen ${mapFile} kan ikke bruges: ${why}.`};
  }
}

class MapProblem extends Error {
  readonly danish: string;
  constructor(danish: string) {
    super(`the map cannot be used: ${danish}`);
    this.danish = danish;
  }
}

const point = z.array(z.number().finite()).min(2).max(4);
const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullable(),
        geometry: z
          .discriminatedUnion("type", [
            z.object({type: z.literal("Polygon"), coordinates: z.array(z.array(point))}),
            z.object({type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(point)))})
          ])
          .nullable()
      })
    )
    .max(5000)
});

const codes = new Set(municipalities.codes.map(({code}) => code));

function featuresOf(json: unknown): readonly MapFeature[] {
  const {features} = collection.parse(json);
  let points = 0;
  const found = features.flatMap(({properties, geometry}): readonly MapFeature[] => {
    const code = codeOf(properties ?? {});
    if (!code || !geometry) return [];
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flatMap((polygon) => {
      const [outer = []] = polygon;
      points += outer.length;
      return outer.length > 3 ? [outer.map(([x, y]) => [x, y]) as unknown as Coordinates] : [];
    });
    return rings.length > 0 ? [{code, rings}] : [];
  });
  if (points > mostPoints) throw new MapProblem("filen har flere end en million punkter");
  const known = new Set(found.map(({code}) => code)).size;
  if (known < codes.size / 2)
    throw new MapProblem(
      `der er flader for ${known} af ${codes.size} kommuner; koden skal stå i en af egenskaberne ${codeProperties.join(", ")}`
    );
  return found;
}

/** `0101`, `101` or 101; null for what is no municipality, such as Christiansø. */
function codeOf(properties: Readonly<Record<string, unknown>>): string | null {
  for (const name of codeProperties) {
    const code = String(properties[name] ?? "").replace(/^0+/, "");
    if (codes.has(code)) return code;
  }
  return null;
}
