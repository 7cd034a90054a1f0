import { countAttempt, forgiveAttempt } from "#app/auth/rate-limit.server.ts";
import { endSessions } from "#app/auth/session.server.ts";
import { takeTotpCode } from "#app/auth/totp.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { Refused } from "#app/lib/refusal.ts";
import { secondFactorLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findHouseZone } from "./queries.server.ts";
import { replaceRecoveryCodes } from "./recovery-step.server.ts";

type Confirmation = { personId: string; sessionId: string; code: string; now: Moment };

/**
 * Sets the authenticator app up once it has shown a right code. From now on signing in asks for it; this session has
 * just shown it, the others end. Answers the recovery codes, to be shown this once.
 */
export async function confirmAuthenticator(
  database: Database,
  { personId, sessionId, code, now }: Confirmation,
): Promise<string[]> {
  const attempt = { kind: "code", account: personId, now } as const;
  await countAttempt(database, attempt);
  const timeZone = await findHouseZone(database);
  const codes = await database.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["name", "email", "language", "totpSecret", "totpConfirmedAt"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    if (person.totpConfirmedAt || !person.totpSecret) throw new Refused([{ code: "authenticator-set-up" }]);
    const used = takeTotpCode(person.totpSecret, { code, now });
    if (!used) throw new Refused([{ code: "code-wrong", at: "code" }]);
    await trx
      .updateTable("person")
      .set({ totpSecret: used, totpConfirmedAt: now })
      .where("id", "=", personId)
      .execute();
    await trx.updateTable("session").set({ secondFactorAt: now }).where("id", "=", sessionId).execute();
    await endSessions(trx, { personId, except: sessionId });
    await recordEvent(trx, {
      action: "person.second-factor-added",
      subjectKind: "person",
      subjectId: personId,
      actorId: personId,
      now,
    });
    await postLetter(trx, {
      letter: secondFactorLetter(person.language, {
        name: person.name,
        at: now,
        timeZone,
        url: absoluteLink(paths.accountSecurity()),
        change: "added",
      }),
      to: { personId, email: person.email, language: person.language },
      dedupeKey: `second-factor:${personId}:${now}`,
      now,
    });
    return replaceRecoveryCodes(trx, personId);
  });
  await forgiveAttempt(database, attempt);
  return codes;
}
