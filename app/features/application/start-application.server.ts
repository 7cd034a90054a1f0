import { findCall } from "#app/features/call/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";

/** Most drafts one person may have open in a call: enough for every real use, too few to fill a disk. */
export const DRAFTS_AT_ONCE = 10;

type Request = { callSlug: string; personId: string; now: Moment };

/**
 * Starts a draft in an open call and answers its id. Throws NotFound for an unknown call or one by nomination,
 * Refused when the call is not open or the person has too many drafts in it.
 */
export function startApplication(db: Database, { callSlug, personId, now }: Request): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const call = await findCall(trx, callSlug);
    if (call?.intake !== "open") throw new NotFound();
    if (now < call.opensAt) throw new Refused([{ code: "call-not-open" }]);
    if (now > call.closesAt) throw new Refused([{ code: "call-closed" }]);

    await lock(trx, "drafts", `${call.id}:${personId}`);
    const { count } = await trx
      .selectFrom("application")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("callId", "=", call.id)
      .where("leadId", "=", personId)
      .where("state", "=", "draft")
      .executeTakeFirstOrThrow();
    if (count >= DRAFTS_AT_ONCE) throw new Refused([{ code: "too-many-drafts", facts: { limit: DRAFTS_AT_ONCE } }]);

    const applicationId = newId();
    await trx
      .insertInto("application")
      .values({
        id: applicationId,
        callId: call.id,
        definitionId: call.definitionId,
        leadId: personId,
        code: null,
        title: "",
        answers: "{}",
        version: 1,
        state: "draft",
        searchText: "",
        submissionId: null,
        submittedAt: null,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await trx.insertInto("teamMember").values({ applicationId, personId, role: "lead", joinedAt: now }).execute();
    await recordEvent(trx, {
      action: "application.started",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId: call.programmeId,
      actorId: personId,
      now,
    });
    return applicationId;
  });
}
