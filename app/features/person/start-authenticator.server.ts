import { newTotpSecret, totpKey } from "#app/auth/totp.server.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

/**
 * The secret to enter into an authenticator app, made on first asking and the same until it is confirmed.
 * Refused for an address that is not confirmed, and when an app is set up already.
 */
export async function startAuthenticator(
  database: Database,
  { personId }: { personId: string },
): Promise<{ secret: string; uri: string }> {
  return database.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .select(["email", "emailVerifiedAt", "totpSecret", "totpConfirmedAt"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    if (!person.emailVerifiedAt) throw new Refused([{ code: "email-unverified" }]);
    if (person.totpConfirmedAt) throw new Refused([{ code: "authenticator-set-up" }]);
    const sealed = person.totpSecret ?? newTotpSecret();
    if (!person.totpSecret)
      await trx.updateTable("person").set({ totpSecret: sealed }).where("id", "=", personId).execute();
    return totpKey(sealed, person.email);
  });
}
