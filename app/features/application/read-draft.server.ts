import { findDefinition } from "#app/features/call/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import { findStandingSubmission, listVerifiedFiles } from "#app/features/submission/queries.server.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { progressOf } from "./completeness.ts";
import { answersShown } from "./derived.ts";
import { findingsFor } from "./eligibility.ts";
import { fixWindowEnd } from "./fix-window.ts";
import { editionFactsOf, findReturn, getApplication, openAnswers } from "./queries.server.ts";
import { corrected, reopenedOf } from "./reopening.ts";

/** An application as its team works on it: answers, files, what is missing, and what was sealed last. */
export async function readDraft(db: Db, { applicationId, now }: { applicationId: string; now: Moment }) {
  const application = await getApplication(db, applicationId);
  const definition = await findDefinition(db, application.definitionId);
  if (!definition) throw new NotFound();
  const edition = editionFactsOf(application);
  const standing = await findStandingSubmission(db, applicationId);
  const returned = application.state === "returned" ? await findReturn(db, applicationId) : undefined;
  const reopened = reopenedOf({ application, returned, now });
  const { answers, files } = corrected(
    definition,
    { answers: openAnswers(application.answers), files: await listVerifiedFiles(db, applicationId) },
    { standing: standing && versionOf(standing), reopened },
  );
  const isChanged =
    standing !== undefined &&
    (standing.answers !== JSON.stringify(answersShown(definition, answers, edition)) ||
      standing.manifest !== JSON.stringify(files));
  return {
    application,
    definition,
    answers,
    files,
    edition,
    progress: progressOf(definition, answers, files, { edition }),
    findings: findingsFor(definition, answers, files, {
      edition,
      arrivedAt: now,
      // The deadline has its own words on every page.
      closesAt: now,
      otherEntriesOfLead: 0,
    }),
    standing,
    isChanged,
    /** What may be changed: everything (null), or the named fields and slots of a correction. */
    reopened,
    returned: returned && { reason: returned.reason, until: fixWindowEnd(returned, definition) },
  };
}

export type Draft = Awaited<ReturnType<typeof readDraft>>;

/** A sealed submission as a version of the entry. */
export function versionOf({ answers, manifest }: { answers: string; manifest: string }) {
  return { answers: openAnswers(answers), files: openManifest(manifest) };
}

/** Until when what a page shows of a draft may be changed. */
export function changeTimesOf({ application, returned }: Draft, now: Moment) {
  const { closesAt, timeZone } = application;
  return { closesAt, correctionUntil: returned?.until ?? null, timeZone, now };
}
