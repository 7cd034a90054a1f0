import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { holdAdministrators, isAdministrator } from "./administrators-step.server.ts";
import { lastAdministratorObstacles } from "./rules.ts";

type Revocation = { personId: string; roleId: string; revokedBy: string; now: Moment };

/** Takes a role from a person; it is gone on their next request. The last administrator stays. */
export async function revokeRole(database: Database, { personId, roleId, revokedBy, now }: Revocation): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const administrators = await holdAdministrators(trx);
    if (!isAdministrator(administrators, revokedBy)) throw new NotFound();
    const role = await trx
      .updateTable("role")
      .set({ revokedAt: now })
      .where("id", "=", roleId)
      .where("personId", "=", personId)
      .where("revokedAt", "is", null)
      .returning(["kind", "programmeId"])
      .executeTakeFirst();
    if (!role) throw new NotFound();
    const obstacles = role.kind === "administrator" ? lastAdministratorObstacles(administrators, personId) : [];
    if (obstacles.length > 0) throw new Refused(obstacles);
    await recordEvent(trx, {
      action: "role.revoked",
      subjectKind: "person",
      subjectId: personId,
      programmeId: role.programmeId,
      actorId: revokedBy,
      details: { kind: role.kind },
      now,
    });
  });
}
