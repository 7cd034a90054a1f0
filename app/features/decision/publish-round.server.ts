import { findCallById, findDefinition } from "#app/features/call/queries.server.ts";
import { moveApplications } from "#app/features/check/move-applications.server.ts";
import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findNextRound, findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { postOutcomes } from "./post-outcomes.server.ts";
import { listDecisions, listHonours, tallyRound } from "./queries.server.ts";
import { publicationObstacles, stateAfterPublication, type Tally } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  organiserId: string;
  /** The numbers the organiser was shown and confirmed. */
  confirmed: Omit<Tally, "entries">;
  now: Moment;
};

/**
 * Publishes a round in one act: every entry comes into its state, every lead gets their letter, and from then on the
 * decisions are locked. Publishing twice is the same as once. Answers the numbers.
 */
export function publishRound(
  db: Database,
  { roundId, programmeId, organiserId, confirmed, now }: Request,
): Promise<Tally> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    const tally = await tallyRound(trx, { roundId, callId: round.callId });
    if (round.publishedAt) return tally;
    const obstacles = publicationObstacles({ closedAt: round.closedAt, tally, confirmed });
    if (obstacles.length > 0) throw new Refused(obstacles);

    await trx
      .insertInto("publication")
      .values({ id: newId(), callId: round.callId, roundId, publishedBy: organiserId, publishedAt: now })
      .execute();
    const isLastRound = (await findNextRound(trx, round)) === null;
    const results = await moveEntries(trx, { roundId, callId: round.callId, isLastRound, organiserId, now });
    const call = await findCallById(trx, round.callId);
    const definition = await findDefinition(trx, round.definitionId);
    if (!call || !definition) throw new NotFound();
    await postOutcomes(trx, { round, call, awards: definition.awards, results, programmeId, now });
    await recordEvent(trx, {
      action: "round.published",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { ...tally },
      now,
    });
    return tally;
  });
}

type Moving = { roundId: string; callId: string; isLastRound: boolean; organiserId: string; now: Moment };

async function moveEntries(trx: Db, { roundId, callId, isLastRound, organiserId, now }: Moving) {
  const honours = await listHonours(trx, callId);
  const results = (await listDecisions(trx, { roundId })).flatMap(({ outcome, ...row }) => {
    const awardIds = honours.filter((honour) => honour.applicationId === row.id).map((honour) => honour.awardId);
    if (!outcome) return [];
    const to = stateAfterPublication({ outcome, isHonoured: awardIds.length > 0, isLastRound });
    return [{ id: row.id, state: row.state, outcome, awardIds, to }];
  });
  for (const to of new Set(results.map((result) => result.to))) {
    const moving = results.filter((result) => result.to === to);
    const moved = await moveApplications(trx, moving, { to, actorId: organiserId, now });
    if (moved !== moving.length) throw new Refused([{ code: "changed-meanwhile" }]);
  }
  return results;
}
