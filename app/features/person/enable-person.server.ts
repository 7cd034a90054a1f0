import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { holdAdministrators, isAdministrator } from "./administrators-step.server.ts";

/** Lets a person who was shut out sign in again. */
export async function enablePerson(
  database: Database,
  { personId, enabledBy, now }: { personId: string; enabledBy: string; now: Moment },
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    if (!isAdministrator(await holdAdministrators(trx), enabledBy)) throw new NotFound();
    const enabled = await trx
      .updateTable("person")
      .set({ disabledAt: null })
      .where("id", "=", personId)
      .where("disabledAt", "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (!enabled) throw new NotFound();
    await recordEvent(trx, {
      action: "person.enabled",
      subjectKind: "person",
      subjectId: personId,
      actorId: enabledBy,
      now,
    });
  });
}
