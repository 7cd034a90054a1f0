import { editionFactsOf, openAnswers } from "#app/features/application/queries.server.ts";
import { shapeEntry } from "#app/features/application/visibility.ts";
import type { RoundPlan } from "#app/features/call/definition.ts";
import { findDefinition } from "#app/features/call/queries.server.ts";
import { openManifest } from "#app/features/submission/manifest.ts";
import type { Language } from "#app/i18n/text.ts";
import type { Moment } from "#app/lib/moment.ts";
import { NotFound } from "#app/lib/refusal.ts";
import type { Db } from "#db/database.server.ts";
import { countChampionsElsewhere, findNextAssignment, findOwnAssignment, findOwnReview } from "./queries.server.ts";
import { roundObstacles } from "./rules.ts";

type Request = { assignmentId: string; jurorId: string; language: Language; now: Moment };

/** All of one juror's desk: the frozen entry as the round shows it, the rubric, their own review. Nothing of others. */
export async function readDesk(db: Db, { assignmentId, jurorId, language, now }: Request) {
  const assignment = await findOwnAssignment(db, { assignmentId, jurorId });
  if (!assignment) throw new NotFound();
  const definition = await findDefinition(db, assignment.definitionId);
  if (!definition) throw new NotFound();
  const { roundId } = assignment;
  const plan: RoundPlan = JSON.parse(assignment.plan);
  const review = await findOwnReview(db, { assignmentId, jurorId });
  const champions = await countChampionsElsewhere(db, { assignmentId, jurorId, roundId });
  const next = await findNextAssignment(db, { jurorId, roundId, after: assignment.position });
  return {
    assignmentId,
    label: assignment.label,
    timeZone: assignment.timeZone,
    round: {
      id: roundId,
      nameZh: assignment.nameZh,
      nameEn: assignment.nameEn,
      callZh: assignment.callZh,
      callEn: assignment.callEn,
    },
    isOpen: roundObstacles(assignment, now).length === 0,
    view: shapeEntry(
      {
        definition,
        answers: openAnswers(assignment.answers),
        files: openManifest(assignment.manifest),
        edition: editionFactsOf(assignment),
      },
      { audience: assignment.isBlind ? "blind-juror" : "open-juror", language },
    ),
    criteria: plan.criteria,
    scale: definition.scale,
    championsLeft: Math.max(0, definition.scale.championQuota - champions),
    next: next?.id ?? null,
    review: review ?? {
      version: 0,
      savedAt: null,
      sentAt: null,
      verdict: null,
      privateNote: "",
      panelText: "",
      applicantText: "",
      marks: {} as Record<string, number>,
    },
  };
}
