import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signed part address says. `expires` in seconds since 1970. */
export type PartAddress = {
  uploadId: string;
  number: number;
  bytes: number;
  check: string;
  offset: number;
  expires: number;
};

/** Spells the address of one part with its signature (HMAC-SHA256 over everything in it). */
export function partAddress(part: PartAddress, secret: string): string {
  const { uploadId, number, bytes, check, offset, expires } = part;
  const query = new URLSearchParams({
    e: String(expires),
    s: String(bytes),
    c: check,
    o: String(offset),
    g: signature(part, secret),
  });
  return `/u/v1/${uploadId}/${number}?${query}`;
}

/** Reads an address back. Null when it was tampered with, is not ours, or its time is up at `now` (milliseconds). */
export function readPartAddress(url: URL, secret: string, now: number): PartAddress | null {
  const [, , , uploadId = "", number = ""] = url.pathname.split("/");
  const given = (name: string) => url.searchParams.get(name) ?? "";
  if (!/^[0-9a-f-]{36}$/.test(uploadId) || !/^\d{1,5}$/.test(number) || !/^[0-9a-f]{8}$/.test(given("c"))) return null;
  const part = {
    uploadId,
    number: Number(number),
    bytes: Number(given("s")),
    check: given("c"),
    offset: Number(given("o")),
    expires: Number(given("e")),
  };
  if (![part.bytes, part.offset, part.expires].every(Number.isSafeInteger)) return null;
  const expected = Buffer.from(signature(part, secret));
  const actual = Buffer.from(given("g"));
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return part.expires * 1000 < now ? null : part;
}

function signature({ uploadId, number, bytes, check, offset, expires }: PartAddress, secret: string): string {
  const text = ["v1", "PUT", uploadId, number, bytes, check, offset, expires].join("\n");
  return createHmac("sha256", `part:${secret}`).update(text).digest("base64url");
}
