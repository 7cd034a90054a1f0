import { fixWindowEnd } from "#app/features/application/fix-window.ts";
import { type ApplicationRow, findReturn, getApplication } from "#app/features/application/queries.server.ts";
import { isOpenSlot, reopenedOf } from "#app/features/application/reopening.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";

type Place = { applicationId: string; slot: string; now: Moment; application?: ApplicationRow };

/**
 * A step of use-cases: after the deadline a correction changes files only in the slots that were named, until its end.
 * Throws Refused «not-reopened» or «fix-window-over».
 */
export async function refuseLocked(db: Db, { applicationId, slot, now, application }: Place): Promise<void> {
  const known = application ?? (await getApplication(db, applicationId));
  if (known.state !== "returned" || now <= known.closesAt) return;
  const returned = await findReturn(db, applicationId);
  const definition = await findDefinition(db, known.definitionId);
  if (returned && definition && now > fixWindowEnd(returned, definition))
    throw new Refused([{ code: "fix-window-over", at: slot }]);
  if (!isOpenSlot({ id: slot }, reopenedOf({ application: known, returned, now })))
    throw new Refused([{ code: "not-reopened", at: slot }]);
}
