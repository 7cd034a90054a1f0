import { randomBytes } from "node:crypto";

let lastTime = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of time, 12 bits of a counter within the millisecond, 62 random bits.
 * Sorts by the time it was made. Not a secret: for links that give a right use `newSecret`.
 */
export function newId(): string {
  const time = Math.max(Date.now(), lastTime);
  sequence = time === lastTime ? sequence + 1 : 0;
  lastTime = sequence > 0xfff ? time + 1 : time;
  if (sequence > 0xfff) sequence = 0;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastTime, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 256 random bits as 43 URL-safe characters: session tokens and links that give a right. Store only its hash. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
