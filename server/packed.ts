/** Bytes compressed once and sent as often as they are asked for. */
import {promisify} from "node:util";
import {brotliCompress, brotliDecompress, constants, gunzip, gzip} from "node:zlib";
import type {Request, Response} from "express";

const [toBrotli, fromBrotli, toGzip, fromGzip] = [brotliCompress, brotliDecompress, gzip, gunzip].map((each) =>
  promisify(each as typeof gzip)
) as [Coder, Coder, Coder, Coder];
type Coder = (bytes: Uint8Array, options?: object) => Promise<Buffer>;
type Encoding = "br" | "gzip";

export class Packed {
  readonly #made: Partial<Record<Encoding, Promise<Buffer>>> = {};
  readonly #hard: boolean;
  #raw: Uint8Array | null;

  /** `hard` takes some ten times as long and gives a tenth less: for what is made once and sent for months. */
  constructor(raw: Uint8Array, {hard = false} = {}) {
    this.#raw = raw;
    this.#hard = hard;
  }

  /** Of bytes that are compressed with Brotli already. */
  static ofBrotli(bytes: Uint8Array): Packed {
    const packed = new Packed(bytes);
    packed.#made.br = Promise.resolve(Buffer.from(bytes));
    packed.#raw = null;
    return packed;
  }

  as(encoding: Encoding): Promise<Buffer> {
    this.#made[encoding] ??= this.#encode(encoding);
    return this.#made[encoding];
  }

  async plain(): Promise<Uint8Array> {
    if (this.#raw) return this.#raw;
    return this.#made.br ? fromBrotli(await this.#made.br) : fromGzip(await this.#made.gzip!);
  }

  async #encode(encoding: Encoding): Promise<Buffer> {
    const raw = await this.plain();
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: this.#hard ? 9 : 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length
    };
    const made = encoding === "br" ? await toBrotli(raw, {params}) : await toGzip(raw, {level: this.#hard ? 9 : 6});
    this.#raw = null;
    return made;
  }
}

/** Headers of the content itself are the caller's. */
export async function sendPacked(request: Request, response: Response, packed: Packed): Promise<void> {
  response.vary("Accept-Encoding");
  const encoding = request.acceptsEncodings("br", "gzip");
  if (encoding === "br" || encoding === "gzip") {
    const bytes = await packed.as(encoding);
    response.set("Content-Encoding", encoding).set("Content-Length", String(bytes.length)).end(bytes);
  } else response.end(await packed.plain());
}
