/** Pages for everybody are made and compressed once for each address, and made again when anything they show has changed. */
import {stat} from "node:fs/promises";
import {join} from "node:path";
import type {Request, RequestHandler, Response} from "express";
import {storesOf} from "../queries/config.ts";
import {qualityStamp} from "../queries/registry/quality.ts";
import {whoOf} from "./identity/who.ts";
import {mapFile} from "./municipality-map.ts";
import {Packed, sendPacked} from "./packed.ts";
import {type Deps, languageOf} from "./page.ts";
import {Recent} from "./recent.ts";

interface Kept {
  readonly etag: string;
  readonly packed: Packed;
}

const most = 600;
/** How long a look at what pages show is believed, in milliseconds. */
const believed = 1000;
const keptPaths = /^\/(enheder|noegletal|sammenlign|institutioner|tal|datakvalitet|standarder)(\/(?!.*\bhent$)|$)/;

export function keepPages(deps: Deps): RequestHandler {
  const pages = new Recent<Kept>(most);
  const stampOf = openStamp(deps);
  return async (request, response, next) => {
    if (request.method !== "GET" || !keptPaths.test(request.path) || !isForEverybody(request, response, deps))
      return next();
    const stamp = await stampOf();
    if (stamp === null) return next();
    const key = `${stamp} ${languageOf(response)} ${request.url}`;
    const known = pages.find(key);
    if (known) return answer(request, response, known);
    keepSent(request, response, async (kept) => {
      if ((await stampOf()) === stamp) pages.keep(key, kept);
    });
    next();
  };
}

/** Who has signed in, or is about to, may see more, and nobody else ever sees that page. */
function isForEverybody(request: Request, response: Response, {identity}: Deps): boolean {
  return request.get("cookie") === undefined && whoOf(response).subject === identity.stranger;
}

async function answer(request: Request, response: Response, {etag, packed}: Kept): Promise<void> {
  response.set({"Cache-Control": "no-cache", ETag: etag}).type("html");
  if (request.fresh) return void response.status(304).end();
  return sendPacked(request, response, packed);
}

/** Takes what the page sends, where it is a whole page, and answers with it compressed. */
function keepSent(request: Request, response: Response, keep: (kept: Kept) => Promise<void>): void {
  const {send} = response;
  response.send = (body: unknown) => {
    const etag = response.get("ETag");
    const isWhole = response.statusCode === 200 && typeof body === "string" && !body.includes('http-equiv="refresh"');
    if (!isWhole || !etag) return send.call(response, body);
    const packed = new Packed(Buffer.from(body));
    sendPacked(request, response, packed)
      .then(() => keep({etag, packed}))
      .catch(() => response.destroy());
    return response;
  };
}

/** Changes with the release, the assets, the packages, the deliveries, the operator's map and the day; null where it cannot be told. */
function openStamp({releases, assets, dataDir, registry, now, shelf}: Deps): () => Promise<string | null> {
  const folder = storesOf(dataDir).packages;
  let slow = {at: Number.NEGATIVE_INFINITY, text: Promise.resolve<string | null>("")};
  const look = async () => {
    const opened = await registry();
    const changes = await Promise.all([folder, join(folder, "progress.json"), join(dataDir, mapFile)].map(changedAt));
    return [...changes, await shelf.stamp(), opened ? await qualityStamp(opened) : ""].join(" ");
  };
  return async () => {
    const at = performance.now();
    if (at - slow.at > believed) slow = {at, text: look().catch(() => null)};
    const release = await releases.use(async (reader) => reader?.manifest.id ?? null);
    const others = await slow.text;
    if (release === null || others === null) return null;
    return [release, assets.version, now().toISOString().slice(0, 10), others].join(" ");
  };
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({mtimeMs}) => mtimeMs,
    () => 0
  );
}
