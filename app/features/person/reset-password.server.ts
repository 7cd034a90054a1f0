import { hashPassword } from "#app/auth/password.server.ts";
import { endSessions } from "#app/auth/session.server.ts";
import { consumeToken, findToken } from "#app/auth/token.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { passwordChangedLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findHouseZone } from "./queries.server.ts";
import { passwordObstacles } from "./rules.ts";

const purpose = "reset-password";
const worthless = () => new Refused([{ code: "link-used-or-old" }]);

/**
 * Sets a new password for who holds the link, and ends every session. The link proves the address as well; if it had
 * not been confirmed before, ways to sign in that somebody else may have planted go.
 */
export async function resetPassword(
  database: Database,
  { secret, password, now }: { secret: string; password: string; now: Moment },
): Promise<void> {
  const known = await findToken(database, { secret, purpose, now });
  if (!known?.personId) throw worthless();
  const person = await database
    .selectFrom("person")
    .select(["id", "name", "email", "language", "emailVerifiedAt"])
    .where("id", "=", known.personId)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (!person) throw worthless();
  const obstacles = passwordObstacles(password, person);
  if (obstacles.length > 0) throw new Refused(obstacles);
  const passwordHash = await hashPassword(password);
  const timeZone = await findHouseZone(database);
  await database.transaction().execute(async (trx) => {
    const token = await consumeToken(trx, { secret, purpose, now });
    if (token?.email !== person.email) throw worthless();
    await trx
      .updateTable("person")
      .set({ passwordHash, emailVerifiedAt: person.emailVerifiedAt ?? now })
      .where("id", "=", person.id)
      .execute();
    if (!person.emailVerifiedAt) {
      await trx.deleteFrom("passkey").where("personId", "=", person.id).execute();
      await trx
        .updateTable("person")
        .set({ totpSecret: null, totpConfirmedAt: null })
        .where("id", "=", person.id)
        .execute();
    }
    await endSessions(trx, { personId: person.id });
    await recordEvent(trx, {
      action: "person.password-reset",
      subjectKind: "person",
      subjectId: person.id,
      actorId: person.id,
      now,
    });
    await postLetter(trx, {
      letter: passwordChangedLetter(person.language, {
        name: person.name,
        at: now,
        timeZone,
        url: absoluteLink(paths.forgotPassword()),
      }),
      to: { personId: person.id, email: person.email, language: person.language },
      dedupeKey: `password-changed:${person.id}:${now}`,
      now,
    });
  });
}
