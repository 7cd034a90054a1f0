import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { draftAssignments } from "./draft-assignments.server.ts";
import { placePairs } from "./order.ts";
import type { Pair } from "./panel-shape.ts";
import { listPiles } from "./queries.server.ts";

type Request = {
  roundId: string;
  programmeId: string;
  seed: number;
  /** Of the plan the organiser looked at. */
  fingerprint: string;
  organiserId: string;
  now: Moment;
};

/**
 * Writes the plan that was previewed, computed anew from the same seed. When entries, panel, conflicts or assignments
 * changed since, it is refused and nothing is written. Applying twice is the same as once.
 */
export function applyAssignmentPlan(
  db: Database,
  { roundId, programmeId, seed, fingerprint, organiserId, now }: Request,
): Promise<{ added: number; released: number }> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    if (!round.openedAt) throw new Refused([{ code: "round-not-open" }]);
    if (round.closedAt) throw new Refused([{ code: "round-closed" }]);
    const draft = await draftAssignments(trx, { round, seed });
    if (draft.fingerprint !== fingerprint) throw new Refused([{ code: "changed-meanwhile" }]);

    const { released } = draft.plan;
    await releasePairs(trx, { roundId, released });
    const fresh = draft.plan.pairs
      .filter((pair) => pair.isNew)
      .map(({ entryId, jurorId }) => ({ applicationId: entryId, jurorId }));
    const placed = placePairs(fresh, `${roundId}:${seed}`, await listPiles(trx, roundId));
    for (let start = 0; start < placed.length; start += 500)
      await trx
        .insertInto("assignment")
        .values(
          placed
            .slice(start, start + 500)
            .map((one) => ({ id: newId(), roundId, ...one, assignedBy: organiserId, createdAt: now })),
        )
        .execute();
    await recordEvent(trx, {
      action: "assignment.planned",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { seed, added: placed.length, released: released.length, fingerprint },
      now,
    });
    return { added: placed.length, released: released.length };
  });
}

async function releasePairs(trx: Db, { roundId, released }: { roundId: string; released: readonly Pair[] }) {
  for (const { entryId, jurorId } of released)
    await trx
      .deleteFrom("assignment")
      .where("roundId", "=", roundId)
      .where("applicationId", "=", entryId)
      .where("jurorId", "=", jurorId)
      .where((eb) =>
        eb.not(
          eb.exists(eb.selectFrom("review").select("review.id").whereRef("review.assignmentId", "=", "assignment.id")),
        ),
      )
      .execute();
}
