/** What makes a stored file trustworthy: bytes on the disk before its name is known, and a checksum of them. */
import {createHash, hash} from "node:crypto";
import {createReadStream} from "node:fs";
import {open, stat} from "node:fs/promises";

const mostAtOnce = 1 << 20;

const sums = new WeakMap<Uint8Array, string>();

/** Bytes are hashed once; they may not change afterwards. */
export function sha256Of(content: string | Uint8Array): string {
  if (typeof content === "string") return hash("sha256", content);
  const sum = sums.get(content) ?? hash("sha256", content);
  sums.set(content, sum);
  return sum;
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  const {size} = await stat(path);
  const highWaterMark = Math.min(mostAtOnce, size + 1); // the whole of it is set aside for each file, most of which are small
  for await (const chunk of createReadStream(path, {highWaterMark})) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Forces a file's bytes, or a folder's list of names, to the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
