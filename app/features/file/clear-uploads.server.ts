import { enqueue } from "#app/jobs/enqueue.server.ts";
import { clock } from "#app/lib/clock.server.ts";
import { DAY, later } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { fileStore } from "#storage/store.server.ts";

/** After so long without an end an upload is taken to be abandoned. */
const ABANDONED = 7 * DAY;

/** The job that clears abandoned uploads away, and asks to be run again tomorrow. */
export async function uploadClearance(db: Database): Promise<void> {
  const now = clock.now();
  const abandoned = await db
    .selectFrom("file")
    .select(["id", "uploadId", "storageKey", "bytes", "partBytes"])
    .where("state", "=", "uploading")
    .where("createdAt", "<", later(now, -ABANDONED))
    .orderBy("createdAt")
    .limit(500)
    .execute();
  for (const { id, storageKey: key, ...upload } of abandoned) {
    await fileStore().abortUpload({ key, ...upload });
    await db
      .updateTable("file")
      .set({ state: "removed", removedAt: now })
      .where("id", "=", id)
      .where("state", "=", "uploading")
      .execute();
  }
  await scheduleUploadClearance(db, later(now, DAY));
}

/** Sees to it that the clearance runs at `runAt`; asking twice for the same day is the same as once. */
export function scheduleUploadClearance(db: Database, runAt = clock.now()): Promise<void> {
  return enqueue(
    db,
    "upload-clearance",
    {},
    { now: clock.now(), runAt, dedupeKey: `upload-clearance:${runAt.slice(0, 10)}` },
  );
}
