import {request} from "node:http";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {Packed} from "../server/packed.ts";
import {Recent} from "../server/recent.ts";
import {type Served, serveFixture} from "./server-fixture.ts";

let served: Served;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(() => served.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const {hostname, port} = new URL(served.origin);
  return new Promise((resolve, reject) => {
    request({hostname, port, path, headers}, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts)})
      );
    })
      .on("error", reject)
      .end();
  });
}

const unpack = {br: brotliDecompressSync, gzip: gunzipSync} as const;

describe("compressed answers", () => {
  const pages = ["/noegletal/school-absence?kommune=751", "/enheder/751014", "/datakvalitet"];
  it.each(pages)("%s is the same however it is asked for, the first time and again", async (path) => {
    const plain = await ask(path);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    for (const encoding of ["br", "gzip"] as const)
      for (const turn of [1, 2]) {
        const {headers, bytes} = await ask(path, {"Accept-Encoding": encoding});
        expect(headers["content-encoding"], `turn ${turn}`).toBe(encoding);
        expect(headers.etag).toBe(plain.headers.etag);
        expect(headers.vary).toContain("Accept-Encoding");
        expect(headers["content-security-policy"]).toBe(plain.headers["content-security-policy"]);
        expect(Buffer.compare(unpack[encoding](bytes), plain.bytes)).toBe(0);
      }
  });
  it("answers a reader's own copy without a body", async () => {
    const {headers} = await ask(pages[0]!);
    const {status, bytes} = await ask(pages[0]!, {"If-None-Match": String(headers.etag)});
    expect([status, bytes.length]).toEqual([304, 0]);
  });
  it("keeps languages apart", async () => {
    const [danish, english] = [await ask("/noegletal"), await ask("/en/noegletal")];
    expect(danish.bytes.toString()).toContain('<html lang="da">');
    expect(english.bytes.toString()).toContain('<html lang="en">');
  });
  it("does not keep an error", async () => {
    for (const _ of [1, 2]) expect((await ask("/enheder/999999")).status).toBe(404);
  });
  it("gives every asset its own strong ETag", async () => {
    const {assets} = served.deps;
    const tags = new Set([...assets.files.values()].map(({etag}) => etag));
    expect(tags.size).toBe(assets.files.size);
    const {headers, bytes} = await ask(assets.at("css/web.css"), {"Accept-Encoding": "br"});
    expect(headers.etag).toBe(`"${assets.files.get("css/web.css")!.etag}"`);
    expect(Buffer.compare(brotliDecompressSync(bytes), assets.files.get("css/web.css")!.bytes)).toBe(0);
  });
});

describe("weight", () => {
  it("keeps style and script within what a phone can carry", async () => {
    const {files} = served.deps.assets;
    const sizes = await Promise.all(
      [...files].map(async ([name, {packed}]) => [name, packed ? (await packed.as("gzip")).length : 0] as const)
    );
    const sum = (isCounted: (name: string) => boolean) =>
      sizes.filter(([name]) => isCounted(name)).reduce((all, [, size]) => all + size, 0);
    expect(sum((name) => name.endsWith(".css"))).toBeLessThanOrEqual(40_000);
    expect(sum((name) => name.endsWith(".js") && !/\/canvas-/.test(name))).toBeLessThanOrEqual(250_000);
  });
});

describe("Packed", () => {
  it("gives all three forms of the same bytes, whichever is asked for first", async () => {
    const text = Buffer.from("tal ".repeat(500));
    for (const order of [
      ["br", "gzip"],
      ["gzip", "br"]
    ] as const) {
      const packed = new Packed(text);
      for (const encoding of order) expect(unpack[encoding](await packed.as(encoding)).equals(text)).toBe(true);
      expect(Buffer.from(await packed.plain()).equals(text)).toBe(true);
    }
  });
});

describe("Recent", () => {
  it("lets go of what was used longest ago", () => {
    const recent = new Recent<number>(2);
    recent.keep("a", 1);
    recent.keep("b", 2);
    recent.find("a");
    recent.keep("c", 3);
    expect([recent.find("a"), recent.find("b"), recent.find("c")]).toEqual([1, undefined, 3]);
  });
});
