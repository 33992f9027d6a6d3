/** `/api/active` and the slices of a release, which never change: their address holds the release. */
import {brotliDecompressSync} from "node:zlib";
import {NotFound} from "../../queries/errors.ts";
import type {Routes} from "../identity/routes.ts";
import type {Deps} from "../page.ts";

const types = {arrow: "application/vnd.apache.arrow.stream", json: "application/json; charset=utf-8"} as const;

export function addSlices(app: Routes, {releases, slices}: Deps): void {
  app.get("/api/active", async (_, response) => {
    const release = await releases.use(async (reader) => reader?.manifest.id ?? null);
    response.set("Cache-Control", "no-store").json({release});
  });
  app.get("/api/:release/*key", (request, response) => {
    const {release} = request.params;
    const key = (request.params.key as unknown as readonly string[]).join("/");
    const slice = /^r[0-9a-f]{12}$/.test(release) ? slices.find(release, key) : undefined;
    if (!slice) throw new NotFound("slice", key);
    response.set({
      "Content-Type": types[slice.type],
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: `"${slice.etag}"`,
      Vary: "Accept-Encoding"
    });
    if (request.fresh) return void response.status(304).end();
    const brotli = request.acceptsEncodings("br") === "br";
    if (brotli) response.set("Content-Encoding", "br");
    response.end(brotli ? slice.br : brotliDecompressSync(slice.br));
  });
}
