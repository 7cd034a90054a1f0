import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";
import { replaceRecoveryCodes } from "./recovery-step.server.ts";

/** Makes new recovery codes; the old ones are worthless. Answers them, to be shown this once. */
export async function renewRecoveryCodes(
  database: Database,
  { personId, now }: { personId: string; now: Moment },
): Promise<string[]> {
  return database.transaction().execute(async (trx) => {
    await recordEvent(trx, {
      action: "person.recovery-codes-renewed",
      subjectKind: "person",
      subjectId: personId,
      actorId: personId,
      now,
    });
    return replaceRecoveryCodes(trx, personId);
  });
}
