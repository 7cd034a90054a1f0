import { isPassword } from "#app/auth/password.server.ts";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { issueToken, revokeTokens } from "#app/auth/token.server.ts";
import { HOUR, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { accountExistsLetter, verifyEmailLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { foldEmail } from "./rules.ts";

const LIFETIME = 24 * HOUR;

type Request = { personId: string; email: string; current: string; address: string; now: Moment };

/**
 * Sends a link to the new address; the change happens when it is followed. When the address has another account, its
 * owner gets a letter instead, and the answer is the same.
 */
export async function requestEmailChange(
  database: Database,
  { personId, email, current, address, now }: Request,
): Promise<void> {
  await countAttempt(database, { kind: "verification", address, account: personId, now });
  const person = await database
    .selectFrom("person")
    .select(["name", "emailFolded", "language", "passwordHash"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  if (!(await isPassword(current, person.passwordHash))) throw new Refused([{ code: "password-wrong", at: "current" }]);
  const emailFolded = foldEmail(email);
  if (emailFolded === person.emailFolded) throw new Refused([{ code: "email-same", at: "email" }]);
  await database.transaction().execute(async (trx) => {
    await revokeTokens(trx, { personId, purpose: "change-email", now });
    const secret = await issueToken(trx, { purpose: "change-email", personId, email, lifetime: LIFETIME, now });
    const owner = await trx
      .selectFrom("person")
      .select(["id", "name", "email", "language"])
      .where("emailFolded", "=", emailFolded)
      .executeTakeFirst();
    const letter = owner
      ? accountExistsLetter(owner.language, {
          name: owner.name,
          signInUrl: absoluteLink(paths.signIn()),
          resetUrl: absoluteLink(paths.forgotPassword()),
        })
      : verifyEmailLetter(person.language, {
          name: person.name,
          url: absoluteLink(paths.confirmEmail(secret)),
          hours: LIFETIME / HOUR,
        });
    await postLetter(trx, {
      letter,
      to: owner
        ? { personId: owner.id, email: owner.email, language: owner.language }
        : { personId, email, language: person.language },
      dedupeKey: `change-email:${personId}:${now}`,
      now,
    });
  });
}
