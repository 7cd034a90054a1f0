import { moveApplications } from "#app/features/check/move-applications.server.ts";
import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { countUnchecked, findPreviousRound, findRoundOfProgramme, listCandidates, planOf } from "./queries.server.ts";
import { openingObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  organiserId: string;
  /** When jurors must be done; the planned end when left out. */
  closesAt?: Moment | null;
  /** How often each entry is to be read; as planned when left out. */
  reviewsPerEntry?: number;
  /** Opens although some entries handed in are not through their formal check: they stay outside. */
  leavesUnchecked?: boolean;
  now: Moment;
};

/**
 * Opens a round: freezes the submission of every entry that is eligible (or was advanced by the round before) and
 * lets jurors in. Answers how many entries came in. Refused with everything that is lacking.
 */
export function openRound(
  db: Database,
  { roundId, programmeId, organiserId, closesAt, reviewsPerEntry, leavesUnchecked = false, now }: Request,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    const previous = await findPreviousRound(trx, round);
    const candidates = await listCandidates(trx, { callId: round.callId, previousRoundId: previous?.id ?? null });
    const end = closesAt ?? round.closesAt;
    const obstacles = openingObstacles(
      {
        round,
        plan: planOf(round),
        closesAt: end,
        callClosesAt: round.callClosesAt,
        previous: previous && { isPublished: previous.publishedAt !== null },
        entries: candidates.length,
        unchecked: await countUnchecked(trx, round.callId),
        leavesUnchecked,
      },
      now,
    );
    if (obstacles.length > 0) throw new Refused(obstacles);

    for (let start = 0; start < candidates.length; start += 500)
      await trx
        .insertInto("roundEntry")
        .values(
          candidates.slice(start, start + 500).map(({ id, submissionId }) => ({
            id: newId(),
            roundId,
            applicationId: id,
            submissionId,
            createdAt: now,
          })),
        )
        .execute();
    const moved = await moveApplications(trx, candidates, { to: "in_review", actorId: organiserId, now });
    if (moved !== candidates.length) throw new Refused([{ code: "changed-meanwhile" }]);
    await trx
      .updateTable("round")
      .set({
        openedAt: now,
        openedBy: organiserId,
        closesAt: end,
        reviewsPerEntry: reviewsPerEntry ?? round.reviewsPerEntry,
      })
      .where("id", "=", roundId)
      .execute();
    await recordEvent(trx, {
      action: "round.opened",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: {
        entries: candidates.length,
        closesAt: end,
        reviewsPerEntry: reviewsPerEntry ?? round.reviewsPerEntry,
        leavesUnchecked,
      },
      now,
    });
    return candidates.length;
  });
}
