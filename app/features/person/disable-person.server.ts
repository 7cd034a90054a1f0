import { endSessions } from "#app/auth/session.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { holdAdministrators, isAdministrator } from "./administrators-step.server.ts";
import { lastAdministratorObstacles } from "./rules.ts";

type Disabling = { personId: string; disabledBy: string; now: Moment };

/** Shuts a person out: no sign-in, every session over. What they wrote stays. The last administrator stays. */
export async function disablePerson(database: Database, { personId, disabledBy, now }: Disabling): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const administrators = await holdAdministrators(trx);
    if (!isAdministrator(administrators, disabledBy)) throw new NotFound();
    if (administrators.some((one) => one.personId === personId)) {
      const obstacles = lastAdministratorObstacles(administrators, personId);
      if (obstacles.length > 0) throw new Refused(obstacles);
    }
    const disabled = await trx
      .updateTable("person")
      .set({ disabledAt: now })
      .where("id", "=", personId)
      .where("disabledAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!disabled) throw new NotFound();
    await endSessions(trx, { personId });
    await recordEvent(trx, {
      action: "person.disabled",
      subjectKind: "person",
      subjectId: personId,
      actorId: disabledBy,
      now,
    });
  });
}
