import { findDefinition } from "#app/features/call/queries.server.ts";
import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findNextRound, findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { listDecisions, listHonours } from "./queries.server.ts";
import { honourObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  applicationId: string;
  awardId: string;
  citationZh: string;
  citationEn: string;
  organiserId: string;
  now: Moment;
};

/** Gives an award of the call to an entry of the round, pending until publication. Giving it again changes the words. */
export function recordHonour(
  db: Database,
  { roundId, programmeId, applicationId, awardId, citationZh, citationEn, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    const definition = round && (await findDefinition(trx, round.definitionId));
    const award = definition?.awards.find((one) => one.id === awardId);
    if (!round || !award) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [applicationId] });
    const honours = await listHonours(trx, round.callId);
    const others = honours.filter((one) => one.awardId === awardId && one.applicationId !== applicationId);
    const obstacles = honourObstacles({
      count: award.count,
      given: others.length,
      isEntry: (await listDecisions(trx, { roundId })).some((row) => row.id === applicationId),
      hasCitation: citationZh !== "" && citationEn !== "",
      isLocked: round.publishedAt !== null,
      isLastRound: (await findNextRound(trx, round)) === null,
    });
    if (obstacles.length > 0) throw new Refused(obstacles);

    const honour = { citationZh, citationEn, decidedBy: organiserId, decidedAt: now };
    await trx
      .insertInto("honour")
      .values({ id: newId(), callId: round.callId, applicationId, awardId, ...honour })
      .onConflict((conflict) => conflict.columns(["callId", "applicationId", "awardId"]).doUpdateSet(honour))
      .execute();
    await recordEvent(trx, {
      action: "honour.recorded",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { roundId, awardId, citationZh, citationEn },
      now,
    });
  });
}
