import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { refuseEntrant } from "./invitation-step.server.ts";

type Revocation = { invitationId: string; programmeId: string; revokedBy: string; now: Moment };

/** Takes an unanswered invitation back. */
export async function revokeInvitation(
  database: Database,
  { invitationId, programmeId, revokedBy, now }: Revocation,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await refuseEntrant(trx, { invitationId, personId: revokedBy });
    const revoked = await trx
      .updateTable("invitation")
      .set({ revokedAt: now })
      .where("id", "=", invitationId)
      .where("programmeId", "=", programmeId)
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!revoked) throw new NotFound();
    await recordEvent(trx, {
      action: "invitation.revoked",
      subjectKind: "invitation",
      subjectId: invitationId,
      programmeId,
      actorId: revokedBy,
      now,
    });
  });
}
