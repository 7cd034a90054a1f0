import { holdOtherEntriesOfLead } from "#app/features/submission/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import type { ApplicationState } from "#db/schema.ts";
import { changeState } from "./change-state.server.ts";
import { getApplication } from "./queries.server.ts";

type Request = { applicationId: string; actorId: string; reason: string; now: Moment };

/** Takes an entry back, with a reason if one is given. Withdrawing twice is the same as once. */
export function withdrawApplication(db: Database, { applicationId, actorId, reason, now }: Request): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await getApplication(trx, applicationId);
    if (application.state === "withdrawn") return;
    await changeState(trx, { applicationId, from: application.state, to: "withdrawn", reason, actorId, now });
    await recordEvent(trx, {
      action: "application.withdrawn",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId: application.programmeId,
      actorId,
      now,
    });
  });
}

/**
 * Undoes a withdrawal, back to what the entry was, until the call's deadline. After it: Refused «call-closed»; and
 * «too-many-entries» when others were handed in meanwhile: reviving is no way around the limit.
 */
export function restoreApplication(
  db: Database,
  { applicationId, actorId, now }: Omit<Request, "reason">,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await getApplication(trx, applicationId);
    if (application.state !== "withdrawn") return;
    if (now > application.closesAt) throw new Refused([{ code: "call-closed" }]);
    const to = (await stateBefore(trx, applicationId)) ?? (application.submissionId ? "submitted" : "draft");
    const { leadId, programmeId, maxEntriesPerLead: limit } = application;
    if (
      to !== "draft" &&
      limit > 0 &&
      (await holdOtherEntriesOfLead(trx, { applicationId, leadId, programmeId })) >= limit
    )
      throw new Refused([{ code: "too-many-entries", facts: { limit } }]);
    await changeState(trx, { applicationId, from: "withdrawn", to, actorId, now });
    await recordEvent(trx, {
      action: "application.restored",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId: application.programmeId,
      actorId,
      now,
    });
  });
}

async function stateBefore(trx: Db, applicationId: string): Promise<ApplicationState | undefined> {
  const withdrawal = await trx
    .selectFrom("transition")
    .select("fromState")
    .where("applicationId", "=", applicationId)
    .where("toState", "=", "withdrawn")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return withdrawal?.fromState;
}
