import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { findRoundOfProgramme } from "#app/features/round/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

type Request = {
  panelistId: string;
  roundId: string;
  programmeId: string;
  maxLoad: number;
  organiserId: string;
  now: Moment;
};

/**
 * Sets how many entries a juror reads at most. A pile that is larger already stays: the next plan hands on what they
 * have not begun.
 */
export function changeLoad(
  db: Database,
  { panelistId, roundId, programmeId, maxLoad, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "round", roundId);
    const round = await findRoundOfProgramme(trx, { roundId, programmeId });
    if (!round) throw new NotFound();
    await refuseTied(trx, { personId: organiserId, callId: round.callId, applicationIds: [] });
    if (round.closedAt) throw new Refused([{ code: "round-closed" }]);
    const place = await trx
      .selectFrom("panelist")
      .select(["personId", "maxLoad"])
      .where("id", "=", panelistId)
      .where("roundId", "=", roundId)
      .where("leftAt", "is", null)
      .executeTakeFirst();
    if (!place) throw new NotFound();
    if (place.maxLoad === maxLoad) return;
    await trx.updateTable("panelist").set({ maxLoad }).where("id", "=", panelistId).execute();
    await recordEvent(trx, {
      action: "panelist.changed",
      subjectKind: "round",
      subjectId: roundId,
      programmeId,
      actorId: organiserId,
      details: { personId: place.personId, from: place.maxLoad, to: maxLoad },
      now,
    });
  });
}
