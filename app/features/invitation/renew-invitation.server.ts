import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { hashSecret } from "#app/auth/session.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newSecret } from "#app/lib/id.server.ts";
import { later, type Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { postInvitation, refuseEntrant } from "./invitation-step.server.ts";
import { INVITATION_LIFETIME } from "./rules.ts";

type Renewal = { invitationId: string; programmeId: string; renewedBy: string; now: Moment };

/** Sends an invitation anew, with a new link and the full time to answer; the old link is worthless. */
export async function renewInvitation(
  database: Database,
  { invitationId, programmeId, renewedBy, now }: Renewal,
): Promise<void> {
  await countAttempt(database, { kind: "invitation", account: renewedBy, now });
  const secret = newSecret();
  await database.transaction().execute(async (trx) => {
    await refuseEntrant(trx, { invitationId, personId: renewedBy });
    const renewed = await trx
      .updateTable("invitation")
      .set({
        tokenHash: hashSecret(secret),
        expiresAt: later(now, INVITATION_LIFETIME),
        declinedAt: null,
        declineReason: null,
      })
      .where("id", "=", invitationId)
      .where("programmeId", "=", programmeId)
      .where("acceptedAt", "is", null)
      .where("revokedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!renewed) throw new NotFound();
    await postInvitation(trx, { invitationId, secret, now });
    await recordEvent(trx, {
      action: "invitation.renewed",
      subjectKind: "invitation",
      subjectId: invitationId,
      programmeId,
      actorId: renewedBy,
      now,
    });
  });
}
