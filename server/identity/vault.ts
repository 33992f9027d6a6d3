/** What is done with the access key: values sealed so that the registry alone does not tell them, and names made of secrets. */
import {createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes} from "node:crypto";
import {storesOf} from "../../queries/config.ts";
import {Damaged} from "../../queries/errors.ts";
import {readSecret} from "../../queries/secret.ts";

export interface Vault {
  seal(text: string): Promise<string>;
  /** Throws `Damaged` where it was not sealed here. */
  unseal(sealed: string): Promise<string>;
  /** The same name for the same parts; nobody without the key can tell the parts. */
  nameOf(...parts: readonly string[]): Promise<string>;
}

export function openVault(dataDir: string): Vault {
  const path = storesOf(dataDir).accessKey;
  const keyFor = async (use: string) => Buffer.from(hkdfSync("sha256", await readSecret(path), "", use, 32));
  return {
    async seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", await keyFor("seal"), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    async unseal(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", await keyFor("seal"), bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
      } catch {
        throw new Damaged(path, "sealed under another key than");
      }
    },
    async nameOf(...parts) {
      return createHmac("sha256", await keyFor("name"))
        .update(JSON.stringify(parts))
        .digest("base64url");
    }
  };
}
