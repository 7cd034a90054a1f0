import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { secondFactorLetter } from "#app/mail/letters/account.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { findHouseZone } from "./queries.server.ts";

/** Takes the authenticator app away, and the recovery codes when no passkey is left that needs them. */
export async function removeAuthenticator(
  database: Database,
  { personId, now }: { personId: string; now: Moment },
): Promise<void> {
  const timeZone = await findHouseZone(database);
  await database.transaction().execute(async (trx) => {
    const person = await trx
      .updateTable("person")
      .set({ totpSecret: null, totpConfirmedAt: null })
      .where("id", "=", personId)
      .where("totpConfirmedAt", "is not", null)
      .returning(["name", "email", "language"])
      .executeTakeFirst();
    if (!person) return;
    const passkey = await trx
      .selectFrom("passkey")
      .select("id")
      .where("personId", "=", personId)
      .limit(1)
      .executeTakeFirst();
    if (!passkey) await trx.deleteFrom("recoveryCode").where("personId", "=", personId).execute();
    await recordEvent(trx, {
      action: "person.second-factor-removed",
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
        change: "removed",
      }),
      to: { personId, email: person.email, language: person.language },
      dedupeKey: `second-factor:${personId}:${now}`,
      now,
    });
  });
}
