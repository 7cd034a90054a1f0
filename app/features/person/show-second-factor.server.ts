import { countAttempt, forgiveAttempt } from "#app/auth/rate-limit.server.ts";
import { findSession, hashSecret, startSession } from "#app/auth/session.server.ts";
import { takeTotpCode } from "#app/auth/totp.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { foldRecoveryCode } from "./recovery-codes.ts";
import { recoveryCodeHash } from "./recovery-step.server.ts";

type Shown = { token: string; code: string; userAgent: string; address: string; now: Moment };

/**
 * Completes a session by six digits of the authenticator app or by a recovery code, each of which counts once. The
 * session gets a new token: the one that knew only the password is worthless.
 */
export async function showSecondFactor(
  database: Database,
  { token, code, userAgent, address, now }: Shown,
): Promise<string> {
  const session = await findSession(database, { token, now });
  if (!session) throw new Refused([{ code: "session-over" }]);
  const { personId } = session;
  const attempt = { kind: "code", address, account: personId, now } as const;
  await countAttempt(database, attempt);
  const fresh = await database.transaction().execute(async (trx) => {
    if (!(await takeCode(trx, { personId, code, now }))) throw new Refused([{ code: "code-wrong", at: "code" }]);
    await trx.deleteFrom("session").where("id", "=", hashSecret(token)).execute();
    return startSession(trx, { personId, userAgent, secondFactorAt: now, now });
  });
  await forgiveAttempt(database, attempt);
  return fresh;
}

/** A step of a use-case: uses a code up, whichever kind it is. */
export async function takeCode(
  trx: Db,
  { personId, code, now }: { personId: string; code: string; now: Moment },
): Promise<boolean> {
  const person = await trx
    .selectFrom("person")
    .select(["totpSecret", "totpConfirmedAt"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (person?.totpSecret && person.totpConfirmedAt) {
    const used = takeTotpCode(person.totpSecret, { code, now });
    const result =
      used &&
      (await trx
        .updateTable("person")
        .set({ totpSecret: used })
        .where("id", "=", personId)
        .where("totpSecret", "=", person.totpSecret)
        .executeTakeFirst());
    if (result && result.numUpdatedRows === 1n) return true;
  }
  if (foldRecoveryCode(code).length !== 10) return false;
  const recovery = await trx
    .updateTable("recoveryCode")
    .set({ usedAt: now })
    .where("personId", "=", personId)
    .where("codeHash", "=", recoveryCodeHash(personId, code))
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return recovery.numUpdatedRows === 1n;
}
