import { requestRemoval } from "#app/features/file/remove-bytes.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { getApplication } from "./queries.server.ts";

type Request = { applicationId: string; actorId: string; now: Moment };

/**
 * Deletes a draft for good. What was handed in once is withdrawn instead: Refused «not-a-draft». The bytes of
 * its files go after it.
 */
export function deleteDraft(db: Database, { applicationId, actorId, now }: Request): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await getApplication(trx, applicationId);
    if (application.state !== "draft" || application.submissionId) throw new Refused([{ code: "not-a-draft" }]);

    const files = await trx
      .selectFrom("file")
      .select(["id", "storageKey", "uploadId", "bytes", "partBytes"])
      .where("applicationId", "=", applicationId)
      .execute();
    const ofFiles = files.map((file) => file.id);
    for (let start = 0; start < ofFiles.length; start += 500) {
      const some = ofFiles.slice(start, start + 500);
      await trx.deleteFrom("filePart").where("fileId", "in", some).execute();
      await trx.deleteFrom("file").where("id", "in", some).execute();
    }
    await requestRemoval(trx, files, now);
    await trx.deleteFrom("application").where("id", "=", applicationId).execute();
    await recordEvent(trx, {
      action: "application.deleted",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId: application.programmeId,
      actorId,
      details: { files: files.length },
      now,
    });
  });
}
