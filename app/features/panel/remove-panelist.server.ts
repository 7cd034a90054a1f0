import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

type Request = { panelistId: string; roundId: string; programmeId: string; organiserId: string; now: Moment };

/**
 * Takes a juror off a round's panel. What nobody has begun is unassigned; what was begun or sent stays as it is, and
 * no more is given to them. Answers how many assignments were taken back.
 */
export function removePanelist(
  db: Database,
  { panelistId, roundId, programmeId, organiserId, now }: Request,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    if (round.closedAt) throw new Refused([{ code: "round-closed" }]);
    const left = await trx
      .updateTable("panelist")
      .set({ leftAt: now })
      .where("id", "=", panelistId)
      .where("roundId", "=", roundId)
      .where("leftAt", "is", null)
      .returning("personId")
      .executeTakeFirst();
    if (!left) throw new NotFound();
    const taken = await dropUntouched(trx, { roundId, jurorId: left.personId });
    await recordEvent(trx, {
      action: "panelist.removed",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { personId: left.personId, unassigned: taken },
      now,
    });
    return taken;
  });
}

async function dropUntouched(trx: Db, { roundId, jurorId }: { roundId: string; jurorId: string }): Promise<number> {
  const dropped = await trx
    .deleteFrom("assignment")
    .where("roundId", "=", roundId)
    .where("jurorId", "=", jurorId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom("review").select("review.id").whereRef("review.assignmentId", "=", "assignment.id")),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("recusal")
            .select("recusal.assignmentId")
            .whereRef("recusal.assignmentId", "=", "assignment.id"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(dropped.numDeletedRows);
}
