import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import {
  type FileStore,
  PartRefused,
  type PartSpec,
  type StoredObject,
  type StoredPart,
  UploadGone,
  type UploadRef,
} from "./files.server.ts";
import { bytesOfPart, partCount } from "./keys.ts";
import { partAddress } from "./signature.server.ts";

const READ_AT_ONCE = 1024 * 1024;
/** A socket hands over 64 KiB at a time: written one by one, the line would stand still at each. */
const WRITTEN_AT_ONCE = 512 * 1024;

type Settings = { directory: string; secret: string; origin: string };

/**
 * Files on this machine's disk. An upload is one file of its final size; each part is written at its place and synced,
 * and only then noted in a small file of its own (`<n>.json`, put there by rename). So a part is there whole or not at
 * all, whatever kills the process, and several processes may write parts of one upload. Completing is one rename.
 */
export function openDiskStore({ directory, secret, origin }: Settings): FileStore {
  const objects = join(directory, "files", "objects");
  const uploads = join(directory, "files", "uploads");
  const objectPath = (key: string) => join(objects, checkedKey(key));
  const uploadPath = (uploadId: string) => join(uploads, checkedId(uploadId));

  async function notedParts(upload: UploadRef): Promise<StoredPart[]> {
    const names = await readdir(uploadPath(upload.uploadId)).catch(goneWhenMissing);
    const notes = names.filter((name) => /^\d+\.json$/.test(name));
    const parts = await Promise.all(
      notes.map(
        async (name) => JSON.parse(await readFile(join(uploadPath(upload.uploadId), name), "utf8")) as StoredPart,
      ),
    );
    return parts.sort((a, b) => a.number - b.number);
  }

  const store: FileStore = {
    partCheck: "crc32",

    async createUpload({ bytes }) {
      const uploadId = randomUUID();
      const path = uploadPath(uploadId);
      await mkdir(path, { recursive: true });
      const file = await open(join(path, "data"), "wx", 0o640);
      await file.truncate(bytes);
      await file.close();
      return uploadId;
    },

    async signPart(upload, part, { seconds, now }) {
      const address = {
        uploadId: upload.uploadId,
        number: part.number,
        bytes: part.bytes,
        check: part.check,
        offset: (part.number - 1) * upload.partBytes,
        expires: Math.floor(now / 1000) + seconds,
      };
      return { url: origin + partAddress(address, secret), headers: {} };
    },

    async putPart(upload, part, body) {
      if (part.bytes !== bytesOfPart(part.number, upload)) throw new PartRefused("no such part");
      await writeDiskPart({
        directory,
        uploadId: upload.uploadId,
        part,
        offset: (part.number - 1) * upload.partBytes,
        body,
      });
    },

    listParts: notedParts,

    async completeUpload(upload) {
      const target = objectPath(upload.key);
      const done = await store.head(upload.key);
      if (done) return done;
      const parts = await notedParts(upload);
      if (parts.length !== partCount(upload.bytes, upload.partBytes)) throw new PartRefused("parts are missing");
      const source = join(uploadPath(upload.uploadId), "data");
      await mkdir(dirname(target), { recursive: true });
      try {
        await rename(source, target);
      } catch (error) {
        // Another process completed it in this very moment.
        const other = await store.head(upload.key);
        if (other) return other;
        throw error;
      }
      await syncDirectory(dirname(target));
      await rm(uploadPath(upload.uploadId), { recursive: true, force: true });
      return { bytes: upload.bytes, etag: etagOf({ size: upload.bytes, mtimeMs: (await stat(target)).mtimeMs }) };
    },

    async abortUpload(upload) {
      await rm(uploadPath(upload.uploadId), { recursive: true, force: true });
    },

    async put(key, body) {
      const target = objectPath(key);
      await mkdir(dirname(target), { recursive: true });
      const temporary = `${target}.${randomUUID()}`;
      const file = await open(temporary, "wx", 0o640);
      await file.writeFile(body);
      await file.datasync();
      await file.close();
      await rename(temporary, target);
      await syncDirectory(dirname(target));
      return { bytes: body.byteLength, etag: etagOf(await stat(target)) };
    },

    async head(key): Promise<StoredObject | null> {
      try {
        const found = await stat(objectPath(key));
        return { bytes: found.size, etag: etagOf(found) };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async read(key, { range, signal } = {}) {
      const path = objectPath(key);
      await stat(path);
      return createReadStream(path, { highWaterMark: READ_AT_ONCE, ...range, ...(signal ? { signal } : {}) });
    },

    async delete(key) {
      await rm(objectPath(key), { force: true });
    },
  };
  return store;
}

type PartWriting = { directory: string; uploadId: string; part: PartSpec; offset: number; body: Readable };

/**
 * Writes one part at its place, checking size and CRC-32 on the way; memory stays below a megabyte. Its note is written
 * only after the bytes are on the disk. Throws PartRefused, UploadGone.
 */
export async function writeDiskPart({ directory, uploadId, part, offset, body }: PartWriting): Promise<void> {
  const path = join(directory, "files", "uploads", checkedId(uploadId));
  const file = await open(join(path, "data"), "r+").catch(goneWhenMissing);
  try {
    const note = join(path, `${part.number}.json`);
    let sum = 0;
    let written = 0;
    let gathered: Buffer[] = [];
    let waiting = 0;
    const flush = async () => {
      if (waiting === 0) return;
      const { bytesWritten } = await file.writev(gathered, offset + written);
      if (bytesWritten !== waiting) throw new Error("the disk took only some of the bytes");
      written += waiting;
      gathered = [];
      waiting = 0;
    };
    for await (const chunk of body) {
      const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      if (written + waiting + bytes.length > part.bytes) throw new PartRefused("more bytes than announced");
      sum = crc32(bytes, sum);
      gathered.push(bytes);
      waiting += bytes.length;
      if (waiting >= WRITTEN_AT_ONCE) await flush();
    }
    await flush();
    const check = sum.toString(16).padStart(8, "0");
    if (written !== part.bytes) throw new PartRefused("fewer bytes than announced");
    if (check !== part.check) throw new PartRefused("other bytes than announced");
    await file.datasync();
    const temporary = `${note}.${randomUUID()}`;
    await writeFile(temporary, JSON.stringify({ number: part.number, bytes: written, etag: check }), { flush: true });
    await rename(temporary, note);
  } finally {
    await file.close();
  }
}

function etagOf({ size, mtimeMs }: { size: number; mtimeMs: number }): string {
  return `${size.toString(16)}-${Math.round(mtimeMs).toString(16)}`;
}

async function syncDirectory(path: string) {
  const handle = await open(path, "r");
  await handle.sync();
  await handle.close();
}

function checkedKey(key: string): string {
  if (!/^[\w-]+(\/[\w.-]+)*$/.test(key) || key.includes("..")) throw new RangeError("not an object key");
  return key;
}

function checkedId(uploadId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw new UploadGone("no such upload");
  return uploadId;
}

const isMissing = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";

function goneWhenMissing(error: unknown): never {
  throw isMissing(error) ? new UploadGone("no such upload") : error;
}
