import { createHash } from "node:crypto";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import { invitationState } from "./rules.ts";

/** What the page behind the link of a letter shows. Undefined for an unknown link. */
export async function findInvitation(db: Db, { secret, now }: { secret: string; now: Moment }) {
  const row = await db
    .selectFrom("invitation")
    .innerJoin("programme", "programme.id", "invitation.programmeId")
    .innerJoin("edition", "edition.id", "programme.editionId")
    .innerJoin("person as inviter", "inviter.id", "invitation.invitedBy")
    .leftJoin("round", "round.id", "invitation.roundId")
    .leftJoin("person as invited", "invited.emailFolded", "invitation.emailFolded")
    .select(["invitation.id", "invitation.email", "invitation.emailFolded", "invitation.name", "invitation.role"])
    .select(["invitation.programmeId", "invitation.roundId", "invitation.language", "invitation.invitedBy"])
    .select("invitation.message")
    .select(["invitation.expiresAt", "invitation.acceptedAt", "invitation.acceptedBy", "invitation.declinedAt"])
    .select(["invitation.revokedAt", "programme.nameZh", "programme.nameEn", "edition.timeZone"])
    .select(["inviter.name as inviterName", "invited.id as invitedId"])
    .select(["round.nameZh as roundZh", "round.nameEn as roundEn", "round.isBlind"])
    .select(["round.opensAt", "round.closesAt", "round.maxLoad"])
    .where("invitation.tokenHash", "=", createHash("sha256").update(secret).digest("hex"))
    .executeTakeFirst();
  return row && { ...row, state: invitationState(row, now) };
}

/** The invitations of a programme (and one round of it), newest first, for the organiser's panel page. */
export async function listInvitations(
  db: Db,
  { programmeId, roundId, now }: { programmeId: string; roundId?: string; now: Moment },
) {
  let query = db
    .selectFrom("invitation")
    .select(["id", "email", "name", "role", "roundId", "createdAt", "expiresAt"])
    .select(["acceptedAt", "declinedAt", "declineReason", "revokedAt"])
    .where("programmeId", "=", programmeId);
  if (roundId) query = query.where("roundId", "=", roundId);
  const rows = await query.orderBy("createdAt", "desc").orderBy("id", "desc").limit(500).execute();
  return rows.map((row) => ({ ...row, state: invitationState(row, now) }));
}
