import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { hashSecret } from "#app/auth/session.server.ts";
import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import { foldEmail } from "#app/features/person/rules.ts";
import type { Language } from "#app/i18n/text.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId, newSecret } from "#app/lib/id.server.ts";
import { later, type Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { postInvitation } from "./invitation-step.server.ts";
import { INVITATION_LIFETIME, OPEN_INVITATIONS } from "./rules.ts";

export type Invitation = {
  email: string;
  name: string;
  role: "organiser" | "chair" | "juror";
  programmeId: string;
  /** The round whose panel they join on accepting; null for the programme alone. */
  roundId: string | null;
  language: Language;
  /** Words of the organiser's own, in the letter and on the page behind its link. */
  message?: string;
  invitedBy: string;
  now: Moment;
};

/**
 * Invites somebody by letter. Asking again for the same task while the first invitation is open answers that one.
 * The caller has asked the gate for `jury.invite` in the programme. Answers the invitation's id.
 */
export async function inviteToPanel(
  database: Database,
  { email, name, role, programmeId, roundId, language, message = "", invitedBy, now }: Invitation,
): Promise<string> {
  await countAttempt(database, { kind: "invitation", account: invitedBy, now });
  return database.transaction().execute(async (trx) => {
    await lock(trx, "invitation", programmeId);
    if (roundId) {
      const round = await trx
        .selectFrom("round")
        .innerJoin("call", "call.id", "round.callId")
        .select("round.callId")
        .where("round.id", "=", roundId)
        .where("call.programmeId", "=", programmeId)
        .executeTakeFirst();
      if (!round) throw new NotFound();
      await refuseTied(trx, { personId: invitedBy, callId: round.callId, applicationIds: [] });
    }
    const open = await trx
      .selectFrom("invitation")
      .select(["id", "emailFolded", "role", "roundId"])
      .where("programmeId", "=", programmeId)
      .where("acceptedAt", "is", null)
      .where("declinedAt", "is", null)
      .where("revokedAt", "is", null)
      .where("expiresAt", ">", now)
      .limit(OPEN_INVITATIONS)
      .execute();
    const emailFolded = foldEmail(email);
    const same = open.find((one) => one.emailFolded === emailFolded && one.role === role && one.roundId === roundId);
    if (same) return same.id;
    if (open.length >= OPEN_INVITATIONS)
      throw new Refused([{ code: "too-many-invitations", facts: { limit: OPEN_INVITATIONS } }]);
    const id = newId();
    const secret = newSecret();
    await trx
      .insertInto("invitation")
      .values({
        id,
        tokenHash: hashSecret(secret),
        email,
        emailFolded,
        name,
        role,
        programmeId,
        roundId,
        language,
        message,
        invitedBy,
        createdAt: now,
        expiresAt: later(now, INVITATION_LIFETIME),
        acceptedAt: null,
        acceptedBy: null,
        declinedAt: null,
        declineReason: null,
        revokedAt: null,
      })
      .execute();
    await postInvitation(trx, { invitationId: id, secret, now });
    await recordEvent(trx, {
      action: "invitation.sent",
      subjectKind: "invitation",
      subjectId: id,
      programmeId,
      actorId: invitedBy,
      details: { role },
      now,
    });
    return id;
  });
}
