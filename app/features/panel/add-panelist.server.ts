import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { findCandidate } from "./queries.server.ts";
import { panelObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  personId: string;
  maxLoad: number;
  organiserId: string;
  now: Moment;
};

/** Puts a juror of the programme on a round's panel, or takes back who had left it. Answers the place's id. */
export function addPanelist(
  db: Database,
  { roundId, programmeId, personId, maxLoad, organiserId, now }: Request,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    if (round.closedAt) throw new Refused([{ code: "round-closed" }]);
    const candidate = await findCandidate(trx, { personId, roundId, callId: round.callId, programmeId });
    if (!candidate) throw new NotFound();
    const obstacles = panelObstacles(candidate);
    if (obstacles.length > 0) throw new Refused(obstacles);

    const id = candidate.panelistId ?? newId();
    await trx
      .insertInto("panelist")
      .values({ id, roundId, personId, maxLoad, expertise: "[]", addedBy: organiserId, addedAt: now, leftAt: null })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ leftAt: null, maxLoad }))
      .execute();
    await recordEvent(trx, {
      action: "panelist.added",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { personId, maxLoad },
      now,
    });
    return id;
  });
}
