import { hashPassword } from "#app/auth/password.server.ts";
import { countAttempt } from "#app/auth/rate-limit.server.ts";
import { issueToken } from "#app/auth/token.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { newId } from "#app/lib/id.server.ts";
import { HOUR, type Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { accountExistsLetter, verifyEmailLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { foldEmail, passwordObstacles, VERIFY_LIFETIME } from "./rules.ts";

type SignUp = { name: string; email: string; password: string; language: Language; address: string; now: Moment };

/**
 * Makes an account whose address is still to be confirmed. For a known address nothing is made, its owner gets a
 * letter, and the answer takes as long and says the same: from outside nobody learns who has an account.
 */
export async function signUpPerson(
  database: Database,
  { name, email, password, language, address, now }: SignUp,
): Promise<void> {
  const obstacles = passwordObstacles(password, { email, name });
  if (obstacles.length > 0) throw new Refused(obstacles);
  const emailFolded = foldEmail(email);
  await countAttempt(database, { kind: "sign-up", address, account: emailFolded, now });
  const passwordHash = await hashPassword(password);
  await database.transaction().execute(async (trx) => {
    const person = await trx
      .insertInto("person")
      .values({
        id: newId(),
        email,
        emailFolded,
        name,
        passwordHash,
        language,
        emailVerifiedAt: null,
        totpSecret: null,
        totpConfirmedAt: null,
        disabledAt: null,
        createdAt: now,
      })
      .onConflict((conflict) => conflict.column("emailFolded").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (person) {
      const secret = await issueToken(trx, {
        purpose: "verify-email",
        personId: person.id,
        email,
        lifetime: VERIFY_LIFETIME,
        now,
      });
      const url = absoluteLink(paths.verifyEmail(secret));
      await postLetter(trx, {
        letter: verifyEmailLetter(language, { name, url, hours: VERIFY_LIFETIME / HOUR }),
        to: { personId: person.id, email, language },
        dedupeKey: `verify-email:${person.id}:${now}`,
        now,
      });
      return;
    }
    const owner = await trx
      .selectFrom("person")
      .select(["id", "name", "email", "language", "disabledAt"])
      .where("emailFolded", "=", emailFolded)
      .executeTakeFirstOrThrow();
    if (owner.disabledAt) return;
    await postLetter(trx, {
      letter: accountExistsLetter(owner.language, {
        name: owner.name,
        signInUrl: absoluteLink(paths.signIn()),
        resetUrl: absoluteLink(paths.forgotPassword()),
      }),
      to: { personId: owner.id, email: owner.email, language: owner.language },
      dedupeKey: `account-exists:${owner.id}:${now}`,
      now,
    });
  });
}
