import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { issueToken, revokeTokens } from "#app/auth/token.server.ts";
import { HOUR, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { verifyEmailLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { VERIFY_LIFETIME } from "./rules.ts";

/** Sends the confirmation letter again; the links before it stop working. Nothing happens once confirmed. */
export async function resendVerification(
  database: Database,
  { personId, address, now }: { personId: string; address: string; now: Moment },
): Promise<void> {
  await countAttempt(database, { kind: "verification", address, account: personId, now });
  await database.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["id", "name", "email", "language"])
      .where("id", "=", personId)
      .where("emailVerifiedAt", "is", null)
      .executeTakeFirst();
    if (!person) return;
    await revokeTokens(trx, { personId, purpose: "verify-email", now });
    const secret = await issueToken(trx, {
      purpose: "verify-email",
      personId,
      email: person.email,
      lifetime: VERIFY_LIFETIME,
      now,
    });
    const url = absoluteLink(paths.verifyEmail(secret));
    await postLetter(trx, {
      letter: verifyEmailLetter(person.language, { name: person.name, url, hours: VERIFY_LIFETIME / HOUR }),
      to: { personId, email: person.email, language: person.language },
      dedupeKey: `verify-email:${personId}:${now}`,
      now,
    });
  });
}
