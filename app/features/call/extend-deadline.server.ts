import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, type Obstacle, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

type Request = {
  callId: string;
  programmeId: string;
  /** The new deadline; null where it could not be read. */
  closesAt: Moment | null;
  reason: string;
  organiserId: string;
  now: Moment;
};

/**
 * Moves a call's deadline later, for everybody alike, with a reason that stays in the log. It is never moved earlier:
 * somebody counts on the hours that were promised.
 */
export function extendDeadline(
  db: Database,
  { callId, programmeId, closesAt, reason, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "call", callId);
    const call = await trx
      .selectFrom("call")
      .select("closesAt")
      .where("id", "=", callId)
      .where("programmeId", "=", programmeId)
      .executeTakeFirst();
    if (!call) throw new NotFound();
    const round = await trx
      .selectFrom("round")
      .select("id")
      .where("callId", "=", callId)
      .where("openedAt", "is not", null)
      .limit(1)
      .executeTakeFirst();
    const obstacles: Obstacle[] = [];
    if (round) obstacles.push({ code: "round-already-open" });
    if (!closesAt || closesAt <= call.closesAt || closesAt <= now)
      obstacles.push({ code: "extension-earlier", at: "closesAt" });
    if (reason.trim() === "") obstacles.push({ code: "log-reason-missing", at: "reason" });
    if (!closesAt || obstacles.length > 0) throw new Refused(obstacles);
    await trx.updateTable("call").set({ closesAt }).where("id", "=", callId).execute();
    await recordEvent(trx, {
      action: "deadline.extended",
      subjectKind: "call",
      subjectId: callId,
      programmeId,
      actorId: organiserId,
      details: { from: call.closesAt, to: closesAt, reason },
      now,
    });
  });
}
