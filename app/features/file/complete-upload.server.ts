import { enqueue } from "#app/jobs/enqueue.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { type FileStore, PartRefused, UploadGone } from "#storage/files.server.ts";
import type { FileRow } from "./queries.server.ts";

/**
 * All parts have been sent: makes the object and has it verified. Only what was verified counts as received. A second
 * time is the same as once. Throws Refused when parts are missing or the upload is gone.
 */
export async function completeUpload(
  db: Database,
  store: FileStore,
  { file, now }: { file: FileRow; now: Moment },
): Promise<void> {
  if (file.state !== "uploading") return;
  const upload = { uploadId: file.uploadId, key: file.storageKey, bytes: file.bytes, partBytes: file.partBytes };
  try {
    await store.completeUpload(upload);
  } catch (error) {
    if (error instanceof PartRefused) throw new Refused([{ code: "parts-missing", at: file.slot }]);
    if (error instanceof UploadGone) throw new Refused([{ code: "upload-gone", at: file.slot }]);
    throw error;
  }
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("file")
      .set({ state: "verifying", completedAt: now })
      .where("id", "=", file.id)
      .where("state", "=", "uploading")
      .executeTakeFirst();
    if (numUpdatedRows === 1n)
      await enqueue(trx, "file-verification", { fileId: file.id }, { now, dedupeKey: file.id });
  });
}
