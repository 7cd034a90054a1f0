import { consumeToken } from "#app/auth/token.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

/** Takes the word of whoever holds the link that the address is theirs. The link works once. Answers the address. */
export async function verifyEmail(
  database: Database,
  { secret, now }: { secret: string; now: Moment },
): Promise<string> {
  return database.transaction().execute(async (trx) => {
    const token = await consumeToken(trx, { secret, purpose: "verify-email", now });
    if (!token?.personId) throw new Refused([{ code: "link-used-or-old" }]);
    await trx
      .updateTable("person")
      .set({ emailVerifiedAt: now })
      .where("id", "=", token.personId)
      .where("email", "=", token.email)
      .where("emailVerifiedAt", "is", null)
      .execute();
    await recordEvent(trx, {
      action: "person.verified",
      subjectKind: "person",
      subjectId: token.personId,
      actorId: token.personId,
      now,
    });
    return token.email;
  });
}
