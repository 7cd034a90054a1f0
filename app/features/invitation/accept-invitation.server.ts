import { hashPassword } from "#app/auth/password.server.ts";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { passwordObstacles } from "#app/features/person/rules.ts";
import type { Language } from "#app/i18n/text.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { findInvitation } from "./queries.server.ts";
import { answerObstacles } from "./rules.ts";

type Acceptance = {
  secret: string;
  /** Who accepts: the signed-in person, or somebody new whose address the link has proved. */
  by: { personId: string } | { name: string; password: string; language: Language };
  address: string;
  now: Moment;
};

/**
 * Accepts an invitation: the role in the programme, the place on the round's panel, and for somebody new an account.
 * Of any number at the same time exactly one succeeds. Answers the person's id.
 */
export async function acceptInvitation(database: Database, { secret, by, address, now }: Acceptance): Promise<string> {
  await countAttempt(database, { kind: "link", address, now });
  const invitation = await findInvitation(database, { secret, now });
  if (!invitation) throw new NotFound();
  const obstacles = answerObstacles(invitation, now);
  if (obstacles.length > 0) throw new Refused(obstacles);
  const account = "personId" in by ? null : await newAccount(invitation, by);
  return database.transaction().execute(async (trx) => {
    const personId = "personId" in by ? by.personId : newId();
    if (account) await insertAccount(trx, { id: personId, ...account, now });
    const taken = await trx
      .updateTable("invitation")
      .set({ acceptedAt: now, acceptedBy: personId })
      .where("id", "=", invitation.id)
      .where("acceptedAt", "is", null)
      .where("declinedAt", "is", null)
      .where("revokedAt", "is", null)
      .where("expiresAt", ">", now)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) throw new Refused([{ code: "invitation-accepted" }]);
    await giveTask(trx, { personId, ...invitation, now });
    await recordEvent(trx, {
      action: "invitation.accepted",
      subjectKind: "invitation",
      subjectId: invitation.id,
      programmeId: invitation.programmeId,
      actorId: personId,
      now,
    });
    return personId;
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

async function newAccount(
  { email, emailFolded, invitedId }: Found,
  { name, password, language }: { name: string; password: string; language: Language },
) {
  if (invitedId) throw new Refused([{ code: "account-known" }]);
  const obstacles = passwordObstacles(password, { email, name });
  if (obstacles.length > 0) throw new Refused(obstacles);
  return { email, emailFolded, name, language, passwordHash: await hashPassword(password) };
}

type Account = Awaited<ReturnType<typeof newAccount>> & { id: string; now: Moment };

async function insertAccount(trx: Db, { now, ...account }: Account) {
  const made = await trx
    .insertInto("person")
    .values({
      ...account,
      emailVerifiedAt: now,
      totpSecret: null,
      totpConfirmedAt: null,
      disabledAt: null,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.column("emailFolded").doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Refused([{ code: "invitation-accepted" }]);
}

type Task = Pick<Found, "role" | "programmeId" | "roundId" | "invitedBy" | "maxLoad"> & {
  personId: string;
  now: Moment;
};

async function giveTask(trx: Db, { personId, role, programmeId, roundId, invitedBy, maxLoad, now }: Task) {
  const held = await trx
    .selectFrom("role")
    .select("id")
    .where("personId", "=", personId)
    .where("kind", "=", role)
    .where("programmeId", "=", programmeId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  if (!held)
    await trx
      .insertInto("role")
      .values({ id: newId(), personId, kind: role, programmeId, grantedBy: invitedBy, grantedAt: now, revokedAt: null })
      .execute();
  if (!roundId || role === "organiser") return;
  await trx
    .insertInto("panelist")
    .values({
      id: newId(),
      roundId,
      personId,
      maxLoad: maxLoad ?? 40,
      expertise: "[]",
      addedBy: invitedBy,
      addedAt: now,
      leftAt: null,
    })
    .onConflict((conflict) => conflict.columns(["roundId", "personId"]).doUpdateSet({ leftAt: null }))
    .execute();
}
