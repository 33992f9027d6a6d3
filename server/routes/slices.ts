/** `/api/active` and the slices of a release, which never change: their address holds the release. */
import {catalogueSlice} from "../../dashboards/slices.ts";
import {NotFound} from "../../queries/errors.ts";
import type {Routes} from "../identity/routes.ts";
import {Packed, sendPacked} from "../packed.ts";
import type {Deps} from "../page.ts";
import {Recent} from "../recent.ts";

const types = {arrow: "application/vnd.apache.arrow.stream", json: "application/json; charset=utf-8"} as const;

/** Those that are asked for by clients without Brotli are made for them once. */
const mostPacked = 300;

export function addSlices(app: Routes, {releases, slices}: Deps): void {
  app.get("/api/active", async (_, response) => {
    const release = await releases.use(async (reader) => reader?.manifest.id ?? null);
    response.set("Cache-Control", "no-store").json({release});
  });
  // Nothing is an answer too: a release has no figures for every unit, and a municipality may have no institutions.
  const isSliceKey = (key: string) => /^(unit|places|indicator)\/[^/]+(\/\d{3})?$/.test(key);
  const packed = new Recent<Packed>(mostPacked);
  app.get("/api/:release/*key", async (request, response) => {
    const {release} = request.params;
    const key = (request.params.key as unknown as readonly string[]).join("/");
    const slice = /^r[0-9a-f]{12}$/.test(release) ? slices.find(release, key) : undefined;
    if (!slice && !(isSliceKey(key) && slices.find(release, catalogueSlice))) throw new NotFound("slice", key);
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    if (!slice) return void response.status(204).end();
    response.set({"Content-Type": types[slice.type], ETag: `"${slice.etag}"`});
    if (request.fresh) return void response.status(304).end();
    const known = packed.find(slice.etag) ?? Packed.ofBrotli(slice.br);
    packed.keep(slice.etag, known);
    await sendPacked(request, response, known);
  });
}
