import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { findRoundOfProgramme, listProgress } from "./queries.server.ts";
import { closingObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  organiserId: string;
  /** How many unsent reviews the organiser was told of. */
  confirmedUnsent: number;
  now: Moment;
};

/** Ends a round: from now on no mark changes. Refused when more reviews are unsent than the organiser knew. */
export function closeRound(
  db: Database,
  { roundId, programmeId, organiserId, confirmedUnsent, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    const progress = (await listProgress(trx, round.callId)).get(roundId);
    const unsent = progress ? progress.assigned - progress.sent : 0;
    const obstacles = closingObstacles({ round, unsent, confirmedUnsent });
    if (obstacles.length > 0) throw new Refused(obstacles);
    await trx.updateTable("round").set({ closedAt: now, closedBy: organiserId }).where("id", "=", roundId).execute();
    await recordEvent(trx, {
      action: "round.closed",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { unsent },
      now,
    });
  });
}
