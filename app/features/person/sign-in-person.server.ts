import { isPassword } from "#app/auth/password.server.ts";
import { countAttempt, forgiveAttempt } from "#app/auth/rate-limit.server.ts";
import { endSessions, findSession, hashSecret, startSession } from "#app/auth/session.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { foldEmail } from "./rules.ts";

type SignIn = {
  email: string;
  password: string;
  /** The token the browser came with, whose session ends here. */
  oldToken: string | undefined;
  userAgent: string;
  address: string;
  now: Moment;
};

/**
 * Starts a session for who knows the password. Unknown, disabled and wrong are one answer that takes as long.
 * With a second factor set up the session is good for nothing until that is shown.
 */
export async function signInPerson(
  database: Database,
  { email, password, oldToken, userAgent, address, now }: SignIn,
): Promise<{ token: string; needsSecondFactor: boolean }> {
  const emailFolded = foldEmail(email);
  const attempt = { kind: "sign-in", address, account: emailFolded, now } as const;
  await countAttempt(database, attempt);
  const person = await database
    .selectFrom("person")
    .select(["id", "passwordHash", "disabledAt"])
    .where("emailFolded", "=", emailFolded)
    .executeTakeFirst();
  const isRight = await isPassword(password, person?.passwordHash);
  if (!person || !isRight || person.disabledAt) throw new Refused([{ code: "sign-in-wrong" }]);
  await forgiveAttempt(database, attempt);
  return database.transaction().execute(async (trx) => {
    if (oldToken) await trx.deleteFrom("session").where("id", "=", hashSecret(oldToken)).execute();
    const token = await startSession(trx, { personId: person.id, userAgent, secondFactorAt: null, now });
    const session = await findSession(trx, { token, now });
    if (!session) await endSessions(trx, { personId: person.id, only: hashSecret(token) });
    return { token, needsSecondFactor: session?.isComplete === false };
  });
}
