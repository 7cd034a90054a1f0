import { refuseTied } from "#app/features/conflict/refuse-tied.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { invitationLetter } from "#app/mail/letters/invitation.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Db } from "#db/database.server.ts";

/** A step of a use-case: posts the letter with the link of an invitation. */
export async function postInvitation(
  trx: Db,
  { invitationId, secret, now }: { invitationId: string; secret: string; now: Moment },
): Promise<void> {
  const row = await trx
    .selectFrom("invitation")
    .innerJoin("programme", "programme.id", "invitation.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .innerJoin("person as inviter", "inviter.id", "invitation.invitedBy")
    .leftJoin("round", "round.id", "invitation.roundId")
    .leftJoin("person as invited", "invited.emailFolded", "invitation.emailFolded")
    .select(["invitation.email", "invitation.name", "invitation.role", "invitation.language"])
    .select("invitation.message")
    .select(["invitation.expiresAt", "invitation.programmeId", "programme.nameZh", "programme.nameEn"])
    .select(["edition.timeZone", "inviter.name as inviterName", "invited.id as personId"])
    .select(["round.nameZh as roundZh", "round.nameEn as roundEn"])
    .where("invitation.id", "=", invitationId)
    .executeTakeFirstOrThrow();
  const { language } = row;
  await postLetter(trx, {
    letter: invitationLetter(language, {
      name: row.name,
      inviter: row.inviterName,
      role: row.role,
      programme: language === "zh" ? row.nameZh : row.nameEn,
      round: language === "zh" ? row.roundZh : row.roundEn,
      url: absoluteLink(paths.invitation(secret)),
      message: row.message,
      expiresAt: row.expiresAt,
      timeZone: row.timeZone,
    }),
    to: { personId: row.personId, email: row.email, language },
    dedupeKey: `invitation:${invitationId}:${now}`,
    programmeId: row.programmeId,
    now,
  });
}

/** A step of a use-case: whoever has an entry in the call leaves the invitations to its juries alone. Throws NotFound. */
export async function refuseEntrant(
  trx: Db,
  { invitationId, personId }: { invitationId: string; personId: string },
): Promise<void> {
  const invitation = await trx
    .selectFrom("invitation")
    .innerJoin("round", "round.id", "invitation.roundId")
    .select("round.callId")
    .where("invitation.id", "=", invitationId)
    .executeTakeFirst();
  if (invitation) await refuseTied(trx, { personId, callId: invitation.callId, applicationIds: [] });
}
