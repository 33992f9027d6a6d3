import type {Routes} from "../identity/routes.ts";
import {sendPacked} from "../packed.ts";
import {type Deps, found} from "../page.ts";

/** The address holds the hash of the content, so it may be kept for ever; an outdated address is not answered. */
export function addAssets(app: Routes, {assets}: Deps): void {
  app.get("/assets/:version/*name", async (request, response) => {
    const {version, name} = request.params as unknown as {version: string; name: readonly string[]};
    const path = name.join("/");
    const asset = found(version === assets.version ? assets.files.get(path) : undefined, "file", path);
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    response.set("ETag", `"${asset.etag}"`);
    response.type(asset.type);
    if (request.fresh) response.status(304).end();
    else if (asset.packed) await sendPacked(request, response, asset.packed);
    else response.send(asset.bytes);
  });
  app.get("/favicon.ico", (_request, response) => {
    response.redirect(301, assets.at("img/mark.svg"));
  });
  app.get("/robots.txt", (_request, response) => {
    response.type("text/plain").send("User-agent: *\nDisallow: /\n");
  });
}
