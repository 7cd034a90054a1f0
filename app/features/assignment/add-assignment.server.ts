import { listBarredPairs } from "#app/features/conflict/queries.server.ts";
import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { listEntrants, listPanel } from "#app/features/panel/queries.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { placePairs } from "./order.ts";
import { listAssignments, listEntries, listPiles } from "./queries.server.ts";
import { assignmentObstacles } from "./rules.ts";

type Request = {
  roundId: string;
  programmeId: string;
  applicationId: string;
  jurorId: string;
  organiserId: string;
  now: Moment;
};

/** Gives one entry to one juror by hand, under the same rules as the plan. Answers the assignment's id. */
export function addAssignment(
  db: Database,
  { roundId, programmeId, applicationId, jurorId, organiserId, now }: Request,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [applicationId] });
    const panel = await listPanel(trx, roundId);
    const juror = panel.find((one) => one.personId === jurorId && one.leftAt === null && one.disabledAt === null);
    const own = (await listAssignments(trx, roundId)).filter((one) => one.jurorId === jurorId);
    const barred = await listBarredPairs(trx, roundId);
    const obstacles = assignmentObstacles({
      round,
      isOnPanel: juror !== undefined,
      isEntry: (await listEntries(trx, roundId)).some((entry) => entry.id === applicationId),
      isBarred: barred.some((pair) => pair.applicationId === applicationId && pair.personId === jurorId),
      isEntrant: (await listEntrants(trx, round.callId)).has(jurorId),
      isAssigned: own.some((one) => one.applicationId === applicationId),
      load: own.length,
      maxLoad: juror?.maxLoad ?? round.maxLoad,
    });
    if (obstacles.length > 0) throw new Refused(obstacles);

    const id = newId();
    const [placed] = placePairs([{ applicationId, jurorId }], id, await listPiles(trx, roundId));
    if (!placed) throw new NotFound();
    await trx
      .insertInto("assignment")
      .values({ id, roundId, ...placed, assignedBy: organiserId, createdAt: now })
      .execute();
    await recordEvent(trx, {
      action: "assignment.added",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { assignmentId: id, applicationId, jurorId },
      now,
    });
    return id;
  });
}
