import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import type { RoleKind } from "#db/schema.ts";
import { holdAdministrators, isAdministrator } from "./administrators-step.server.ts";

type Grant = { personId: string; kind: RoleKind; programmeId: string | null; grantedBy: string; now: Moment };

/** Gives a person a role. Only an administrator does; a role they hold already stays as it is. */
export async function grantRole(
  database: Database,
  { personId, kind, programmeId, grantedBy, now }: Grant,
): Promise<void> {
  const place = kind === "administrator" ? null : programmeId;
  if (kind !== "administrator" && !place) throw new Refused([{ code: "programme-needed", at: "programme" }]);
  await database.transaction().execute(async (trx) => {
    if (!isAdministrator(await holdAdministrators(trx), grantedBy)) throw new NotFound();
    const person = await trx
      .selectFrom("person")
      .select("id")
      .where("id", "=", personId)
      .where("disabledAt", "is", null)
      .executeTakeFirst();
    if (!person) throw new NotFound();
    if (place) {
      const programme = await trx.selectFrom("programme").select("id").where("id", "=", place).executeTakeFirst();
      if (!programme) throw new Refused([{ code: "programme-needed", at: "programme" }]);
    }
    const held = await trx
      .selectFrom("role")
      .select("id")
      .where("personId", "=", personId)
      .where("kind", "=", kind)
      .where("programmeId", place ? "=" : "is", place)
      .where("revokedAt", "is", null)
      .executeTakeFirst();
    if (held) return;
    await trx
      .insertInto("role")
      .values({ id: newId(), personId, kind, programmeId: place, grantedBy, grantedAt: now, revokedAt: null })
      .execute();
    await recordEvent(trx, {
      action: "role.granted",
      subjectKind: "person",
      subjectId: personId,
      programmeId: place,
      actorId: grantedBy,
      details: { kind },
      now,
    });
  });
}
