import { hashPassword, isPassword } from "#app/auth/password.server.ts";
import { countAttempt, forgiveAttempt } from "#app/auth/rate-limit.server.ts";
import { endSessions } from "#app/auth/session.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { passwordChangedLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findHouseZone } from "./queries.server.ts";
import { passwordObstacles } from "./rules.ts";

type Change = {
  personId: string;
  current: string;
  password: string;
  /** Stays signed in; every other session ends. */
  sessionId: string;
  now: Moment;
};

/** Changes the password of who knows the present one. */
export async function changePassword(
  database: Database,
  { personId, current, password, sessionId, now }: Change,
): Promise<void> {
  const person = await database
    .selectFrom("person")
    .select(["name", "email", "language", "passwordHash"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  const attempt = { kind: "code", account: `password:${personId}`, now } as const;
  await countAttempt(database, attempt);
  if (!(await isPassword(current, person.passwordHash))) throw new Refused([{ code: "password-wrong", at: "current" }]);
  await forgiveAttempt(database, attempt);
  const obstacles = passwordObstacles(password, person);
  if (obstacles.length > 0) throw new Refused(obstacles);
  const passwordHash = await hashPassword(password);
  const timeZone = await findHouseZone(database);
  await database.transaction().execute(async (trx) => {
    await trx.updateTable("person").set({ passwordHash }).where("id", "=", personId).execute();
    await endSessions(trx, { personId, except: sessionId });
    await recordEvent(trx, {
      action: "person.password-changed",
      subjectKind: "person",
      subjectId: personId,
      actorId: personId,
      now,
    });
    await postLetter(trx, {
      letter: passwordChangedLetter(person.language, {
        name: person.name,
        at: now,
        timeZone,
        url: absoluteLink(paths.forgotPassword()),
      }),
      to: { personId, email: person.email, language: person.language },
      dedupeKey: `password-changed:${personId}:${now}`,
      now,
    });
  });
}
