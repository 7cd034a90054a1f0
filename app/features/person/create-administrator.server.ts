import { hashPassword } from "#app/auth/password.server.ts";
import { consumeToken } from "#app/auth/token.server.ts";
import type { Language } from "#app/i18n/text.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { holdAdministrators } from "./administrators-step.server.ts";
import { foldEmail, passwordObstacles } from "./rules.ts";

type Administrator = {
  name: string;
  email: string;
  password: string;
  language: Language;
  /** The secret of the one-time link; null when an operator asks at the machine itself. */
  secret: string | null;
  now: Moment;
};

/**
 * Makes an administrator. By the one-time link only while there is none; an operator at the command line may add one
 * at any time, and a person who has an account already keeps it and gets the role. Answers the person's id.
 */
export async function createAdministrator(
  database: Database,
  { name, email, password, language, secret, now }: Administrator,
): Promise<string> {
  const obstacles = passwordObstacles(password, { email, name });
  if (obstacles.length > 0) throw new Refused(obstacles);
  const passwordHash = await hashPassword(password);
  return database.transaction().execute(async (trx) => {
    const administrators = await holdAdministrators(trx);
    if (secret !== null) {
      const token = await consumeToken(trx, { secret, purpose: "first-administrator", now });
      if (!token || administrators.length > 0) throw new Refused([{ code: "link-used-or-old" }]);
    }
    const emailFolded = foldEmail(email);
    const known = await trx.selectFrom("person").select("id").where("emailFolded", "=", emailFolded).executeTakeFirst();
    const personId = known?.id ?? newId();
    const proven = { name, passwordHash, emailVerifiedAt: now, disabledAt: null };
    if (known) await trx.updateTable("person").set(proven).where("id", "=", personId).execute();
    else
      await trx
        .insertInto("person")
        .values({
          id: personId,
          email,
          emailFolded,
          language,
          totpSecret: null,
          totpConfirmedAt: null,
          createdAt: now,
          ...proven,
        })
        .execute();
    if (!administrators.some((one) => one.personId === personId))
      await trx
        .insertInto("role")
        .values({
          id: newId(),
          personId,
          kind: "administrator",
          programmeId: null,
          grantedBy: null,
          grantedAt: now,
          revokedAt: null,
        })
        .execute();
    await recordEvent(trx, {
      action: "role.granted",
      subjectKind: "person",
      subjectId: personId,
      actorId: null,
      details: { kind: "administrator", by: secret === null ? "operator" : "first link" },
      now,
    });
    return personId;
  });
}
