import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { config } from "#app/config.server.ts";

const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", config.secret, "tidemark", purpose, 32));
const sealKey = keyFor("seal");
const hashKey = keyFor("keyed-hash");

/** Seals a text with the installation's secret (AES-256-GCM): the database alone does not give it away. */
export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealKey, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens what `seal` sealed. Throws when it was changed or sealed with another secret. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", sealKey, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A hash that only this installation can make: for short or guessable things (addresses, recovery codes). */
export function keyedHash(text: string): string {
  return createHmac("sha256", hashKey).update(text).digest("hex");
}
