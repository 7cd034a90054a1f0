import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import type { Database } from "#db/database.server.ts";

/** Logs that somebody took their data out: should it not have been them, it shows. */
export function noteArchive(db: Database, { personId, now }: { personId: string; now: Moment }): Promise<void> {
  return db
    .transaction()
    .execute((trx) =>
      recordEvent(trx, { action: "person.packed", subjectKind: "person", subjectId: personId, actorId: personId, now }),
    );
}
