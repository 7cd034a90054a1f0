import type { Readable } from "node:stream";
import { openDiskStore } from "./disk.server.ts";
import { openS3Store } from "./s3.server.ts";

/** An upload under way: made once, known by its id; bytes and part size never change. */
export type UploadRef = { uploadId: string; key: string; bytes: number; partBytes: number };

/** A part as it is announced before it is sent. `check` is what the store asks for: CRC-32 (8 hex digits) or MD5 (base64). */
export type PartSpec = { number: number; bytes: number; check: string };
export type StoredPart = { number: number; bytes: number; etag: string };
export type StoredObject = { bytes: number; etag: string };
export type ByteRange = { start: number; end: number };
export type SignedRequest = { url: string; headers: Record<string, string> };

/** Thrown when an upload is not there (any more): it was completed, aborted or never made. */
export class UploadGone extends Error {}
/** Thrown when the bytes of a part are not what was announced. */
export class PartRefused extends Error {}

/**
 * Where bytes are kept. Two drivers, one contract (tests/integration/storage.test.ts). Bytes are streamed, never held.
 * Who may do what, deadlines and quotas are not its business.
 */
export interface FileStore {
  /** Which checksum a part is announced with. */
  readonly partCheck: "crc32" | "md5";
  /** Begins an upload of exactly `bytes` bytes and answers its id. */
  createUpload(upload: Omit<UploadRef, "uploadId"> & { contentType: string }): Promise<string>;
  /** A request by which a browser may put exactly this part, until `seconds` from now. Size and check are bound into it. */
  signPart(upload: UploadRef, part: PartSpec, options: { seconds: number; now: number }): Promise<SignedRequest>;
  /** Writes one part from our own process. Throws PartRefused when size or check do not fit, UploadGone. */
  putPart(upload: UploadRef, part: PartSpec, body: Readable): Promise<void>;
  /** The parts that arrived whole. Throws UploadGone. */
  listParts(upload: UploadRef): Promise<StoredPart[]>;
  /** Makes the object of all parts. A second time answers the same. Throws UploadGone, PartRefused when parts are missing. */
  completeUpload(upload: UploadRef): Promise<StoredObject>;
  /** Drops an upload and its parts. Gone is done. */
  abortUpload(upload: UploadRef): Promise<void>;
  /** Stores something small at once. */
  put(key: string, body: Uint8Array, contentType: string): Promise<StoredObject>;
  head(key: string): Promise<StoredObject | null>;
  /** Streams an object or one range of it (both ends included). Throws when it is not there. */
  read(key: string, options?: { range?: ByteRange; signal?: AbortSignal }): Promise<Readable>;
  /** Missing is deleted. */
  delete(key: string): Promise<void>;
}

export type StoreSettings = {
  /** Empty: disk. `s3://bucket/prefix?endpoint=…&region=…&forcePathStyle=true`, with the usual AWS variables. */
  storageUrl: string;
  dataDirectory: string;
  secret: string;
  /** Where the disk driver's signed part addresses begin. */
  origin: string;
};

/** Opens the store the settings name. */
export function openStore({ storageUrl, dataDirectory, secret, origin }: StoreSettings): FileStore {
  return storageUrl ? openS3Store(storageUrl) : openDiskStore({ directory: dataDirectory, secret, origin });
}
