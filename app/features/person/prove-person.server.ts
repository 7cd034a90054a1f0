import { isPassword } from "#app/auth/password.server.ts";
import { countAttempt, forgiveAttempt } from "#app/auth/rate-limit.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

type Proof = { personId: string; sessionId: string; password: string; now: Moment };

/** Notes that the person of a session has just proved by the password who they are. */
export async function provePerson(database: Database, { personId, sessionId, password, now }: Proof): Promise<void> {
  const attempt = { kind: "code", account: `password:${personId}`, now } as const;
  await countAttempt(database, attempt);
  const person = await database
    .selectFrom("person")
    .select("passwordHash")
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!(await isPassword(password, person?.passwordHash)))
    throw new Refused([{ code: "password-wrong", at: "password" }]);
  await forgiveAttempt(database, attempt);
  await database
    .updateTable("session")
    .set({ provedAt: now })
    .where("id", "=", sessionId)
    .where("personId", "=", personId)
    .execute();
}
