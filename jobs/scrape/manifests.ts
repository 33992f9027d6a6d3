import {readFile} from "node:fs/promises";

/** Null where there is no such file. */
export async function readJson<T>(path: string): Promise<T | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as T);
}
