/**
 * Civil registration number → pseudonym. The inner layer is a keyed hash within a domain; the outer one is encrypted with
 * a key that can be changed without the numbers. Both are deterministic: the same person is the same text.
 */
import {createCipheriv, createDecipheriv, createHmac} from "node:crypto";

export type OuterKeys = ReadonlyMap<number, Uint8Array>;

export interface PseudonymKeys {
  readonly inner: Uint8Array;
  /** Gives the outer layer's initialisation vectors. */
  readonly vector: Uint8Array;
  /** By version; the highest is the one that is written with. */
  readonly outer: OuterKeys;
}

const [vectorLength, innerLength, tagLength] = [12, 16, 16];

/** `p<version>.<base64url>`; `number` is ten digits. */
export function pseudonymOf(number: string, domain: string, keys: PseudonymKeys): string {
  return wrap(innerOf(number, domain, keys), keys);
}

/** As `pseudonymOf`, under each outer key there is: while they are changed, rows stand under either. */
export function pseudonymsOf(number: string, domain: string, keys: PseudonymKeys): readonly string[] {
  const inner = innerOf(number, domain, keys);
  return [...keys.outer.keys()].map((version) => wrap(inner, keys, version));
}

function innerOf(number: string, domain: string, keys: PseudonymKeys): Uint8Array {
  return createHmac("sha256", keys.inner).update(`v1|${domain}|${number}`).digest().subarray(0, innerLength);
}

/** The same pseudonym under the newest outer key; other texts stay as they are. */
export function renewed(text: string, keys: PseudonymKeys): string {
  const match = /^p(\d+)\.([A-Za-z0-9_-]{59})$/.exec(text);
  if (!match || Number(match[1]) === newest(keys)) return text;
  const key = keys.outer.get(Number(match[1]));
  if (!key) throw new Error(`no outer key of version ${match[1]}`);
  return wrap(unwrap(Buffer.from(match[2]!, "base64url"), key), keys);
}

function wrap(inner: Uint8Array, keys: PseudonymKeys, version = newest(keys)): string {
  const vector = createHmac("sha256", keys.vector).update(inner).digest().subarray(0, vectorLength);
  const cipher = createCipheriv("aes-256-gcm", keys.outer.get(version)!, vector);
  const sealed = Buffer.concat([vector, cipher.update(inner), cipher.final(), cipher.getAuthTag()]);
  return `p${version}.${sealed.toString("base64url")}`;
}

/** Throws where the text was not made with the key. */
function unwrap(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  const end = vectorLength + innerLength;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, vectorLength), {authTagLength: tagLength});
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(vectorLength, end)), decipher.final()]);
}

function newest({outer}: PseudonymKeys): number {
  return Math.max(...outer.keys());
}
