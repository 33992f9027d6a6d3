/** `/api/active` and the slices of a release, which never change: their address holds the release. */
import {NotFound} from "../../queries/errors.ts";
import type {Routes} from "../identity/routes.ts";
import {Packed, Recent, sendPacked} from "../packed.ts";
import type {Deps} from "../page.ts";

const types = {arrow: "application/vnd.apache.arrow.stream", json: "application/json; charset=utf-8"} as const;

/** Those that are asked for by clients without Brotli are made for them once. */
const mostPacked = 300;

export function addSlices(app: Routes, {releases, slices}: Deps): void {
  app.get("/api/active", async (_, response) => {
    const release = await releases.use(async (reader) => reader?.manifest.id ?? null);
    response.set("Cache-Control", "no-store").json({release});
  });
  const packed = new Recent<Packed>(mostPacked);
  app.get("/api/:release/*key", async (request, response) => {
    const {release} = request.params;
    const key = (request.params.key as unknown as readonly string[]).join("/");
    const slice = /^r[0-9a-f]{12}$/.test(release) ? slices.find(release, key) : undefined;
    if (!slice) throw new NotFound("slice", key);
    response.set({
      "Content-Type": types[slice.type],
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: `"${slice.etag}"`
    });
    if (request.fresh) return void response.status(304).end();
    const known = packed.find(slice.etag) ?? Packed.ofBrotli(slice.br);
    packed.keep(slice.etag, known);
    await sendPacked(request, response, known);
  });
}
