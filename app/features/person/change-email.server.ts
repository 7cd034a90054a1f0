import { consumeToken } from "#app/auth/token.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import { emailChangedLetter } from "#app/mail/letters/account.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { foldEmail } from "./rules.ts";

/** Makes the address that the link was sent to the account's own, and tells the old one. Only its own person may. */
export async function changeEmail(
  database: Database,
  { personId, secret, now }: { personId: string; secret: string; now: Moment },
): Promise<void> {
  const worthless = new Refused([{ code: "link-used-or-old" }]);
  try {
    await database.transaction().execute(async (trx) => {
      const token = await consumeToken(trx, { secret, purpose: "change-email", now });
      if (token?.personId !== personId) throw worthless;
      const { email } = token;
      const old = await trx
        .selectFrom("person")
        .select(["name", "email", "language"])
        .where("id", "=", personId)
        .executeTakeFirstOrThrow();
      await trx
        .updateTable("person")
        .set({ email, emailFolded: foldEmail(email), emailVerifiedAt: now })
        .where("id", "=", personId)
        .execute();
      // A link sent to the old address must not open the account any more.
      await trx
        .updateTable("token")
        .set({ usedAt: now })
        .where("personId", "=", personId)
        .where("usedAt", "is", null)
        .execute();
      await recordEvent(trx, {
        action: "person.email-changed",
        subjectKind: "person",
        subjectId: personId,
        actorId: personId,
        now,
      });
      await postLetter(trx, {
        letter: emailChangedLetter(old.language, { name: old.name, email }),
        to: { personId, email: old.email, language: old.language },
        dedupeKey: `email-changed:${personId}:${now}`,
        now,
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw worthless;
    throw error;
  }
}
