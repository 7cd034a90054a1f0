import { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { type FileStore, PartRefused, type StoredPart, UploadGone, type UploadRef } from "./files.server.ts";
import { bytesOfPart, partCount } from "./keys.ts";

/**
 * Files in an S3-compatible store. Browsers put parts straight into it by signed requests that bind size and MD5.
 * Written to live with servers that ignore newer checksums, answer a completion without an ETag, or call a gone upload
 * NoSuchKey: so every 404 is «gone», and a completion is believed only after a HEAD.
 */
export function openS3Store(storageUrl: string): FileStore {
  const url = new URL(storageUrl);
  const bucket = url.hostname;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  const endpoint = url.searchParams.get("endpoint");
  const region = url.searchParams.get("region");
  const client = new S3Client({
    // Without one in the address the SDK reads the usual AWS variables.
    ...(region ? { region } : {}),
    ...(endpoint ? { endpoint } : {}),
    forcePathStyle: url.searchParams.get("forcePathStyle") === "true",
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket, Key: prefix ? `${prefix}/${key}` : key });
  const of = ({ key, uploadId }: Pick<UploadRef, "key" | "uploadId">) => ({ ...at(key), UploadId: uploadId });

  const store: FileStore = {
    partCheck: "md5",

    async createUpload({ key, contentType }) {
      const made = await client.send(new CreateMultipartUploadCommand({ ...at(key), ContentType: contentType }));
      if (!made.UploadId) throw new Error("the store gave no upload id");
      return made.UploadId;
    },

    async signPart(upload, { number, bytes, check }, { seconds }) {
      const command = new UploadPartCommand({
        ...of(upload),
        PartNumber: number,
        ContentLength: bytes,
        ContentMD5: check,
      });
      const signed = await getSignedUrl(client, command, {
        expiresIn: seconds,
        unhoistableHeaders: new Set(["content-md5"]),
        signableHeaders: new Set(["content-length", "content-md5", "host"]),
      });
      return { url: signed, headers: { "Content-MD5": check } };
    },

    async putPart(upload, { number, bytes, check }, body) {
      if (bytes !== bytesOfPart(number, upload)) throw new PartRefused("no such part");
      const sending = new AbortController();
      const counted = Readable.from(exactly(bytes, body), { objectMode: false });
      // The client waits for ever for a body that broke off: so it is told.
      counted.once("error", (error) => sending.abort(error));
      try {
        await client.send(
          new UploadPartCommand({
            ...of(upload),
            PartNumber: number,
            Body: counted,
            ContentLength: bytes,
            ContentMD5: check,
          }),
          { abortSignal: sending.signal },
        );
      } catch (error) {
        throw sending.signal.aborted ? sending.signal.reason : translated(error);
      }
    },

    async listParts(upload) {
      const parts: StoredPart[] = [];
      let marker: string | undefined;
      try {
        do {
          const page = await client.send(new ListPartsCommand({ ...of(upload), PartNumberMarker: marker }));
          for (const part of page.Parts ?? [])
            parts.push({ number: part.PartNumber ?? 0, bytes: part.Size ?? 0, etag: part.ETag ?? "" });
          marker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
        } while (marker);
      } catch (error) {
        throw translated(error);
      }
      return parts.filter((part) => part.bytes === bytesOfPart(part.number, upload));
    },

    async completeUpload(upload) {
      const before = await store.head(upload.key);
      if (before) return before;
      const parts = await store.listParts(upload);
      if (parts.length !== partCount(upload.bytes, upload.partBytes)) throw new PartRefused("parts are missing");
      try {
        await client.send(
          new CompleteMultipartUploadCommand({
            ...of(upload),
            MultipartUpload: { Parts: parts.map((part) => ({ PartNumber: part.number, ETag: part.etag })) },
          }),
        );
      } catch (error) {
        const other = await store.head(upload.key);
        if (other) return other;
        throw translated(error);
      }
      const made = await store.head(upload.key);
      if (made?.bytes !== upload.bytes) throw new PartRefused("the store holds other bytes than were sent");
      return made;
    },

    async abortUpload(upload) {
      try {
        await client.send(new AbortMultipartUploadCommand(of(upload)));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },

    async put(key, body, contentType) {
      await client.send(new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType }));
      const made = await store.head(key);
      if (made?.bytes !== body.byteLength) throw new Error("the store holds other bytes than were sent");
      return made;
    },

    async head(key) {
      try {
        const found = await client.send(new HeadObjectCommand(at(key)));
        return { bytes: found.ContentLength ?? 0, etag: (found.ETag ?? "").replaceAll('"', "") };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },

    async read(key, { range, signal } = {}) {
      const command = new GetObjectCommand({
        ...at(key),
        ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
      });
      const { Body } = await client.send(command, signal ? { abortSignal: signal } : {});
      if (!(Body instanceof Readable)) throw new Error("the store gave no stream");
      return Body;
    },

    async delete(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
  return store;
}

/** The same bytes, if there are as many as were announced. Throws PartRefused. */
async function* exactly(bytes: number, body: Readable): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bytes) throw new PartRefused("more bytes than announced");
    yield chunk;
  }
  if (length !== bytes) throw new PartRefused("fewer bytes than announced");
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

function translated(error: unknown): unknown {
  if (isMissing(error)) return new UploadGone("no such upload");
  const name = error instanceof S3ServiceException ? error.name : "";
  return ["BadDigest", "InvalidDigest", "InvalidPart", "EntityTooSmall"].includes(name) ? new PartRefused(name) : error;
}
