import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

type Request = { honourId: string; roundId: string; programmeId: string; organiserId: string; now: Moment };

/** Takes an unpublished honour back. */
export function removeHonour(
  db: Database,
  { honourId, roundId, programmeId, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    if (round.publishedAt) throw new Refused([{ code: "decisions-locked" }]);
    const removed = await trx
      .deleteFrom("honour")
      .where("id", "=", honourId)
      .where("callId", "=", round.callId)
      .where("applicationId", "in", (eb) =>
        eb.selectFrom("roundEntry").select("roundEntry.applicationId").where("roundEntry.roundId", "=", roundId),
      )
      .returning(["applicationId", "awardId"])
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [removed.applicationId] });
    await recordEvent(trx, {
      action: "honour.removed",
      subjectKind: "application",
      subjectId: removed.applicationId,
      programmeId,
      actorId: organiserId,
      details: { awardId: removed.awardId },
      now,
    });
  });
}
