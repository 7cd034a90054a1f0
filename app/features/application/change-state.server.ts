import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Db } from "#db/database.server.ts";
import type { ApplicationState } from "#db/schema.ts";

type Change = {
  applicationId: string;
  from: ApplicationState;
  to: ApplicationState;
  reason?: string;
  actorId: string | null;
  now: Moment;
};

/**
 * A step of use-cases: moves an application to another state and writes down who, when and why. Answers false, and
 * writes nothing, when it was not in `from` any more.
 */
export async function changeState(
  trx: Db,
  { applicationId, from, to, reason = "", actorId, now }: Change,
): Promise<boolean> {
  const result = await trx
    .updateTable("application")
    .set({ state: to, updatedAt: now })
    .where("id", "=", applicationId)
    .where("state", "=", from)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await trx
    .insertInto("transition")
    .values({ id: newId(), applicationId, fromState: from, toState: to, reason, actorId, createdAt: now })
    .execute();
  return true;
}
