import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { findInvitation } from "./queries.server.ts";
import { answerObstacles } from "./rules.ts";

type Refusal = { secret: string; reason: string; address: string; now: Moment };

/** Says no, with a reason if there is one. Saying no twice is the same as once. */
export async function declineInvitation(database: Database, { secret, reason, address, now }: Refusal): Promise<void> {
  await countAttempt(database, { kind: "link", address, now });
  await database.transaction().execute(async (trx) => {
    const invitation = await findInvitation(trx, { secret, now });
    if (!invitation) throw new NotFound();
    if (invitation.state === "declined") return;
    const obstacles = answerObstacles(invitation, now);
    if (obstacles.length > 0) throw new Refused(obstacles);
    const declined = await trx
      .updateTable("invitation")
      .set({ declinedAt: now, declineReason: reason })
      .where("id", "=", invitation.id)
      .where("acceptedAt", "is", null)
      .executeTakeFirst();
    if (declined.numUpdatedRows !== 1n) throw new Refused([{ code: "invitation-accepted" }]);
    await recordEvent(trx, {
      action: "invitation.declined",
      subjectKind: "invitation",
      subjectId: invitation.id,
      programmeId: invitation.programmeId,
      actorId: null,
      now,
    });
  });
}
