import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { issueToken, revokeTokens } from "#app/auth/token.server.ts";
import { MINUTE, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { resetPasswordLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { foldEmail } from "./rules.ts";

const LIFETIME = 60 * MINUTE;

/** Sends the owner of an address a way back in. An unknown address costs the same write and gets the same answer. */
export async function requestPasswordReset(
  database: Database,
  { email, address, now }: { email: string; address: string; now: Moment },
): Promise<void> {
  const emailFolded = foldEmail(email);
  await countAttempt(database, { kind: "reset", address, account: emailFolded, now });
  await database.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["id", "name", "email", "language"])
      .where("emailFolded", "=", emailFolded)
      .where("disabledAt", "is", null)
      .executeTakeFirst();
    if (person) await revokeTokens(trx, { personId: person.id, purpose: "reset-password", now });
    const secret = await issueToken(trx, {
      purpose: "reset-password",
      personId: person?.id ?? null,
      email: person?.email ?? "",
      lifetime: LIFETIME,
      now,
    });
    if (!person) return;
    const url = absoluteLink(paths.resetPassword(secret));
    await postLetter(trx, {
      letter: resetPasswordLetter(person.language, { name: person.name, url, minutes: LIFETIME / MINUTE }),
      to: { personId: person.id, email: person.email, language: person.language },
      dedupeKey: `reset-password:${person.id}:${now}`,
      now,
    });
  });
}
