import { createHash } from "node:crypto";
import { changeState } from "#app/features/application/change-state.server.ts";
import { missingFor } from "#app/features/application/completeness.ts";
import { answersShown } from "#app/features/application/derived.ts";
import { findingsFor } from "#app/features/application/eligibility.ts";
import { fixWindowEnd } from "#app/features/application/fix-window.ts";
import { withRules } from "#app/features/application/parts.ts";
import {
  type ApplicationRow,
  editionFactsOf,
  findReturn,
  getApplication,
  openAnswers,
} from "#app/features/application/queries.server.ts";
import { versionOf } from "#app/features/application/read-draft.server.ts";
import { corrected, reopenedOf } from "#app/features/application/reopening.ts";
import { searchTextOf } from "#app/features/application/search-text.ts";
import type { Answers } from "#app/features/call/answers.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { recordEvent } from "#app/lib/events.server.ts";
import { failpoint } from "#app/lib/failpoint.server.ts";
import { newId } from "#app/lib/id.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound, type Obstacle, Refused } from "#app/lib/refusal.ts";
import type { Database, Db } from "#db/database.server.ts";
import { lock } from "#db/locks.server.ts";
import type { ManifestFile } from "./manifest.ts";
import { postReceipt } from "./post-receipt.server.ts";
import {
  countUnfinishedFiles,
  findStandingSubmission,
  findSubmissionByKey,
  holdOtherEntriesOfLead,
  listVerifiedFiles,
} from "./queries.server.ts";
import { canonicalText, entryCode } from "./seal.ts";

type Request = {
  applicationId: string;
  personId: string;
  /** Minted when the page was made: the same key again is the same submission. */
  idempotencyKey: string;
  /** When the request reached the first middleware: this decides about the deadline, however long it queued. */
  arrivedAt: Moment;
  now: Moment;
};

export type Receipt = { submissionId: string; receiptNumber: string };

/**
 * Hands an application in: seals answers and files under one hash, gives the receipt, posts it. One transaction: the
 * receipt exists if and only if the sealed submission does. Throws Refused with everything that stands in the way.
 */
export async function submitApplication(db: Database, request: Request): Promise<Receipt> {
  const { applicationId, idempotencyKey, arrivedAt, now } = request;
  const receipt = await db.transaction().execute(async (trx) => {
    await lock(trx, "application", applicationId);
    const again = await findSubmissionByKey(trx, idempotencyKey);
    if (again && again.applicationId !== applicationId) throw new Refused([{ code: "answer-malformed" }]);
    if (again) return { submissionId: again.id, receiptNumber: again.receiptNumber };

    const application = await getApplication(trx, applicationId);
    const definition = await findDefinition(trx, application.definitionId);
    if (!definition) throw new NotFound();
    const inHand = await versionInHand(trx, { application, definition, arrivedAt });
    const { files } = inHand;
    const obstacles = await obstaclesTo(trx, { application, definition, ...inHand, arrivedAt });
    if (obstacles.length > 0) throw new Refused(obstacles);

    const code = application.code ?? (await nextCode(trx, application));
    const answers = answersShown(definition, inHand.answers, editionFactsOf(application));
    failpoint("submit-numbered");
    const number = await nextNumber(trx, applicationId);
    const hash = createHash("sha256").update(canonicalText({ code, number, answers, files })).digest("hex");
    const receiptNumber = `${code}-${number}-${hash.slice(0, 6).toUpperCase()}`;
    const submissionId = newId();
    await trx
      .insertInto("submission")
      .values({
        id: submissionId,
        applicationId,
        number,
        definitionId: application.definitionId,
        answers: JSON.stringify(answers),
        manifest: JSON.stringify(files),
        hash,
        receiptNumber,
        idempotencyKey,
        submittedBy: request.personId,
        arrivedAt,
        createdAt: now,
      })
      .execute();
    failpoint("submit-sealed");
    await trx
      .updateTable("application")
      .set({
        code,
        submissionId,
        submittedAt: arrivedAt,
        searchText: searchTextOf({ answers, code, leadName: application.leadName, leadEmail: application.leadEmail }),
      })
      .where("id", "=", applicationId)
      .execute();
    failpoint("submit-standing");
    if (application.state !== "submitted")
      await changeState(trx, {
        applicationId,
        from: application.state,
        to: "submitted",
        actorId: request.personId,
        now,
      });
    failpoint("submit-moved");
    await recordEvent(trx, {
      action: "application.submitted",
      subjectKind: "application",
      subjectId: applicationId,
      programmeId: application.programmeId,
      actorId: request.personId,
      details: { receiptNumber, hash, number },
      now,
    });
    failpoint("submit-recorded");
    await postReceipt(trx, {
      application,
      definition,
      answers,
      files,
      receiptNumber,
      hash,
      submissionId,
      arrivedAt,
      now,
    });
    failpoint("submit-posted");
    return { submissionId, receiptNumber };
  });
  failpoint("submit-committed");
  return receipt;
}

type Judged = {
  application: ApplicationRow;
  definition: NonNullable<Awaited<ReturnType<typeof findDefinition>>>;
  answers: Answers;
  files: readonly ManifestFile[];
  arrivedAt: Moment;
};

/** What would be sealed: the draft, with all that a correction did not open as it was sealed before. */
async function versionInHand(trx: Db, { application, definition, arrivedAt: now }: Omit<Judged, "answers" | "files">) {
  const draft = { answers: openAnswers(application.answers), files: await listVerifiedFiles(trx, application.id) };
  if (application.state !== "returned") return draft;
  const reopened = reopenedOf({ application, returned: await findReturn(trx, application.id), now });
  const standing = reopened && (await findStandingSubmission(trx, application.id));
  return corrected(definition, draft, { standing: standing ? versionOf(standing) : undefined, reopened });
}

/** Everything between an application and its receipt: state, deadline, unfinished files, what is missing, blocking rules. */
async function obstaclesTo(
  trx: Db,
  { application, definition, answers, files, arrivedAt }: Judged,
): Promise<Obstacle[]> {
  const { state, opensAt, closesAt, id: applicationId, leadId, programmeId, maxEntriesPerLead } = application;
  if (state !== "draft" && state !== "submitted" && state !== "returned") return [{ code: "not-to-be-submitted" }];
  if (arrivedAt < opensAt) return [{ code: "call-not-open" }];
  if (arrivedAt > closesAt && state !== "returned") return [{ code: "call-closed" }];
  if (state === "returned") {
    const returned = await findReturn(trx, applicationId);
    const end = returned && fixWindowEnd(returned, definition);
    if (end && arrivedAt > end && arrivedAt > closesAt) return [{ code: "fix-window-over" }];
  }

  const edition = editionFactsOf(application);
  const obstacles = missingFor(definition, answers, files, { edition });
  if ((await countUnfinishedFiles(trx, applicationId)) > 0) obstacles.push({ code: "files-unfinished", at: "files" });

  const others = await holdOtherEntriesOfLead(trx, { applicationId, leadId, programmeId });
  if (maxEntriesPerLead > 0 && others >= maxEntriesPerLead)
    obstacles.push({ code: "too-many-entries", facts: { limit: maxEntriesPerLead } });
  const otherEntriesOfLead = maxEntriesPerLead === 1 ? others : 0;
  const { block } = findingsFor(definition, answers, files, {
    edition,
    arrivedAt,
    closesAt: state === "returned" && arrivedAt > closesAt ? arrivedAt : closesAt,
    otherEntriesOfLead,
  });
  return withRules(obstacles, block);
}

async function nextCode(trx: Db, { callId, settings, programmeSlug, year, callCode }: ApplicationRow): Promise<string> {
  const { lastSerial } = await trx
    .updateTable("call")
    .set((eb) => ({ lastSerial: eb("lastSerial", "+", 1) }))
    .where("id", "=", callId)
    .returning("lastSerial")
    .executeTakeFirstOrThrow();
  const { entryCode: pattern = "{call}-{serial:04d}" }: { entryCode?: string } = JSON.parse(settings);
  return entryCode(pattern, { programme: programmeSlug, year, call: callCode, serial: lastSerial });
}

async function nextNumber(trx: Db, applicationId: string): Promise<number> {
  const last = await trx
    .selectFrom("submission")
    .select("number")
    .where("applicationId", "=", applicationId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}
