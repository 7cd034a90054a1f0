import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";

/** Takes a person's passkey away. */
export async function removePasskey(
  database: Database,
  { personId, passkeyId, now }: { personId: string; passkeyId: string; now: Moment },
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const removed = await trx
      .deleteFrom("passkey")
      .where("id", "=", passkeyId)
      .where("personId", "=", personId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) throw new NotFound();
    await recordEvent(trx, {
      action: "person.passkey-removed",
      subjectKind: "person",
      subjectId: personId,
      actorId: personId,
      now,
    });
  });
}
