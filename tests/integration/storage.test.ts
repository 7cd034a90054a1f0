import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FileStore, openStore, PartRefused, UploadGone, type UploadRef } from "#storage/files.server.ts";
import { bytesOfPart, partBytesFor, partCount } from "#storage/keys.ts";
import { partAddress, readPartAddress } from "#storage/signature.server.ts";

const drivers = process.env.S3_ENDPOINT || process.env.CI ? (["disk", "s3"] as const) : (["disk"] as const);
const PART = 5 * 1024 * 1024;

function s3Url(): string {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = process.env;
  if (!S3_ENDPOINT) throw new Error("S3_ENDPOINT is missing: run the tests with npm test");
  process.env.AWS_ACCESS_KEY_ID = S3_ACCESS_KEY;
  process.env.AWS_SECRET_ACCESS_KEY = S3_SECRET_KEY;
  const query = new URLSearchParams({
    endpoint: S3_ENDPOINT,
    region: S3_REGION ?? "us-east-1",
    forcePathStyle: "true",
  });
  return `s3://${S3_BUCKET}/suite-${randomUUID()}?${query}`;
}

describe.each(drivers)("the store on %s", (driver) => {
  let store: FileStore;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "store "));
    const storageUrl = driver === "s3" ? s3Url() : "";
    store = openStore({ storageUrl, dataDirectory: directory, secret: "s".repeat(43), origin: "http://localhost" });
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const checkOf = (bytes: Buffer) =>
    store.partCheck === "md5"
      ? createHash("md5").update(bytes).digest("base64")
      : crc32(bytes).toString(16).padStart(8, "0");
  const content = randomBytes(PART * 2 + 12_345);

  async function begin(bytes = content.length): Promise<UploadRef> {
    const key = `2027/05/${randomUUID()}`;
    const uploadId = await store.createUpload({ key, bytes, partBytes: PART, contentType: "video/mp4" });
    return { uploadId, key, bytes, partBytes: PART };
  }
  async function send(
    upload: UploadRef,
    number: number,
    bytes = content.subarray((number - 1) * PART, number * PART),
    check = checkOf(bytes),
  ) {
    await store.putPart(upload, { number, bytes: bytesOfPart(number, upload), check }, Readable.from([bytes]));
  }
  const whole = async (key: string, range?: { start: number; end: number }) =>
    buffer(await store.read(key, range ? { range } : {}));

  test("keeps an upload of three parts, sent in any order, byte for byte", async () => {
    const upload = await begin();
    await Promise.all([send(upload, 3), send(upload, 1), send(upload, 2)]);
    expect((await store.listParts(upload)).map(({ number, bytes }) => [number, bytes])).toEqual([
      [1, PART],
      [2, PART],
      [3, 12_345],
    ]);
    expect(await store.completeUpload(upload)).toMatchObject({ bytes: content.length });
    expect((await whole(upload.key)).equals(content)).toBe(true);
  });

  test("answers a second completion like the first", async () => {
    const upload = await begin(100);
    await send(upload, 1, content.subarray(0, 100));
    const first = await store.completeUpload(upload);
    expect(await store.completeUpload(upload)).toEqual(first);
    expect(await store.head(upload.key)).toEqual(first);
  });

  test("does not complete while a part is missing", async () => {
    const upload = await begin();
    await send(upload, 1);
    await expect(store.completeUpload(upload)).rejects.toThrow(PartRefused);
    expect(await store.head(upload.key)).toBeNull();
  });

  test("refuses a part with one wrong bit, too many bytes or too few, and does not list it", async () => {
    const upload = await begin();
    const right = content.subarray(0, PART);
    const flipped = Buffer.from(right);
    flipped.writeUInt8(flipped.readUInt8(77) ^ 1, 77);
    await expect(send(upload, 1, flipped, checkOf(right))).rejects.toThrow(PartRefused);
    await expect(send(upload, 1, content.subarray(0, PART + 1), checkOf(right))).rejects.toThrow(PartRefused);
    await expect(send(upload, 1, content.subarray(0, PART - 1), checkOf(right))).rejects.toThrow(PartRefused);
    expect(await store.listParts(upload)).toEqual([]);
    await send(upload, 1);
    expect(await store.listParts(upload)).toHaveLength(1);
  });

  test("takes a part again, also twice at the same moment", async () => {
    const upload = await begin();
    await Promise.all([send(upload, 1), send(upload, 1)]);
    await send(upload, 1);
    await Promise.all([send(upload, 2), send(upload, 3)]);
    await store.completeUpload(upload);
    expect((await whole(upload.key)).equals(content)).toBe(true);
  });

  test("knows nothing of an upload that was aborted, and aborting twice is the same as once", async () => {
    const upload = await begin();
    await send(upload, 1);
    await store.abortUpload(upload);
    await store.abortUpload(upload);
    await expect(store.listParts(upload)).rejects.toThrow(UploadGone);
    await expect(send(upload, 1)).rejects.toThrow(UploadGone);
  });

  test("reads ranges, heads and deletes", async () => {
    const key = `2027/05/${randomUUID()}`;
    await store.put(key, content.subarray(0, 1000), "application/pdf");
    expect((await whole(key, { start: 10, end: 19 })).equals(content.subarray(10, 20))).toBe(true);
    expect(await store.head(key)).toMatchObject({ bytes: 1000 });
    await store.delete(key);
    await store.delete(key);
    expect(await store.head(key)).toBeNull();
    await expect(store.read(key)).rejects.toThrow();
  });

  test("signs a request that carries exactly one part", async () => {
    const upload = await begin(100);
    const bytes = content.subarray(0, 100);
    const part = { number: 1, bytes: 100, check: checkOf(bytes) };
    const { url, headers } = await store.signPart(upload, part, { seconds: 900, now: Date.now() });
    if (driver === "disk")
      return expect(readPartAddress(new URL(url), "s".repeat(43), Date.now())).toMatchObject({
        number: 1,
        bytes: 100,
        offset: 0,
      });
    const wrong = await fetch(url, { method: "PUT", headers, body: content.subarray(1, 101) });
    expect(wrong.status).toBe(400);
    const longer = await fetch(url, { method: "PUT", headers, body: content.subarray(0, 101) });
    expect(longer.status).toBe(403);
    const right = await fetch(url, { method: "PUT", headers, body: bytes });
    expect(right.status).toBe(200);
    expect(await store.completeUpload(upload)).toMatchObject({ bytes: 100 });
  });
});

describe("a signed part address", () => {
  const secret = "k".repeat(43);
  const now = 1_800_000_000_000;
  const part = {
    uploadId: randomUUID(),
    number: 2,
    bytes: 100,
    check: "0123abcd",
    offset: 8_388_608,
    expires: now / 1000 + 900,
  };
  const address = new URL(partAddress(part, secret), "http://localhost");

  test("says what was signed", () => {
    expect(readPartAddress(address, secret, now)).toEqual(part);
  });

  test.each([
    ["another size", "s", "101"],
    ["another checksum", "c", "0123abce"],
    ["another place", "o", "0"],
    ["a later end", "e", String(part.expires + 1)],
    ["another signature", "g", "AAAA"],
  ])("is nothing with %s", (_what, name, value) => {
    const changed = new URL(address);
    changed.searchParams.set(name, value);
    expect(readPartAddress(changed, secret, now)).toBeNull();
  });

  test("is nothing for another part, another upload, another key or after its time", () => {
    expect(readPartAddress(new URL(address.href.replace("/2?", "/3?")), secret, now)).toBeNull();
    expect(readPartAddress(new URL(address.href.replace(part.uploadId, randomUUID())), secret, now)).toBeNull();
    expect(readPartAddress(address, "x".repeat(43), now)).toBeNull();
    expect(readPartAddress(address, secret, now + 901_000)).toBeNull();
  });

  test.each(["..", "%2e%2e", "a/b", "0", "01x", "1e3"])("is nothing with the hostile id or number %s", (hostile) => {
    expect(readPartAddress(new URL(`/u/v1/${hostile}/1${address.search}`, address), secret, now)).toBeNull();
    expect(
      readPartAddress(new URL(`/u/v1/${part.uploadId}/${hostile}${address.search}`, address), secret, now),
    ).toBeNull();
  });
});

describe("parts of a file", () => {
  test.each([
    [1, 1],
    [8 * 2 ** 20, 1],
    [8 * 2 ** 20 + 1, 2],
    [300 * 10 ** 6, 36],
    [20 * 2 ** 30, 320],
    [64 * 2 ** 30, 1024],
  ])("of %i bytes are %i, and their sizes sum up", (bytes, count) => {
    const partBytes = partBytesFor(bytes);
    expect(partCount(bytes, partBytes)).toBe(count);
    let sum = 0;
    for (let number = 1; number <= count; number++) sum += bytesOfPart(number, { bytes, partBytes });
    expect(sum).toBe(bytes);
    expect(bytesOfPart(0, { bytes, partBytes })).toBe(0);
    expect(bytesOfPart(count + 1, { bytes, partBytes })).toBe(0);
  });
});
