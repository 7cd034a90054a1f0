import { z } from "zod";
import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database, Db } from "#db/database.server.ts";
import type { UploadRef } from "#storage/files.server.ts";
import { fileStore } from "#storage/store.server.ts";
import type { FileRow } from "./queries.server.ts";

type Stored = Pick<FileRow, "storageKey" | "uploadId" | "bytes" | "partBytes">;

/** So many files a job: a payload stays small, and a failure repeats little. */
const AT_ONCE = 100;

const payload = z.object({
  uploads: z.array(
    z.object({
      key: z.string(),
      uploadId: z.string(),
      bytes: z.number(),
      partBytes: z.number(),
    }) satisfies z.ZodType<UploadRef>,
  ),
});

/**
 * Has the bytes of files removed from the store once the caller's transaction stands: objects and unfinished uploads
 * alike. The caller knows that nothing sealed holds them.
 */
export async function requestRemoval(trx: Db, files: readonly Stored[], now: Moment): Promise<void> {
  const uploads = files.map(({ storageKey: key, uploadId, bytes, partBytes }) => ({ key, uploadId, bytes, partBytes }));
  for (let start = 0; start < uploads.length; start += AT_ONCE)
    await enqueue(trx, "byte-removal", { uploads: uploads.slice(start, start + AT_ONCE) }, { now });
}

/** The job: what is gone already is done. */
export async function byteRemoval(_db: Database, told: unknown): Promise<void> {
  for (const upload of payload.parse(told).uploads) {
    if (upload.uploadId) await fileStore().abortUpload(upload);
    await fileStore().delete(upload.key);
  }
}
