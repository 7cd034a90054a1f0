import { namedIn } from "#app/features/application/reopening.ts";
import type { Text } from "#app/features/call/definition.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { paths } from "#app/lib/paths.ts";
import { NotFound, Refused } from "#app/lib/refusal.ts";
import { outcomeLetter, returnedLetter } from "#app/mail/letters/application.ts";
import { absoluteLink } from "#app/mail/link.server.ts";
import { postLetter } from "#app/mail/outbox.server.ts";
import type { Database, Db } from "#db/database.server.ts";
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
  /** For a return: the sections, fields and slots ticked; none opens everything. */
  reopen?: readonly string[];
  organiserId: string;
  now: Moment;
};

/** Ends the formal check of an entry: passed, returned once with reasons and a window, or rejected with a reason. */
export function checkApplication(
  db: Database,
  { applicationId, programmeId, submissionId, verdict, reason, until, reopen = [], organiserId, now }: Request,
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const application = await findChecked(trx, { applicationId, programmeId });
    if (!application?.submissionId) throw new NotFound();
    if (application.submissionId !== submissionId) throw new Refused([{ code: "handed-in-again" }]);
    const obstacles = checkObstacles({ ...application, verdict, reason, until }, now);
    if (obstacles.length > 0) throw new Refused(obstacles);

    const reopened = verdict === "return" && reopen.length > 0 ? await reopenedBy(trx, submissionId, reopen) : [];
    const moved = await moveApplications(trx, [application], {
      to: stateAfter[verdict],
      reason,
      until: verdict === "return" ? until : null,
      reopened: reopened.length > 0 ? reopened.map(({ id }) => id) : null,
      actorId: organiserId,
      now,
    });
    if (moved !== 1) throw new Refused([{ code: "changed-meanwhile" }]);
    const letter = letterOf(application, { verdict, reason, until, reopened });
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
      details: { verdict, until, ...(reopened.length > 0 ? { reopened: reopened.map(({ id }) => id) } : {}) },
      now,
    });
  });
}

/** The fields and slots that were ticked, as the sealed submission's form calls them. */
async function reopenedBy(trx: Db, submissionId: string, ticked: readonly string[]) {
  const { definitionId } = await trx
    .selectFrom("submission")
    .select("definitionId")
    .where("id", "=", submissionId)
    .executeTakeFirstOrThrow();
  const definition = await findDefinition(trx, definitionId);
  if (!definition) throw new NotFound();
  const named = new Set(namedIn(definition, ticked));
  return [...definition.sections.flatMap(({ fields }) => fields), ...definition.slots].filter(({ id }) =>
    named.has(id),
  );
}

type Checked = NonNullable<Awaited<ReturnType<typeof findChecked>>>;

function letterOf(
  { name, title, language, timeZone, id, callZh, callEn }: Checked,
  {
    verdict,
    reason,
    until,
    reopened,
  }: { verdict: CheckVerdict; reason: string; until: Moment | null; reopened: readonly { label: Text }[] },
) {
  const url = absoluteLink(paths.application(id));
  if (verdict === "return" && until)
    return returnedLetter(language, {
      name,
      title,
      reasons: [reason],
      reopened: reopened.map(({ label }) => label[language]),
      until,
      timeZone,
      url,
    });
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
