import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { outcomeLetter, returnedLetter } from "#app/mail/letters/application.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import { moveApplications } from "./move-applications.server.ts";
import { findChecked } from "./queries.server.ts";
import { type CheckVerdict, checkObstacles, stateAfter } from "./rules.ts";

type Request = {
  applicationId: string;
  programmeId: string;
  /** The sealed submission the organiser looked at: a newer one must be seen first. */
  submissionId: string;
  verdict: CheckVerdict;
  reason: string;
  /** For a return: until when the team may correct. */
  until: Moment | null;
  organiserId: string;
  now: Moment;
};

/** Ends the formal check of an entry: passed, returned once with reasons and a window, or rejected with a reason. */
export function checkApplication(
  db: Database,
  { applicationId, programmeId, submissionId, verdict, reason, until, organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await findChecked(trx, { applicationId, programmeId });
    if (!application?.submissionId) throw new NotFound();
    if (application.submissionId !== submissionId) throw new Refused([{ code: "handed-in-again" }]);
    const obstacles = checkObstacles({ ...application, verdict, reason, until }, now);
    if (obstacles.length > 0) throw new Refused(obstacles);

    const moved = await moveApplications(trx, [application], {
      to: stateAfter[verdict],
      reason,
      until: verdict === "return" ? until : null,
      actorId: organiserId,
      now,
    });
    if (moved !== 1) throw new Refused([{ code: "changed-meanwhile" }]);
    const letter = letterOf(application, { verdict, reason, until });
    if (letter)
      await postLetter(trx, {
        letter,
        to: { personId: application.leadId, email: application.email, language: application.language },
        dedupeKey: `check:${applicationId}:${verdict}:${application.submissionId}`,
        programmeId,
        applicationId,
        now,
      });
    await recordEvent(trx, {
      action: "application.checked",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId,
      actorId: organiserId,
      details: { verdict, until },
      now,
    });
  });
}

type Checked = NonNullable<Awaited<ReturnType<typeof findChecked>>>;

function letterOf(
  { name, title, language, timeZone, id, callZh, callEn }: Checked,
  { verdict, reason, until }: { verdict: CheckVerdict; reason: string; until: Moment | null },
) {
  const url = absoluteLink(paths.application(id));
  if (verdict === "return" && until)
    return returnedLetter(language, { name, title, reasons: [reason], until, timeZone, url });
  if (verdict !== "reject") return undefined;
  const isChinese = language === "zh";
  return outcomeLetter(language, {
    name,
    title,
    call: isChinese ? callZh : callEn,
    round: isChinese ? "形式审查" : "formal check",
    outcome: "decline",
    words: reason,
    url,
  });
}
