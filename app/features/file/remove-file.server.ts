import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import type { FileRow } from "./queries.server.ts";
import { refuseLocked } from "./refuse-locked.server.ts";
import { requestRemoval } from "./remove-bytes.server.ts";

type Request = { file: FileRow; actorId: string; now: Moment };

/**
 * Takes a file out of its slot, unless a correction leaves that slot as it was sealed. Its bytes go, soon after, only
 * when no sealed submission holds it: what was handed in stays whole.
 */
export function removeFile(db: Database, { file, actorId, now }: Request): Promise<void> {
  return db.transaction().execute(async (trx) => {
    // A submission that is being sealed with this file ends first, and then holds its bytes.
    await lock(trx, "application", file.applicationId);
    await refuseLocked(trx, { applicationId: file.applicationId, slot: file.slot, now });
    await trx.updateTable("file").set({ state: "removed", removedAt: now }).where("id", "=", file.id).execute();
    await recordEvent(trx, {
      action: "file.removed",
      subjectKind: "application",
      subjectId: file.applicationId,
      actorId,
      details: { fileId: file.id, slot: file.slot },
      now,
    });
    const holding = await trx
      .selectFrom("submission")
      .select("id")
      .where("applicationId", "=", file.applicationId)
      .where("manifest", "like", `%${file.id}%`)
      .limit(1)
      .executeTakeFirst();
    if (!holding) await requestRemoval(trx, [file], now);
  });
}
